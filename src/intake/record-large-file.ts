import type { Signature } from "../channels/folder/listing.ts";
import { hasError } from "../core/problem.ts";
import type { Arrival, Recorded } from "../core/store.ts";
import { blobPieces, storeBlob } from "./blob.ts";
import type { RecordingContext } from "./context.ts";
import { judgeOutcome } from "./judge.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";
import type { FileToRead } from "./read-file.ts";
import { readInBatches, withMessageProblems } from "./second-pass.ts";

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
 * nothing until the last one. `keepBlob` is how the bytes get there. Throws the store's and the disk's errors, and the signal's when aborted.
 */
export async function recordLargeFile(
  context: RecordingContext,
  file: FileToRead,
  signal: AbortSignal | null,
  keepBlob: typeof storeBlob = storeBlob,
): Promise<LargeRecording> {
  const { store, catalogue, blobs, onStep, onLargeFile } = context;
  const reader = new PiecewiseReader({ catalogue });
  const draft = `.draft-${file.arrival.slice(0, file.arrival.indexOf("/"))}`;
  let checkedBytes = 0;
  const check = (piece: Uint8Array, sizeBytes: number) => {
    reader.push(piece);
    checkedBytes += piece.length;
    onLargeFile?.("checked", checkedBytes, sizeBytes);
  };
  const blob = await keepBlob(file.path, blobs, draft, check, signal);
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
    ? await withMessageProblems(
        outcome,
        { catalogue, context: reader.context() },
        blobPieces(blob.path, signal),
      )
    : outcome;
  const begun = await store.beginLargeFile(arrival, whole);
  onStep("large-begun");
  if (begun.state !== "recording") return recordedAs(begun, blob);
  await readInBatches(
    { catalogue, context: reader.context() },
    blobPieces(blob.path, signal),
    async (messages, readBytes) => {
      await store.addMessages(begun.id, messages);
      onStep("messages-added");
      onLargeFile?.("recorded", readBytes, blob.sizeBytes);
    },
  );
  const finished = await store.finishLargeFile(begun.id);
  return recordedAs(finished, blob);
}

function recordedAs(
  recorded: Recorded,
  { signature, hash }: { readonly signature: Signature; readonly hash: string },
): LargeRecording {
  return { kind: "recorded", recorded, signature, hash };
}
