import { existsSync, renameSync, writeFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { type DiskName, dressedName, pathIn } from "./disk-name.ts";

const reasonEnding = ".reason.txt";

/**
 * Lays a copy of a refused file and the reason into the quarantine folder, as `<number>-<name>` and
 * `<number>-<name>.reason.txt`. The copy gets its name last, so that one that is there is complete and
 * doing it again after a crash does nothing. `source` is a path, or the bytes in pieces.
 */
export async function quarantineCopy(
  quarantine: string,
  fileId: number,
  name: DiskName,
  source: string | Buffer | AsyncIterable<Uint8Array>,
  reason: string,
): Promise<void> {
  const before = `${fileId}-`;
  const target = pathIn(quarantine, dressedName(before, name, ""));
  if (existsSync(target)) return;
  const draft = `${quarantine}/.busbar-${fileId}`;
  if (typeof source === "string" || Buffer.isBuffer(source)) await copyFile(source, draft);
  else await writeFile(draft, source);
  writeFileSync(pathIn(quarantine, dressedName(before, name, reasonEnding)), reason);
  renameSync(draft, target);
}
