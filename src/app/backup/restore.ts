import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { holdableStages } from "../../core/hold/hold.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { createFile, draftIn, sweepDraftsIn } from "../../disk/create-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { errorCode } from "../../runtime/error-message.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import { whoAndWhy } from "../asked/who-asks.ts";
import { openCopy } from "../installation/open-copy.ts";
import { type Manifest, storeName } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest;
  /** The store, in the folder. */
  readonly storePath: string;
  /** The folder of the bytes of large files and of packs; null: there are none. */
  readonly blobs: string | null;
}

/**
 * Restores a backup into a folder that is empty or not there, all of it or nothing. Intake, actions and outbound
 * are on hold in the restored store: the world has gone on since the backup was made, and what was sent since
 * would be sent again. Rejects with `RefusedError` when the folder is not empty or the backup not whole.
 */
export async function restoreBackup(
  { path, ...where }: { readonly path: string; readonly folder: string },
  by: ChangedBy,
): Promise<Restored> {
  const { actor, reason } = whoAndWhy(by);
  // A folder may be a link to another disk: it is that one which is replaced, and not the link.
  const folder = existsSync(where.folder) ? realpathSync(where.folder) : where.folder;
  refuseUsed(folder);
  mkdirSync(dirname(folder), { recursive: true });
  sweepDraftsIn(dirname(folder));
  const draft = draftIn(dirname(folder));
  mkdirSync(draft, { mode: 0o750 });
  try {
    const manifest = await readArchive(path, async (name, pieces) => {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeDurable(join(draft, name), pieces);
    });
    const hasBlobs = manifest.files.length > 1;
    if (hasBlobs) await syncFolders(...foldersOf(manifest).map((name) => join(draft, name)));
    await holdAll(draft, {
      actor,
      reason: `restored from the backup of ${manifest.madeAt}: ${reason}`,
    });
    try {
      await syncFolders(draft);
      renameSync(draft, folder);
      await syncFolders(dirname(folder));
    } catch (error) {
      // Somebody put something there meanwhile.
      if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") refuseUsed(folder);
      if (errorCode(error) === "EBUSY") throw isMountPoint(folder);
      if (errorCode(error) === "ENOTDIR") throw isNoFolder(folder);
      throw error;
    }
    const blobs = hasBlobs || manifest.lost !== undefined ? join(folder, "blobs") : null;
    return { manifest, storePath: join(folder, storeName), blobs };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The folders below the restored one that files are in. */
function foldersOf({ files }: Manifest): string[] {
  const folders = files.map(({ name }) => dirname(name)).filter((name) => name !== ".");
  return [...new Set(folders.flatMap((name) => [name, dirname(name)]))];
}

/** Writes what comes to a file that was not there, and has the disk keep it: a restore that was reported is done. */
async function writeDurable(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const target = await createFile(path);
  try {
    for await (const piece of pieces) await target.writeFile(piece);
    await target.sync();
  } finally {
    await target.close();
  }
}

async function holdAll(folder: string, changedBy: ChangedBy): Promise<void> {
  const store = await openCopy(join(folder, storeName), {
    blobs: join(folder, "blobs"),
    readOnly: false,
  });
  try {
    for (const stage of holdableStages)
      await store.holds.place({
        scope: { stage, channel: null, type: null, name: null },
        ...changedBy,
      });
  } finally {
    await store.close();
  }
}

/** What is restored gets its name at once, which a mount point cannot take. */
function isMountPoint(folder: string): RefusedError {
  return new RefusedError(
    "conflict",
    `${folder} is where a disk is mounted, and nothing can take its place; name a folder on that disk, such as ${folder}/busbar`,
  );
}

function isNoFolder(folder: string): RefusedError {
  return new RefusedError(
    "conflict",
    `${folder} is a file, or a link to nothing; move it away, or name another folder`,
  );
}

function refuseUsed(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length === 0) return;
  throw new RefusedError(
    "conflict",
    `${folder} is not empty, and a backup is never restored over anything; move what is there away, or name another folder`,
  );
}
