import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import { createTarPacker } from "modern-tar";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { createFile } from "../../disk/create-file.ts";
import { openToRead, readPieces } from "../../disk/open-file.ts";
import { errorCode } from "../../runtime/error-message.ts";
import { type BackedUpFile, type Manifest, manifestName } from "./manifest.ts";

/** A file to be put into an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly path: string;
  /** What its bytes must hash to; null when that is not known yet. */
  readonly hash: string | null;
}

/** What an archive says of itself, and whether one is made though bytes are lost. */
export interface ArchiveOptions {
  readonly about: Omit<Manifest, "files" | "format" | "lost">;
  /** What is missing or damaged is left out, and named. */
  readonly withoutLost: boolean;
}

/**
 * Writes a tar archive, compressed by zstd, of files and a manifest of them, to a path where nothing is, and
 * makes it durable. Rejects when a file is not what it should be; what was begun is its caller's to remove.
 */
export async function writeArchive(
  path: string,
  files: AsyncIterable<ArchivedFile>,
  options: ArchiveOptions,
): Promise<Manifest> {
  const target = await createFile(path);
  try {
    const { readable, controller } = createTarPacker();
    const written = pipeline(
      Readable.fromWeb(readable),
      createZstdCompress(),
      async (pieces: AsyncIterable<Uint8Array>) => {
        for await (const piece of pieces) await target.writeFile(piece);
        await target.sync();
      },
    );
    const filled = fill(controller, files, options).catch((error: unknown) => {
      controller.error(error);
      throw error;
    });
    const [manifest] = await Promise.all([filled, written]);
    return manifest;
  } finally {
    await target.close();
  }
}

type Packer = ReturnType<typeof createTarPacker>["controller"];

async function fill(
  packer: Packer,
  files: AsyncIterable<ArchivedFile>,
  { about, withoutLost }: ArchiveOptions,
): Promise<Manifest> {
  const packed: BackedUpFile[] = [];
  const lost: string[] = [];
  for await (const file of files) {
    if (withoutLost && (await isLost(file))) lost.push(file.name);
    else packed.push(await pack(packer, file));
  }
  const told = lost.length === 0 ? {} : { lost };
  const manifest: Manifest = { format: 1, ...about, files: packed, ...told };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const writer = packer.add({ name: manifestName, size: bytes.length, mode: 0o640 }).getWriter();
  await writer.write(bytes);
  await writer.close();
  packer.finalize();
  return manifest;
}

async function pack(packer: Packer, { name, path, hash }: ArchivedFile): Promise<BackedUpFile> {
  const size = await sizeOf(path).catch((error: unknown) => {
    throw hash !== null && errorCode(error) === "ENOENT" ? unusable(path, "are missing") : error;
  });
  const sum = createHash("sha256");
  const writer = packer.add({ name, size, mode: 0o640 }).getWriter();
  for await (const piece of readPieces(path)) {
    sum.update(piece);
    await writer.ready;
    await writer.write(piece);
  }
  await writer.close();
  const found = sum.digest("hex");
  if (hash !== null && found !== hash) throw unusable(path, "are damaged");
  return { name, size, hash: found };
}

/** Whether the bytes of a file outside the store are missing or others than they were. */
async function isLost({ path, hash }: ArchivedFile): Promise<boolean> {
  if (hash === null) return false;
  try {
    const sum = createHash("sha256");
    for await (const piece of readPieces(path)) sum.update(piece);
    return sum.digest("hex") !== hash;
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "EIO") return true;
    throw error;
  }
}

function unusable(path: string, how: string): RefusedError {
  return new RefusedError(
    "unavailable",
    `The bytes of a large file, kept at ${path}, ${how}, so that no backup was made: put that one file back from the folder blobs of an older backup, or make one without what is lost. A proof of the store names the file that they are of`,
  );
}

async function sizeOf(path: string): Promise<number> {
  const handle = await openToRead(path);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
