import type { Signature } from "../channels/folder/listing.ts";
import type { JudgedOutcome, Message } from "../core/document.ts";
import { hasError } from "../core/problem.ts";
import type { Arrival, Recorded, Store } from "../core/store.ts";
import type { ReaderContext } from "../formats/family.ts";
import { blobPieces, storeBlob } from "./blob.ts";
import type { RecordingContext } from "./context.ts";
import { judgeOutcome } from "./judge.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";
import type { FileToRead } from "./read-file.ts";

/** Input read between two commits of messages: bounds the memory and the time of each. */
const bytesPerCommit = 1 << 20;

/** What recording a large file gave; `changing` when it was written to meanwhile. */
export type LargeRecording =
  | {
      readonly kind: "recorded";
      readonly recorded: Recorded;
      readonly signature: Signature;
      readonly hash: string;
    }
  | { readonly kind: "changing" };

/**
 * Records a file too large for memory. Pass one copies its bytes to the blob folder while hashing and
 * checking them; pass two reads that copy and writes messages in bounded commits, which count for
 * nothing until the last one. Throws the store's and the disk's errors, and the signal's when aborted.
 */
export async function recordLargeFile(
  context: RecordingContext,
  file: FileToRead,
  signal: AbortSignal | null,
): Promise<LargeRecording> {
  const { store, catalogue, blobs, onStep } = context;
  const reader = new PiecewiseReader({ catalogue });
  const draft = `.draft-${file.arrival.slice(0, file.arrival.indexOf("/"))}`;
  const blob = await storeBlob(file.path, blobs, draft, (piece) => reader.push(piece), signal);
  if (blob === null) return { kind: "changing" };
  onStep("blob-written");
  const { outcome, occurredAt } = judgeOutcome(context, reader.end(), file.seenAt);
  const arrival: Arrival = {
    arrival: file.arrival,
    channel: file.channel,
    name: file.name,
    modifiedAt: Math.floor(blob.signature.modifiedAt),
    seenAt: file.seenAt,
    sizeBytes: blob.sizeBytes,
    hash: blob.hash,
    occurredAt,
  };
  const whole = hasError(outcome.problems)
    ? await withMessageProblems(context, outcome, blob.path, reader.context(), signal)
    : outcome;
  const begun = await begin(store, arrival, whole);
  onStep("large-begun");
  if (begun.state !== "recording") return recordedAs(begun, blob);
  await addAllMessages(context, begun.id, blob.path, reader.context(), signal);
  const finished = await store.finishLargeFile(begun.id);
  return recordedAs(finished, blob);
}

/**
 * The outcome of a refused file with the problems of its messages, which are not stored: whoever mends
 * the file needs all of them. The reader bounds their number.
 */
async function withMessageProblems(
  { catalogue }: RecordingContext,
  outcome: JudgedOutcome,
  blobPath: string,
  context: ReaderContext,
  signal: AbortSignal | null,
): Promise<JudgedOutcome> {
  const problems = [...outcome.problems];
  const onMessage = (message: Message) => void problems.push(...message.problems);
  const reader = new PiecewiseReader({ catalogue, context, onMessage });
  for await (const piece of blobPieces(blobPath, signal)) reader.push(piece);
  reader.end();
  return { ...outcome, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** Begins anew what an earlier try in this run left half recorded. */
async function begin(store: Store, arrival: Arrival, outcome: JudgedOutcome): Promise<Recorded> {
  const begun = await store.beginLargeFile(arrival, outcome);
  if (begun.state !== "recording" || !begun.known) return begun;
  await store.dropUnfinished();
  return store.beginLargeFile(arrival, outcome);
}

function recordedAs(
  recorded: Recorded,
  { signature, hash }: { readonly signature: Signature; readonly hash: string },
): LargeRecording {
  return { kind: "recorded", recorded, signature, hash };
}

async function addAllMessages(
  { store, catalogue, onStep }: RecordingContext,
  id: number,
  blobPath: string,
  readerContext: ReaderContext,
  signal: AbortSignal | null,
): Promise<void> {
  let batch: Message[] = [];
  let pending = 0;
  const flush = async () => {
    if (batch.length > 0) await store.addMessages(id, batch);
    if (batch.length > 0) onStep("messages-added");
    batch = [];
    pending = 0;
  };
  const reader = new PiecewiseReader({
    catalogue,
    context: readerContext,
    onMessage: (message) => void batch.push(message),
  });
  for await (const piece of blobPieces(blobPath, signal)) {
    reader.push(piece);
    pending += piece.length;
    if (pending >= bytesPerCommit) await flush();
  }
  reader.end();
  await flush();
}
