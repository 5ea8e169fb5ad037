import { constants, zstdCompressSync } from "node:zlib";

/** Bytes of several files, compressed together. */
export interface Bundle {
  readonly bytes: Buffer;
}

/** Where the bytes of one file are: in which bundle, and how far into its unpacked bytes. */
export interface BundledBytes {
  readonly bundle: Bundle;
  readonly start: number;
}

/** A bundle is closed when it holds this many bytes, so that reading one file stays cheap. */
const fullAtBytes = 256 * 1024;

const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** Packs files of one commit together, in order: flow files are small and much alike. */
export function pack(files: readonly Uint8Array[]): BundledBytes[] {
  const packed: BundledBytes[] = [];
  let open: Uint8Array[] = [];
  let size = 0;
  const close = () => {
    const bundle = { bytes: zstdCompressSync(Buffer.concat(open), level) };
    let start = 0;
    for (const bytes of open) {
      packed.push({ bundle, start });
      start += bytes.byteLength;
    }
    open = [];
    size = 0;
  };
  for (const bytes of files) {
    if (size > 0 && size + bytes.byteLength > fullAtBytes) close();
    open.push(bytes);
    size += bytes.byteLength;
  }
  if (open.length > 0) close();
  return packed;
}
