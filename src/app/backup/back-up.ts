import { existsSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname } from "node:path";
import { textName } from "../../channels/folder/disk-name.ts";
import { placeFile } from "../../channels/folder/place-file.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { draftIn, sweepDraftsIn } from "../../disk/create-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { busbarVersion } from "../../disk/version.ts";
import { blobPath } from "../../intake/file/blob.ts";
import type { OutsideFile } from "../../store/port/backup-store.ts";
import { openCopy } from "../installation/open-copy.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { type Manifest, storeName } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import { type ArchivedFile, writeArchive } from "./write-archive.ts";

/** What is backed up where. */
export interface BackUpInput {
  readonly path: string;
  /** A backup is made though bytes outside the store are missing or damaged; its manifest names them. */
  readonly withoutLost?: boolean;
  /** Called with the id by which the store knows the backup while it is made. */
  readonly onBegun?: (backup: number) => void;
}

/**
 * Makes a backup, whole and of one moment, in a file that is not there yet, while the daemon goes on: the store,
 * the bytes of large files, packs, and a manifest of their hashes. It has its name only once it was read again to
 * its end. Rejects with `RefusedError` when something is there or bytes are lost, with `StoreError` when the
 * store is damaged.
 */
export async function backUp(
  { store, config }: Pick<OpenInstallation, "store" | "config">,
  { path, withoutLost = false, onBegun }: BackUpInput,
): Promise<Manifest> {
  const isThere = () =>
    new RefusedError(
      "invalid",
      `${path} is there already; name another file, since a backup never replaces one`,
    );
  if (existsSync(path)) throw isThere();
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new RefusedError(
      "invalid",
      `There is no folder ${folder} that the backup could be put in; make it, or name another`,
      { about: "path" },
    );
  sweepDraftsIn(folder);
  const copy = draftIn(folder);
  const archive = draftIn(folder);
  const backup = await store.backups.begin({ path, host: hostname() });
  onBegun?.(backup);
  let isMade = false;
  try {
    await store.backups.copyTo(copy);
    const about = { busbar: busbarVersion(), store: store.id, madeAt: new Date().toISOString() };
    const files = filesOf(copy, config.blobs);
    await writeArchive(archive, files, { about, withoutLost });
    // What a disk gives back is what counts, not what was written to it.
    const manifest = await readArchive(archive, drain);
    if (placeFile(archive, folder, [textName(basename(path))]) === null) throw isThere();
    await syncFolders(folder);
    isMade = true;
    return manifest;
  } finally {
    for (const suffix of ["", "-journal", "-wal", "-shm"])
      rmSync(`${copy}${suffix}`, { force: true });
    rmSync(archive, { force: true });
    await store.backups.end({ backup, isMade });
  }
}

/** The copy of the store, once its pages were looked at, and what it names outside itself. */
async function* filesOf(copy: string, blobs: string): AsyncGenerator<ArchivedFile> {
  const store = await openCopy(copy, { blobs, readOnly: true });
  try {
    const [damage] = await store.health.damagedPages();
    if (damage !== undefined)
      throw new RefusedError(
        "unavailable",
        `The store is damaged (${damage}), so that no backup was made of it; put an older one back: docs/guides/backup-and-restore.md`,
      );
    yield { name: storeName, path: copy, hash: null };
    for await (const file of store.backups.outside())
      yield { name: placeIn("blobs", file), path: placeIn(blobs, file), hash: file.hash };
  } finally {
    await store.close();
  }
}

/** Where a file is in the folder of blobs, or in that of a backup. */
function placeIn(folder: string, { kind, name }: OutsideFile): string {
  return kind === "pack" ? `${folder}/packs/${name}` : blobPath(folder, name);
}

async function drain(_name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}
