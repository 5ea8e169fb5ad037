import { existsSync } from "node:fs";
import type { FileRecord } from "../../core/file/file.ts";
import { hasError } from "../../core/file/problem.ts";
import type { PackedKind } from "../../packed/packed-kind.ts";
import type { Store } from "../../store/port/store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { blobPath } from "../file/blob.ts";
import { packedKindIn } from "../file/read-file.ts";
import { firstPass } from "./container-first-pass.ts";
import { containerOutcome } from "./container-outcome.ts";
import { addContents } from "./container-second-pass.ts";

/** The kind of container a file in the store is; null when it is none. */
export async function packedKindOf(
  context: Pick<RecordingContext, "store" | "packed">,
  { id, messages }: FileRecord,
): Promise<PackedKind | null> {
  for await (const piece of context.store.files.stream(id)) {
    const kind = packedKindIn(context, piece);
    // An array that was read whole has its messages itself.
    return kind === "json-list" && messages > 0 ? null : kind;
  }
  return null;
}

/**
 * Opens a refused container again, with today's keys and limits: when nothing is wrong with it any more,
 * it becomes active with its contents, at once. One that is not refused stays as it is; the files in it
 * are read again by their own numbers.
 */
export async function unpackAgain(
  context: RecordingContext,
  file: FileRecord,
  kind: PackedKind,
): Promise<void> {
  const { store } = context;
  const { id, seenAt, problems } = file;
  if (!isOpenedAnew(file)) {
    await store.readings.record({
      file: id,
      outcome: containerOutcome(problems),
      messages: [],
      occurredAt: seenAt,
    });
    return;
  }
  const { packed, depth, pass } = await openAgain(context, file, kind);
  const outcome = containerOutcome(pass.problems);
  if (hasError(pass.problems)) {
    await store.readings.record({ file: id, outcome, messages: [], occurredAt: seenAt });
    return;
  }
  await store.containers.reopen(id);
  await addContents(context, packed, { container: id, depth, signal: null, pass });
  await store.containers.finish({ container: id, again: { outcome, occurredAt: seenAt } });
}

/** What trying a container again would come to. */
export interface OpenedToday {
  /** False: it stays as it is, and the files in it are read again by their own numbers. */
  readonly anew: boolean;
  /** The first thing that is wrong with it, in words; null when it would become active. */
  readonly error: string | null;
  /** How many files lie in it, and how many of them would be refused; null when they are too many to be looked at together. */
  readonly holds: { readonly files: number; readonly refused: number } | null;
}

/** Goes through a container as `unpackAgain` does, and records nothing. */
export async function openToday(
  context: RecordingContext,
  file: FileRecord,
  kind: PackedKind,
): Promise<OpenedToday> {
  if (!isOpenedAnew(file)) return { anew: false, error: null, holds: null };
  const { pass } = await openAgain(context, file, kind);
  const first = pass.problems.find((problem) => hasError([problem]));
  const error = first === undefined ? null : `${first.message} (${first.code})`;
  if (pass.files === null) return { anew: true, error, holds: null };
  const refused = pass.files.filter(({ file: { outcome } }) => hasError(outcome.problems));
  return { anew: true, error, holds: { files: pass.files.length, refused: refused.length } };
}

async function openAgain(context: RecordingContext, file: FileRecord, kind: PackedKind) {
  const { store, blobs } = context;
  const blob = blobPath(blobs, file.hash);
  const source = existsSync(blob) ? blob : await store.files.bytes(file.id);
  const packed = { ...file, kind, source };
  const depth = await depthOf(store, file);
  return { packed, depth, pass: await firstPass(context, packed, depth, null) };
}

function isOpenedAnew(file: FileRecord): boolean {
  return file.state === "rejected" || isKeptRepeat(file);
}

/** Whether a person said of the same bytes come again that they are meant. */
function isKeptRepeat({ state, otherFile, decisions }: FileRecord): boolean {
  const last = decisions.findLast(({ decision }) => decision !== "release");
  return state === "duplicate" && last?.decision === "keep-both" && last.other === otherFile;
}

/** How many containers a file's bytes came in, itself included: 1 when it came in no other. */
async function depthOf(store: Store, { container }: FileRecord): Promise<number> {
  if (container === null) return 1;
  const outer = await store.files.get(container.file);
  return outer === null ? 2 : 1 + (await depthOf(store, outer));
}
