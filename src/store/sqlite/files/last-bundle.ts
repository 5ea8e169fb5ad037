import { hash } from "node:crypto";
import { zstdDecompressSync } from "node:zlib";
import type { KeptRow } from "../../packs/kept-place.ts";

/** A larger bundle is not kept, in bytes of what it unpacks to. */
const mostBytes = 2 << 20;

/** A row of content without the bytes of the bundle that it is in. */
export type RowInBundle = Omit<KeptRow, "bytes" | "unpacked"> & { readonly bundle: number | null };

/** The last bundle that was unpacked: files that came or leave together lie in one, and are read one by one. */
export class LastBundle {
  readonly #packed: (bundle: number) => Buffer | undefined;
  #last: { readonly bundle: number; readonly bytes: Uint8Array } | null = null;

  /** `packed` reads the bytes of a bundle. */
  constructor(packed: (bundle: number) => Buffer | undefined) {
    this.#packed = packed;
  }

  /** The row with its bytes: from the last bundle while that holds what the row says, else as the store has them. */
  filled(row: RowInBundle): KeptRow {
    const { bundle, start, size } = row;
    const isHere = bundle !== null && start !== null && row.pack === null && row.at === null;
    if (!isHere) return { ...row, bytes: bundle === null ? null : (this.#packed(bundle) ?? null) };
    if (this.#last?.bundle === bundle) {
      const bytes = this.#last.bytes.subarray(start, start + size);
      // Values in it may have been erased since, or its number given to another.
      if (hash("sha256", bytes, "hex") === row.hash)
        return { ...row, bytes: null, unpacked: this.#last.bytes };
    }
    const bytes = this.#packed(bundle) ?? null;
    const unpacked = bytes === null ? null : unpack(bytes);
    if (unpacked === null) return { ...row, bytes };
    this.#last = unpacked.length <= mostBytes ? { bundle, bytes: unpacked } : null;
    return { ...row, bytes, unpacked };
  }
}

/** Null where it is damaged: whoever unpacks it next says so. */
function unpack(bytes: Buffer): Uint8Array | null {
  try {
    return zstdDecompressSync(bytes);
  } catch {
    return null;
  }
}
