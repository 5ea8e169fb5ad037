import type { PackedKind } from "../../packed/packed-kind.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { recordPacked } from "../container/record-packed.ts";
import type { Signature } from "../folder/listing.ts";
import { blobPieces, draftOf, storeBlob } from "./blob.ts";
import { endFirstPass } from "./end-first-pass.ts";
import { withForm } from "./judge.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";
import { type FileToRead, packedKindIn } from "./read-file.ts";
import { readInBatches } from "./second-pass.ts";

/** What recording a large file gave; `changing` when it was written to meanwhile. */
export type LargeRecording =
  | {
      readonly kind: "recorded";
      readonly recorded: Recorded;
      readonly signature: Signature;
      readonly hash: string;
      /** It holds other files, which are recorded with it. */
      readonly isContainer?: true;
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
  let checkedBytes = 0;
  let kind: PackedKind | null = null;
  const check = (piece: Uint8Array, sizeBytes: number) => {
    if (checkedBytes === 0) kind = packedKindIn(context, piece);
    if (kind === null) reader.push(piece);
    checkedBytes += piece.length;
    onLargeFile?.("checked", checkedBytes, sizeBytes);
  };
  const blob = await keepBlob(file.path, blobs, draftOf(file.arrival), check, signal);
  if (blob === null) return { kind: "changing" };
  onStep("blob-written");
  const origin = {
    arrival: file.arrival,
    channel: file.channel,
    name: file.name,
    modifiedAt: Math.floor(blob.signature.modifiedAt),
    seenAt: file.seenAt,
    sizeBytes: blob.sizeBytes,
    hash: blob.hash,
  };
  if (kind !== null) {
    const packed = { ...origin, kind, source: blob.path };
    return { ...recordedAs(await recordPacked(context, packed, signal), blob), isContainer: true };
  }
  const kept = { path: blob.path, seenAt: file.seenAt };
  const { outcome: found, occurredAt } = await endFirstPass(context, reader, kept, signal);
  const outcome = withForm(context.packed, { by: file.channel }, found);
  const begun = await store.largeFiles.begin({ file: { ...origin, occurredAt }, outcome });
  onStep("large-begun");
  if (begun.state !== "recording") return recordedAs(begun, blob);
  await readInBatches(
    { catalogue, context: reader.context() },
    blobPieces(blob.path, signal),
    async (messages, readBytes) => {
      await store.largeFiles.add({ file: begun.id, messages });
      onStep("messages-added");
      onLargeFile?.("recorded", readBytes, blob.sizeBytes);
    },
  );
  const finished = await store.largeFiles.finish(begun.id);
  return recordedAs(finished, blob);
}

function recordedAs(
  recorded: Recorded,
  { signature, hash }: { readonly signature: Signature; readonly hash: string },
): Exclude<LargeRecording, { readonly kind: "changing" }> {
  return { kind: "recorded", recorded, signature, hash };
}
