import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import {
  constants,
  createZstdCompress,
  createZstdDecompress,
  zstdCompress,
  zstdDecompress,
} from "node:zlib";
import { createFile, draftIn, sweepDraftsIn } from "../../disk/create-file.ts";
import { openToRead, readPieces } from "../../disk/open-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Higher than for bytes that are just coming in: nobody waits for it, and it is done once. */
const level = { params: { [constants.ZSTD_c_compressionLevel]: 12 } };

/** Where a frame is in a pack. */
export interface PackFrame {
  readonly at: number;
  readonly size: number;
}

/** A file of packed bytes, durable under its own hash. */
export interface Pack {
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
  readonly size: number;
}

/** The folder of packs beside the bytes of large files. */
export function packFolder(blobs: string): string {
  return `${blobs}/packs`;
}

/** Where a pack is. */
export function packPath(blobs: string, hash: string): string {
  return `${packFolder(blobs)}/${hash}`;
}

/** Writes pieces of bytes as a pack of so many frames, each to be read without the others; reads it back before it has its name. */
export async function packFrames(
  blobs: string,
  frames: readonly Uint8Array[],
): Promise<Pack & { readonly frames: readonly PackFrame[] }> {
  const places: PackFrame[] = [];
  const pack = await writePack(
    blobs,
    async function* () {
      let at = 0;
      for (const frame of frames) {
        const packed = await compress(frame, level);
        places.push({ at, size: packed.byteLength });
        at += packed.byteLength;
        yield packed;
      }
    },
    async (draft) => {
      for (const [index, place] of places.entries())
        if (!(await readFrame(draft, place)).equals(frames[index] ?? Buffer.alloc(0)))
          throw new Error(`The disk gave back other bytes than were packed into ${draft}`);
    },
  );
  return { ...pack, frames: places };
}

/** Writes a file of any size as a pack, when its bytes have the hash; reads it back before it has its name. */
export function packWhole(blobs: string, source: string, wanted: string): Promise<Pack> {
  return writePack(
    blobs,
    async function* () {
      const packer = createZstdCompress(level);
      const fed = pipeline(readPieces(source), packer);
      yield* packer as AsyncIterable<Buffer>;
      await fed;
    },
    async (draft) => {
      const sum = createHash("sha256");
      for await (const piece of unpackedPieces(draft)) sum.update(piece);
      if (sum.digest("hex") !== wanted)
        throw new Error(`${source} does not have the hash that was recorded, and stays as it is`);
    },
  );
}

/** The unpacked bytes of one frame of a pack. */
export async function readFrame(path: string, { at, size }: PackFrame): Promise<Buffer> {
  const handle = await openToRead(path);
  try {
    const packed = Buffer.allocUnsafe(size);
    const { bytesRead } = await handle.read(packed, 0, size, at);
    if (bytesRead < size) throw new Error(`${path} is cut short`);
    return await decompress(packed);
  } finally {
    await handle.close();
  }
}

/** The unpacked bytes of a pack of one file, in pieces. */
export async function* unpackedPieces(path: string): AsyncGenerator<Buffer> {
  const unpacker = createZstdDecompress();
  const fed = pipeline(readPieces(path), unpacker);
  // Reported by the loop: who stops reading early ends both.
  fed.catch(() => {});
  yield* unpacker as AsyncIterable<Buffer>;
  await fed;
}

/** Whether the pack is there whole, as far as its size says. */
export function isPackThere(blobs: string, { hash, size }: Pack): boolean {
  return statSync(packPath(blobs, hash), { throwIfNoEntry: false })?.size === size;
}

async function writePack(
  blobs: string,
  pieces: () => AsyncIterable<Uint8Array>,
  prove: (draft: string) => Promise<void>,
): Promise<Pack> {
  const folder = packFolder(blobs);
  mkdirSync(folder, { recursive: true });
  sweepDraftsIn(folder);
  const draft = draftIn(folder);
  const sum = createHash("sha256");
  let size = 0;
  try {
    const target = await createFile(draft);
    try {
      for await (const piece of pieces()) {
        sum.update(piece);
        size += piece.byteLength;
        await target.writeFile(piece);
      }
      await target.sync();
    } finally {
      await target.close();
    }
    await prove(draft);
    const hash = sum.digest("hex");
    const path = packPath(blobs, hash);
    if (!existsSync(path)) renameSync(draft, path);
    await syncFolders(folder, blobs);
    return { hash, size };
  } finally {
    rmSync(draft, { force: true });
  }
}
