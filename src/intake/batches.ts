import type { ReadyFile } from "../channels/folder/claim.ts";

/** Files that share a claim and a commit. */
const filesPerBatch = 200;
/** Bytes that share a commit; they are in memory together. */
const bytesPerBatch = 16 << 20;

/** Cuts small files into batches bounded in number and bytes, in their order. */
export function* batchesOf(files: readonly ReadyFile[]): Generator<ReadyFile[]> {
  let batch: ReadyFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const { sizeBytes } = file.signature;
    if (batch.length === filesPerBatch || (batch.length > 0 && bytes + sizeBytes > bytesPerBatch)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += sizeBytes;
  }
  if (batch.length > 0) yield batch;
}
