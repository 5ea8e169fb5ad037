import { existsSync, renameSync, writeFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { type DiskName, dressedName, pathIn } from "./disk-name.ts";

const reasonEnding = ".reason.txt";

/**
 * Lays a copy of a refused file, given by its path or its bytes, and the reason into the quarantine
 * folder, as `<number>-<name>` and
 * `<number>-<name>.reason.txt`. The copy gets its name last, so that one that is there is complete and
 * doing it again after a crash does nothing.
 */
export async function quarantineCopy(
  quarantine: string,
  fileId: number,
  name: DiskName,
  source: string | Buffer | { readonly bytes: Uint8Array | AsyncIterable<Uint8Array> },
  reason: string,
): Promise<void> {
  const before = `${fileId}-`;
  const target = pathIn(quarantine, dressedName(before, name, ""));
  if (existsSync(target)) return;
  const draft = `${quarantine}/.busbar-${fileId}`;
  if (typeof source === "object" && "bytes" in source) await writeFile(draft, source.bytes);
  else await copyFile(source, draft);
  writeFileSync(pathIn(quarantine, dressedName(before, name, reasonEnding)), reason);
  renameSync(draft, target);
}
