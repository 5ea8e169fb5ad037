import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  type PathLike,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Who may read what Busbar writes: its user and group, whatever the umask says. */
const ownMode = 0o640;
/** Of what is put down for another program to take: that one may have to write it, too. */
export const outgoingMode = 0o660;
/** Of what every program of the machine may read. */
export const publicMode = 0o644;

/** Creates a file or fails; a link that is there is never followed. */
const createFlags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Begins the name of every draft; the id of the process that writes it follows. */
const draftPrefix = ".busbar-draft-";
/** A draft that was not written to for so long is nobody's any more, in milliseconds. */
const abandonedMs = 3_600_000;

/** A path in a folder that nobody can guess, for what gets its own name when it is whole. */
export function draftIn(folder: string): string {
  return `${folder}/${draftPrefix}${process.pid}-${randomUUID()}`;
}

/** Creates a file that was not there. Rejects with `EEXIST` when anything is there. */
export function createFile(path: PathLike, mode = ownMode): Promise<FileHandle> {
  return open(path, createFlags, mode);
}

/** Creates an empty file that was not there. Throws `EEXIST` when anything is there. */
export function createEmptyFile(path: PathLike, mode = ownMode): void {
  closeSync(openSync(path, createFlags, mode));
}

/** Creates a file with a small content. Throws `EEXIST` when anything is there; half of it may be there when the disk fills. */
export function createFileWith(path: PathLike, content: string | Uint8Array, mode = ownMode): void {
  const descriptor = openSync(path, createFlags, mode);
  try {
    writeSync(descriptor, Buffer.from(content));
  } finally {
    closeSync(descriptor);
  }
}

/** Creates a file where an earlier try may have left one, which is removed: as a name, so never through a link. */
export async function createAnew(path: PathLike, mode = ownMode): Promise<FileHandle> {
  try {
    return await createFile(path, mode);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await rm(path, { force: true });
    return await createFile(path, mode);
  }
}

/** Writes what comes to a file that was not there. What was written is removed when it fails. */
export async function writeNewFile(
  path: string,
  bytes: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<void> {
  const handle = await createFile(path);
  try {
    await handle.writeFile(bytes);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

/** Puts a file in place of what has its name, whatever that is; never half of it, never through a link. */
export async function replaceFile(
  path: string | Buffer,
  folder: string,
  text: string,
): Promise<void> {
  const draft = draftIn(folder);
  await writeNewFile(draft, text).catch((error: unknown) => {
    throw nameInPlaceOf(error, draft, folder);
  });
  try {
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw nameInPlaceOf(error, draft, String(path));
  }
}

/**
 * The error with another path than that of a draft, which nobody asked for and which is gone: the folder where the
 * draft could not be made, or the name that it could not be given.
 */
function nameInPlaceOf(error: unknown, draft: string, path: string): unknown {
  if (!(error instanceof Error) || !("path" in error) || error.path !== draft) return error;
  return Object.assign(error, { path, message: error.message.replaceAll(draft, path) });
}

/** Writes a small text to a draft beside `path`, for `link` or `rename`; gives the draft's path. */
export function writeDraftSync(folder: string, text: string, mode = ownMode): string {
  const draft = draftIn(folder);
  const descriptor = openDraft(draft, folder, mode);
  try {
    writeSync(descriptor, text);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return draft;
}

function openDraft(draft: string, folder: string, mode: number): number {
  try {
    return openSync(draft, createFlags, mode);
  } catch (error) {
    throw nameInPlaceOf(error, draft, folder);
  }
}

/** Like `replaceFile`, of a small text and at once. */
export function replaceFileSync(path: string, text: string, mode = ownMode): void {
  const draft = writeDraftSync(dirname(path), text, mode);
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw nameInPlaceOf(error, draft, path);
  }
}

/** Removes the drafts that programs left behind which were killed. A folder that cannot be listed keeps them. */
export function sweepDraftsIn(...folders: readonly string[]): void {
  for (const folder of folders) {
    for (const name of draftsIn(folder)) {
      const path = `${folder}/${name}`;
      const entry = lstatSync(path, { throwIfNoEntry: false });
      if (entry === undefined || !isAbandoned(name, entry.mtimeMs)) continue;
      rmSync(path, { force: true, recursive: entry.isDirectory() });
    }
  }
}

/**
 * Whether nobody writes a draft any more: its process has ended, or had our id before we began, as in a
 * container, where each start has the same one. An id that another program has got since keeps the draft
 * for an hour.
 */
function isAbandoned(name: string, writtenAtMs: number): boolean {
  if (Date.now() - writtenAtMs > abandonedMs) return true;
  const pid = Number(/^\d+(?=-)/.exec(name.slice(draftPrefix.length))?.[0]);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return writtenAtMs < performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function draftsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(draftPrefix));
  } catch {
    return [];
  }
}
