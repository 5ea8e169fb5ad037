import { existsSync, linkSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { draftIn, sweepDraftsIn } from "../../disk/create-file.ts";
import { busbarVersion } from "../../disk/version.ts";
import { blobPath } from "../../intake/record/blob.ts";
import { openCopy } from "../installation/open-copy.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { type Manifest, storeName } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import { type ArchivedFile, writeArchive } from "./write-archive.ts";

/**
 * Makes a backup, whole and of one moment, in a file that is not there yet, while the daemon goes on: the store,
 * the bytes of large files, and a manifest of their hashes. It has its name only once it was read again to its
 * end. Rejects with `RefusedError` when something lies there, with `StoreError` when the store is damaged.
 */
export async function backUp(
  { store, config }: Pick<OpenInstallation, "store" | "config">,
  { path }: { readonly path: string },
): Promise<Manifest> {
  const isThere = () =>
    new RefusedError(
      "invalid",
      `${path} is there already; name another file, since a backup never replaces one`,
    );
  if (existsSync(path)) throw isThere();
  const folder = dirname(path);
  sweepDraftsIn(folder);
  const copy = draftIn(folder);
  const archive = draftIn(folder);
  try {
    await store.backups.copyTo(copy);
    const about = { busbar: busbarVersion(), store: store.id, madeAt: new Date().toISOString() };
    await writeArchive(archive, filesOf(copy, config.blobs), about);
    // What a disk gives back is what counts, not what was written to it.
    const manifest = await readArchive(archive, drain);
    try {
      linkSync(archive, path);
    } catch (error) {
      if (existsSync(path)) throw isThere();
      throw error;
    }
    return manifest;
  } finally {
    for (const suffix of ["", "-journal", "-wal", "-shm"])
      rmSync(`${copy}${suffix}`, { force: true });
    rmSync(archive, { force: true });
  }
}

/** The copy of the store, once its pages were looked at, and the blobs that it names. */
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
    for await (const hash of store.backups.blobs()) {
      const name = blobPath("blobs", hash);
      yield { name, path: blobPath(blobs, hash), hash };
    }
  } finally {
    await store.close();
  }
}

async function drain(_name: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}
