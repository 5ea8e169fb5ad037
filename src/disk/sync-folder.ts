import { closeSync, fsync } from "node:fs";
import { promisify } from "node:util";
import { openFolder } from "./open-file.ts";

const syncDescriptor = promisify(fsync);

/**
 * Makes the names in folders durable: without it a power cut may undo a rename. The disk is asked for
 * all of them before this returns, so that it works while the caller goes on.
 */
export async function syncFolders(...folders: readonly string[]): Promise<void> {
  await Promise.all(folders.map(syncFolder));
}

async function syncFolder(folder: string): Promise<void> {
  const descriptor = openFolder(folder);
  try {
    await syncDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
