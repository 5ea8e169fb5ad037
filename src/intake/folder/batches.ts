/** Files that share a claim and a commit. */
const filesPerBatch = 400;
/** Bytes that share a commit; they are in memory together. */
const bytesPerBatch = 16 << 20;

/** Cuts files into batches bounded in number and bytes, in their order; each has at least one. */
export function* batchesOf<File>(
  files: readonly File[],
  sizeBytesOf: (file: File) => number,
): Generator<File[]> {
  let batch: File[] = [];
  let bytes = 0;
  for (const file of files) {
    const sizeBytes = sizeBytesOf(file);
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
