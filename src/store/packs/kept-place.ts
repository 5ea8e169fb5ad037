import { zstdDecompressSync } from "node:zlib";
import { readPieces } from "../../disk/open-file.ts";
import { packPath, readFrame, unpackedPieces } from "./pack-file.ts";

/** What a store says of bytes that it keeps: their hash, and where they are. */
export interface KeptRow {
  readonly id: number;
  readonly hash: string;
  readonly size: number;
  readonly start: number | null;
  readonly bytes: Buffer | null;
  /** What `bytes` come to, where somebody unpacked them before. */
  readonly unpacked?: Uint8Array;
  readonly pack: string | null;
  readonly frame: number | null;
  readonly frameSize: number | null;
  readonly inFrame: number | null;
  /** Of what moved or dropped them; null while they are where they came to. */
  readonly actor: string | null;
  readonly reason: string | null;
  readonly at: number | null;
  /** 1: nothing is left of them. 0: values in them were erased. Null: they are as they came. */
  readonly whole: 0 | 1 | null;
  readonly erasure: number | null;
}

/** Bytes that are to be had: in memory, or as pieces of a file. */
export type KeptPlace =
  | { readonly inStore: Uint8Array }
  | { readonly file: string; readonly pieces: () => AsyncIterable<Uint8Array> };

/** Whether the bytes were dropped for good. */
export function wereDropped({ at, pack }: Pick<KeptRow, "at" | "pack">): boolean {
  return at !== null && pack === null;
}

/** Where the bytes of a large file lie that were not moved. */
export function blobOf(blobFolder: string, hash: string): string {
  return `${blobFolder}/${hash.slice(0, 2)}/${hash}`;
}

/** The bytes of a row that were not dropped, or where they lie. Rejects when a frame of a pack cannot be read. */
export async function keptPlaceOf(row: KeptRow, blobFolder: string): Promise<KeptPlace> {
  const { hash, size, start, bytes, unpacked, pack, frame, frameSize, inFrame } = row;
  if (pack !== null) {
    const file = packPath(blobFolder, pack);
    if (start === null || frame === null || frameSize === null || inFrame === null)
      return { file, pieces: () => unpackedPieces(file) };
    const whole = await readFrame(file, { at: frame, size: frameSize });
    return { inStore: whole.subarray(inFrame + start, inFrame + start + size) };
  }
  if (unpacked !== undefined && start !== null)
    return { inStore: unpacked.subarray(start, start + size) };
  if (bytes === null || start === null) {
    const file = blobOf(blobFolder, hash);
    return { file, pieces: () => readPieces(file) };
  }
  return { inStore: zstdDecompressSync(bytes).subarray(start, start + size) };
}
