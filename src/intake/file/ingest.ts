import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { FileRecord } from "../../core/file/file.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { ReadFile } from "../../store/port/files/file-store.ts";
import { endedByStore } from "../../store/port/store-error.ts";
import { ArrivalMoments, compareArrivals } from "../channel/arrival-order.ts";
import type { RecordingContext } from "../channel/context.ts";
import { recordPacked } from "../container/record-packed.ts";
import { batchesOf } from "../folder/active-claims.ts";
import { type ArrivalReading, type FileToRead, readFile } from "./read-file.ts";
import { recordLargeFile } from "./record-large-file.ts";
import { type Router, routePending } from "./route.ts";

/** The channel that files given on the command line are recorded under. */
export const ingestChannel = "ingest";

/** What became of one file that a person named. */
export type Ingested =
  | { readonly kind: "recorded"; readonly path: string; readonly file: FileRecord }
  | { readonly kind: "failed"; readonly path: string; readonly reason: string };

/**
 * Copies files in by the same way as the inbox: read, recorded, routed. The person's files stay where and
 * as they are. Gives one answer per path, in the order in which they are taken: that of their arrival, as
 * in an inbox, whatever order a shell lists them in. A path that cannot be read fails alone. Throws
 * `StoreError` when the store cannot be used: what was answered before is in.
 */
export async function* ingestFiles(
  context: RecordingContext,
  definitions: readonly Router[],
  paths: readonly string[],
): AsyncGenerator<Ingested> {
  const sizeOf = (path: string) => sizeInMemory(path, context.largeFileBytes);
  const moments = new ArrivalMoments();
  for (const batch of batchesOf(inArrivalOrder(paths), sizeOf)) {
    const answers = await ingestBatch(context, batch, moments);
    await routePending(context.store, definitions);
    for (const [index, path] of batch.entries()) {
      const answer = answers[index];
      yield typeof answer === "number"
        ? { kind: "recorded", path, file: await recordOf(context, answer) }
        : { kind: "failed", path, reason: answer ?? "it was not read" };
    }
  }
}

/** Files in the order of their arrival; what is no file stays at its place, to be reported there. */
function inArrivalOrder(paths: readonly string[]): string[] {
  const modified = paths.map((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? { name: path, modifiedAt: stats.mtimeMs } : null;
  });
  const files = modified.filter((file) => file !== null).sort(compareArrivals);
  let next = 0;
  return paths.map((path, place) => {
    if (modified[place] === null) return path;
    next += 1;
    return files[next - 1]?.name ?? path;
  });
}

/** A large file counts for nothing here: it is never in memory whole. */
function sizeInMemory(path: string, largeFileBytes: number): number {
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return sizeBytes > largeFileBytes ? 0 : sizeBytes;
}

/** A file's number in the store, or why it is not there. */
type Answer = number | string;

async function ingestBatch(
  context: RecordingContext,
  paths: readonly string[],
  moments: ArrivalMoments,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const whole = new Map<string, { readonly index: number; readonly file: ReadFile }>();
  for (const [index, path] of paths.entries()) {
    const file = toRead(context, path, moments);
    const reading = readFile(context, file);
    if (reading.kind === "read") whole.set(file.arrival, { index, file: reading.file });
    else if (reading.kind === "packed" || reading.kind === "large")
      answers[index] = await ingestAlone(context, file, reading);
    else answers[index] = reading.kind === "unreadable" ? reading.reason : missed[reading.kind];
  }
  if (whole.size === 0) return answers;
  const recordings = await context.store.files.record([...whole.values()].map(({ file }) => file));
  for (const recording of recordings) {
    const { index } = whole.get(recording.arrival) ?? {};
    if (index === undefined) continue;
    answers[index] = "error" in recording ? notStored(recording.error) : recording.id;
  }
  return answers;
}

const missed = {
  gone: "there is no such file",
  changing: "it was written to while it was read; name it again when it is complete",
} as const;

/** A container and a large file take commits of their own. */
async function ingestAlone(
  context: RecordingContext,
  file: FileToRead,
  reading: Extract<ArrivalReading, { readonly kind: "packed" | "large" }>,
): Promise<Answer> {
  try {
    if (reading.kind === "packed") return (await recordPacked(context, reading.packed, null)).id;
    await context.store.files.dropUnfinished();
    const recording = await recordLargeFile(context, file, null);
    return recording.kind === "recorded" ? recording.recorded.id : missed.changing;
  } catch (error) {
    if (endedByStore(error)) throw error;
    return notStored(error);
  }
}

function toRead(
  { newClaimId, clock }: RecordingContext,
  path: string,
  moments: ArrivalMoments,
): FileToRead {
  const [seenAt = clock.wall()] = moments.of(1, clock.wall());
  const name = basename(path);
  const arrival = `${newClaimId()}/${name}`;
  return { arrival, channel: ingestChannel, name, path: endOf(path), seenAt, signature: null };
}

/** A person may name a link, which is followed here and nowhere else: reading a file follows none. */
function endOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

async function recordOf({ store }: RecordingContext, id: number): Promise<FileRecord> {
  const record = await store.files.get(id);
  if (record === null) throw new Error(`the store has lost file ${id}`);
  return record;
}

function notStored(error: unknown): string {
  return `it could not be recorded: ${errorMessage(error)}`;
}
