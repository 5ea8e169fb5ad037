import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { createFile, draftIn, sweepDraftsIn } from "../../disk/create-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { blobOf } from "./kept-place.ts";

/** Writes the bytes of a large file under their own hash, which it gives. */
export async function writeBlob(blobFolder: string, bytes: Uint8Array): Promise<string> {
  const name = createHash("sha256").update(bytes).digest("hex");
  const path = blobOf(blobFolder, name);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  if (existsSync(path)) return name;
  sweepDraftsIn(folder);
  const draft = draftIn(folder);
  try {
    const target = await createFile(draft);
    try {
      await target.writeFile(bytes);
      await target.sync();
    } finally {
      await target.close();
    }
    renameSync(draft, path);
    await syncFolders(folder, blobFolder);
    return name;
  } finally {
    rmSync(draft, { force: true });
  }
}
