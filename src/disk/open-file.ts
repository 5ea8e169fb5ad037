import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  type PathLike,
  type ReadStream,
  readSync,
  type Stats,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { OddFile, oddKind } from "./odd-file.ts";

/** No link is followed, and a pipe that was put there between two steps does not make us wait for ever. */
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const writeFlags = constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A regular file that is open, and what it was when it was opened. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * Opens a regular file to read where somebody else may write, too. Throws `OddFile` for anything else; a
 * device is not even opened, since some act on that.
 */
export function openToReadSync(path: PathLike): OpenFile {
  return openedSync(path, readFlags);
}

/**
 * Opens a file to read at a path where a look has just shown a regular file, in a folder of ours: that look is not
 * repeated. What was put there since is refused as well.
 */
export function openSeenSync(path: PathLike): OpenFile {
  try {
    return openRegular(path, readFlags);
  } catch (error) {
    // Some kinds are refused by the system already, which does not say what they are.
    if (!(error instanceof OddFile)) refuseOdd(path, lstatSync(path));
    throw error;
  }
}

/** Opens a file to read, as a handle. Rejects with `OddFile`. */
export function openToRead(path: PathLike): Promise<FileHandle> {
  return opened(path, readFlags);
}

/** Opens a file of ours that is there already, to write in it. Rejects with `OddFile`. */
export function openToChange(path: PathLike): Promise<FileHandle> {
  return opened(path, writeFlags);
}

/** Opens a file of ours that is there already, to write in it, at once and as a descriptor. Throws `OddFile`. */
export function openToChangeSync(path: PathLike): number {
  return openedSync(path, writeFlags).descriptor;
}

/** The bytes of a regular file as they are read. Its errors, `OddFile` among them, come with the first piece. */
export async function* readPieces(path: PathLike, pieceBytes = 1 << 18): AsyncGenerator<Buffer> {
  const handle = await openToRead(path);
  const stream: ReadStream = handle.createReadStream({ highWaterMark: pieceBytes });
  yield* stream as AsyncIterable<Buffer>;
}

/**
 * A small file of ours, whole. Throws `OddFile`, also when it holds more than `mostBytes`. Memory is taken for what
 * the file has and not for what it may have: some are looked at many times a second.
 */
export function readSmallFile(path: PathLike, mostBytes: number): Buffer {
  const { descriptor, stats } = openToReadSync(path);
  try {
    // Files that the system makes up say that they are empty.
    let bytes = Buffer.alloc(Math.min(Math.max(stats.size, 4_095), mostBytes) + 1);
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += count;
      if (count === 0) return bytes.subarray(0, length);
      if (length > mostBytes) throw new OddFile(path, `of more than ${mostBytes} bytes`);
      if (length < bytes.length) continue;
      const longer = Buffer.alloc(Math.min(2 * length, mostBytes + 1));
      bytes.copy(longer);
      bytes = longer;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A file of ours, whole, however large. Throws `OddFile`. */
export function readWholeFile(path: PathLike): Buffer {
  const { descriptor, stats } = openToReadSync(path);
  try {
    const bytes = Buffer.alloc(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a folder to make the names in it durable. */
export function openFolder(folder: string): number {
  return openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
}

function openedSync(path: PathLike, flags: number): OpenFile {
  refuseOdd(path, lstatSync(path));
  return openRegular(path, flags);
}

function openRegular(path: PathLike, flags: number): OpenFile {
  const descriptor = openSync(path, flags);
  try {
    const stats = fstatSync(descriptor);
    refuseOdd(path, stats);
    return { descriptor, stats };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

async function opened(path: PathLike, flags: number): Promise<FileHandle> {
  refuseOdd(path, lstatSync(path));
  const handle = await open(path, flags);
  try {
    refuseOdd(path, await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function refuseOdd(path: PathLike, stats: Parameters<typeof oddKind>[0]): void {
  const kind = oddKind(stats);
  if (kind !== null) throw new OddFile(path, kind);
}
