import { rmSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { hasError, type Problem } from "../../core/file/problem.ts";
import type { PackedFile } from "../../store/port/files/container-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { draftOf } from "../file/blob.ts";
import type { PackedArrival } from "../file/read-file.ts";
import { containerFile } from "./container-outcome.ts";
import { MemberReader } from "./read-member.ts";
import { type Verdicts, walkContainer } from "./walk-container.ts";

/** Bytes of a container's files that are kept in memory and committed together. */
export const bytesInMemory = 16 << 20;

/** What going through a container gave. */
export interface FirstPass {
  /** What is wrong with the container itself. */
  readonly problems: readonly Problem[];
  readonly verdicts: Verdicts;
  /** Its contents, when they fit in memory; null when they do not. */
  readonly files: readonly PackedFile[] | null;
}

/**
 * Goes through a container to its end: only then is it known that nothing is wrong with it. Large containers
 * in it are read from a folder of their own, which is gone after it: what is refused, or only tried, leaves
 * nothing behind.
 */
export async function firstPass(
  context: RecordingContext,
  packed: PackedArrival,
  depth: number,
  signal: AbortSignal | null,
): Promise<FirstPass> {
  const scratch = `${context.blobs}/${draftOf(packed.arrival)}-opened`;
  try {
    return await goThrough({ ...context, blobs: scratch }, packed, depth, signal);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function goThrough(
  context: RecordingContext,
  packed: PackedArrival,
  depth: number,
  signal: AbortSignal | null,
): Promise<FirstPass> {
  const kept = new KeptFiles();
  const members = new MemberReader(context);
  const verdicts = await walkContainer(
    context,
    packed,
    {
      async small(found, read) {
        const { place } = found;
        kept.add(read.length, () => ({ file: members.read(found, read), place }));
        await setImmediate();
      },
      async large(_found, pieces) {
        kept.giveUp();
        for await (const _piece of pieces);
      },
      container({ origin, place }, source) {
        if ("path" in source) kept.giveUp();
        else kept.add(source.length, () => ({ file: containerFile(origin, source, []), place }));
      },
      refused(arrival) {
        kept.forget(arrival);
      },
    },
    { depth, signal },
  );
  const problems = verdicts.get(packed.arrival) ?? [];
  const files = hasError(problems) ? [] : kept.files;
  return { problems, verdicts, files: files?.map((found) => withVerdict(found, verdicts)) ?? null };
}

/** The files of a container as long as they fit in memory. */
class KeptFiles {
  #files: PackedFile[] | null = [];
  #bytes = 0;

  get files(): readonly PackedFile[] | null {
    return this.#files;
  }

  /** `make` is called only when the file is kept. */
  add(sizeBytes: number, make: () => PackedFile): void {
    this.#bytes += sizeBytes;
    if (this.#bytes > bytesInMemory) this.#files = null;
    this.#files?.push(make());
  }

  giveUp(): void {
    this.#files = null;
  }

  /** Forgets the contents of a container. */
  forget(container: string): void {
    const inside = `${container}/`;
    this.#files = this.#files?.filter(({ file }) => !file.arrival.startsWith(inside)) ?? null;
  }
}

/** A container in another, with what turned out to be wrong with it. */
function withVerdict({ file, place }: PackedFile, verdicts: Verdicts): PackedFile {
  const problems = verdicts.get(file.arrival);
  if (problems === undefined) return { file, place };
  return { file: { ...file, outcome: { ...file.outcome, problems } }, place };
}
