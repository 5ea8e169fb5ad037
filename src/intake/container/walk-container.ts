import type { Problem } from "../../core/file/problem.ts";
import { printable } from "../../formats/printable.ts";
import { problem } from "../../formats/problem-log.ts";
import { Budget } from "../../packed/budget.ts";
import type { Member, PackedBytes } from "../../packed/member.ts";
import { openPacked } from "../../packed/open-packed.ts";
import { kindNames, type PackedKind, packedKind } from "../../packed/packed-kind.ts";
import { PackedRefusal } from "../../packed/refusal.ts";
import type { PackedPlace } from "../../store/port/files/container-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { draftOf, type KeptBlob, storePieces } from "../file/blob.ts";
import { formProblem } from "../file/judge.ts";
import type { BytesToRead, PackedArrival } from "../file/read-file.ts";

/** A file found in a container. */
export interface FoundMember {
  readonly origin: BytesToRead;
  readonly place: PackedPlace;
  /** The container that it is in. */
  readonly within: PackedKind;
}

/** What is done with the files in a container, each after the container that it is in; all are awaited. */
export interface Visitor {
  /** A file that fits in memory. */
  small(found: FoundMember, bytes: Uint8Array): Promise<void> | void;
  /** A file that does not; its pieces are to be read to the end. */
  large(found: FoundMember, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** A container in it, before its own files: its bytes, or the place in the blob folder of a large one. */
  container(found: FoundMember, source: Uint8Array | KeptBlob): Promise<void> | void;
  /** A container whose files are all to be forgotten again: it turned out to be faulty. */
  refused(arrival: string): void;
}

/** What is wrong with each container, by its arrival, the outermost included. */
export type Verdicts = ReadonlyMap<string, readonly Problem[]>;

/**
 * Goes through everything in a container, whatever the depth. Gives the problems of each; a limit of the
 * whole refuses the outermost. `known`: the verdicts of an earlier walk; what that refused is not opened.
 */
export async function walkContainer(
  context: RecordingContext,
  packed: PackedArrival,
  visitor: Visitor,
  options: {
    readonly depth: number;
    readonly signal: AbortSignal | null;
    readonly known?: Verdicts;
  },
): Promise<Verdicts> {
  const walk = new Walk(context, packed, visitor, options);
  const { arrival, kind, source, name } = packed;
  try {
    await walk.open({ arrival, kind, source, name, depth: options.depth });
  } catch (error) {
    if (!(error instanceof PackedRefusal)) throw error;
    visitor.refused(arrival);
    walk.verdicts.set(arrival, [error.problem]);
  }
  return walk.verdicts;
}

interface Opened {
  readonly arrival: string;
  readonly kind: PackedKind;
  readonly source: PackedBytes;
  readonly name: string;
  readonly depth: number;
}

class Walk {
  readonly verdicts = new Map<string, Problem[]>();
  readonly #context: RecordingContext;
  readonly #root: PackedArrival;
  readonly #visitor: Visitor;
  readonly #signal: AbortSignal | null;
  readonly #known: Verdicts | null;
  readonly #budget: Budget;

  constructor(
    context: RecordingContext,
    root: PackedArrival,
    visitor: Visitor,
    { signal, known }: { readonly signal: AbortSignal | null; readonly known?: Verdicts },
  ) {
    this.#context = context;
    this.#root = root;
    this.#visitor = visitor;
    this.#signal = signal;
    this.#known = known ?? null;
    this.#budget = new Budget(context.packed.limits, root.sizeBytes);
  }

