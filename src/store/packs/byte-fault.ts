import { createHash, hash } from "node:crypto";
import { zstdDecompressSync } from "node:zlib";
import { type KeptRow, keptPlaceOf, wereDropped } from "./kept-place.ts";
import { packPath, readFrame } from "./pack-file.ts";

/** A content without its bytes: where they are to be found. */
export interface PlacedContent extends KeptRow {
  readonly bundle: number | null;
}

/** Reads the packed bytes of a bundle; undefined when there is none of that number. */
type BundleOf = (bundle: number) => Promise<Uint8Array | undefined>;

/**
 * Looks at the bytes of one content after another, and says what is wrong with them. Each bundle and frame is
 * unpacked once while contents come in their order.
 */
export function byteFault(
  blobFolder: string,
  bundleOf: BundleOf,
): (row: PlacedContent) => Promise<string | null> {
  const holderOf = holders(blobFolder, bundleOf);
  return async (row) => {
    // Dropped for its age, which a row says: nothing is amiss.
    if (wereDropped(row)) return null;
    if (row.bundle === null || row.start === null) return looseFault(blobFolder, row);
    const { name, bytes, from } = await holderOf(row);
    if (bytes === null) return `${name}, which holds its bytes, cannot be unpacked.`;
    const own = bytes.subarray(from, from + row.size);
    if (own.length === row.size && hash("sha256", own, "hex") === row.hash) return null;
    return `Its bytes in ${name.toLowerCase()} do not have the hash that was recorded, ${row.hash}.`;
  };
}

/** What is wrong with the bytes of a large file, which are beside the store. */
async function looseFault(folder: string, row: KeptRow): Promise<string | null> {
  const place = await keptPlaceOf(row, folder);
  if ("inStore" in place) return null;
  const digest = createHash("sha256");
  let length = 0;
  try {
    for await (const piece of place.pieces()) {
      digest.update(piece);
      length += piece.length;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Its bytes cannot be read: ${why}. Put ${place.file} back from a backup.`;
  }
  if (length === row.size && digest.digest("hex") === row.hash) return null;
  return `${place.file} does not have the hash that was recorded. Put it back from a backup.`;
}

/** What holds the bytes of a small file, unpacked, and from where on in it they are. */
function holders(blobFolder: string, bundleOf: BundleOf) {
  let open: { readonly name: string; readonly bytes: Uint8Array | null } | null = null;

  /** What was unpacked last when it is this; else it is unpacked. Null when it cannot be. */
  async function unpacked(
    name: string,
    unpack: () => Promise<Uint8Array | null>,
  ): Promise<Uint8Array | null> {
    if (open?.name !== name) {
      try {
        open = { name, bytes: await unpack() };
      } catch {
        open = { name, bytes: null };
      }
    }
    return open.bytes;
  }

  return async ({ bundle: id, pack, frame, frameSize, inFrame, start }: PlacedContent) => {
    const from = (inFrame ?? 0) + (start ?? 0);
    if (pack !== null && frame !== null && frameSize !== null) {
      const name = `Pack ${pack}`;
      const place = { at: frame, size: frameSize };
      const bytes = await unpacked(`${name} ${frame}`, () =>
        readFrame(packPath(blobFolder, pack), place),
      );
      return { name, bytes, from };
    }
    const name = `Bundle ${id}`;
    const bytes = await unpacked(name, async () => {
      const packed = id === null ? undefined : await bundleOf(id);
      return packed === undefined ? null : zstdDecompressSync(packed);
    });
    return { name, bytes, from };
  };
}
