import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../../../disk/create-file.ts";
import { openToChange, readSmallFile } from "../../../disk/open-file.ts";
import { errorCode } from "../../../runtime/error-message.ts";

/** A status takes a multiple of so many bytes, with this room to spare and half of its own: see `writeStatusFile`. */
const blockBytes = 4_096;
const spareBytes = 2_048;
/** More than the status of a thousand channels takes. */
const mostBytes = 32 << 20;

/** Where the daemon of a store says how it is: beside the store. */
function statusPath(storePath: string): string {
  return join(dirname(storePath), "status.json");
}

/**
 * Writes a status, never half of one: it replaces the last. On a full disk it is written over the last,
 * whose room is there already, since that is when people look; a reader in that very moment may find it
 * damaged. Not synchronous: replacing a file may have to wait for the disk.
 */
export async function writeStatusFile(
  storePath: string,
  { text, shorter }: { readonly text: string; readonly shorter: string },
): Promise<void> {
  const path = statusPath(storePath);
  try {
    await replaceFile(path, dirname(path), padded(`${text}\n`));
  } catch (error) {
    if (errorCode(error) !== "ENOSPC") throw error;
    const { size } = lstatSync(path);
    const fitting = [text, shorter]
      .map((said) => Buffer.from(said))
      .find(({ length }) => length <= size);
    if (fitting === undefined) throw error;
    await writeOver(path, Buffer.concat([fitting, Buffer.alloc(size - fitting.length, " ")]));
  }
}

/** The last status that was written. */
export function readStatusFile(storePath: string): string {
  return readSmallFile(statusPath(storePath), mostBytes).toString("utf8");
}

/** With blanks at its end, which no reader of JSON minds: the next may be longer and take as much room. */
function padded(text: string): string {
  const bytes = Buffer.byteLength(text);
  const room = Math.ceil((1.5 * bytes + spareBytes) / blockBytes) * blockBytes;
  return text + " ".repeat(room - bytes);
}

async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openToChange(path);
  try {
    await file.write(bytes, 0, bytes.length, 0);
  } finally {
    await file.close();
  }
}
