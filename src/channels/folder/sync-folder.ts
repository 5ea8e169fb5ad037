import { open } from "node:fs/promises";

/** Makes the names in folders durable: without it a power cut may undo a rename. */
export async function syncFolders(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