  async open({ arrival, kind, source, name, depth }: Opened): Promise<void> {
    const { packed } = this.#context;
    const problems: Problem[] = [];
    this.verdicts.set(arrival, problems);
    const { limits } = packed;
    if (depth > limits.depth && kind !== "json-list") throw tooDeep(kind, limits.depth);
    if (depth === 1 && kind !== "pgp") {
      const found = formProblem(packed, { by: this.#root.channel });
      if (found !== null) throw new PackedRefusal("PGP_REQUIRED", found.value, found.message);
    }
    const pgp = packed.pgpOf(this.#root.channel);
    const note = (code: keyof typeof notes, path: string) =>
      void problems.push(problem(code, { line: null, value: path }, notes[code](printable(path))));
    let number = 0;
    for await (const member of openPacked({
      kind,
      source,
      name,
      budget: this.#budget,
      pgp,
      note,
    })) {
      number += 1;
      await this.#visit(member, { arrival, kind, number, depth });
    }
  }

  async #visit(
    member: Member,
    inside: {
      readonly arrival: string;
      readonly kind: PackedKind;
      readonly number: number;
      readonly depth: number;
    },
  ): Promise<void> {
    const { channel, seenAt, modifiedAt } = this.#root;
    const arrival = `${inside.arrival}/${inside.number}`;
    const origin = {
      arrival,
      channel,
      name: member.path.slice(member.path.lastIndexOf("/") + 1),
      modifiedAt: member.modifiedAt ?? modifiedAt,
      seenAt,
    };
    const place = { container: inside.arrival, path: member.path };
    const found: FoundMember = { origin, place, within: inside.kind };
    const pieces = member.pieces[Symbol.asyncIterator]();
    // A message of an array is in memory already, and never large.
    const atOnce = inside.kind === "json-list" ? Infinity : this.#context.largeFileBytes;
    const { begun, isWhole } = await this.#gather(pieces, atOnce);
    // A list in an array is no message, and no array of its own.
    const kind = inside.kind === "json-list" ? null : packedKind(begun);
    const all = () => rest(begun, pieces, this.#signal);
    if (kind !== null) {
      const bytes = isWhole ? begun : await this.#keep(arrival, all());
      await this.#visitor.container(found, bytes);
      const source = "path" in bytes ? bytes.path : bytes;
      await this.#enter({ arrival, kind, source, name: origin.name, depth: inside.depth + 1 });
    } else if (isWhole) {
      await this.#visitor.small(found, begun);
    } else {
      await this.#visitor.large(found, all());
    }
  }

  /** Opens a container in another. What is wrong with it refuses it alone, unless a limit of the whole is passed. */
  async #enter(opened: Opened): Promise<void> {
    const { arrival } = opened;
    const known = this.#known?.get(arrival);
    if (known?.some(({ severity }) => severity === "error")) {
      this.verdicts.set(arrival, [...known]);
      return;
    }
    try {
      await this.open(opened);
    } catch (error) {
      if (!(error instanceof PackedRefusal) || error.whole) throw error;
      this.#visitor.refused(arrival);
      this.verdicts.set(arrival, [error.problem]);
    }
  }

  /** The first bytes of a file: all of it unless it is large. */
  async #gather(
    pieces: AsyncIterator<Uint8Array>,
    atOnce: number,
  ): Promise<{ readonly begun: Buffer; readonly isWhole: boolean }> {
    const begun: Uint8Array[] = [];
    let bytes = 0;
    while (bytes <= atOnce) {
      this.#signal?.throwIfAborted();
      const next = await pieces.next();
      if (next.done) return { begun: Buffer.concat(begun), isWhole: true };
      begun.push(next.value);
      bytes += next.value.length;
    }
    return { begun: Buffer.concat(begun), isWhole: false };
  }

  /** A large container is read from its own place in the blob folder, where it is to be kept anyway. */
  async #keep(arrival: string, pieces: AsyncIterable<Uint8Array>): Promise<KeptBlob> {
    return storePieces(pieces, this.#context.blobs, draftOf(arrival), () => {});
  }
}

async function* rest(
  begun: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
  signal: AbortSignal | null,
): AsyncGenerator<Uint8Array> {
  yield begun;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    signal?.throwIfAborted();
    yield next.value;
  }
}

const notes = {
  PACKED_SKIPPED: (path: string) =>
    `${path} was left out: systems and office programs lay such files beside others of their own accord; it is in the archive as it came.`,
  PACKED_REPEATED_NAME: (path: string) =>
    `Two files in the archive are called ${path}; both were taken. Ask the sender which was meant if they differ.`,
  PGP_TEXT_OUTSIDE: () =>
    "There is text before or after the OpenPGP message; nothing is made of it, and nobody signed it. It is in the file as it came; ask the sender for the message alone.",
} as const;

function tooDeep(kind: PackedKind, depth: number): PackedRefusal {
  const say = `This ${kindNames[kind]} is deeper in others than the ${depth} that \`unpack: depth\` allows; ask the sender for what is in it, or raise the setting and read the file again.`;
  return new PackedRefusal("PACKED_TOO_DEEP", null, say);
}
