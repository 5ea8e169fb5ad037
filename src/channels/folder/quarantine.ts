import { existsSync, renameSync, writeFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { StoreError } from "../../core/store.ts";
import { type DiskName, dressedName, pathIn } from "./disk-name.ts";
import { unwritable } from "./unwritable.ts";

const reasonEnding = ".reason.txt";

/** A refused file: where it lies, or its bytes. */
type QuarantineSource =
  | string
  | Buffer
  | { readonly bytes: Uint8Array | AsyncIterable<Uint8Array> };

/**
 * Lays a copy of a refused file, given by its path or its bytes, and the reason into the quarantine
 * folder, as `<number>-<name>` and
 * `<number>-<name>.reason.txt`. The copy gets its name last, so that one that is there is complete and
 * doing it again after a crash does nothing. Throws `ChannelError` when the folder cannot be written.
 */
export async function quarantineCopy(
  quarantine: string,
  fileId: number,
  name: DiskName,
  source: QuarantineSource,
  reason: string,
): Promise<void> {
  try {
    await layCopy(quarantine, fileId, name, source, reason);
  } catch (error) {
    // The store is no folder of ours, and bytes that come from it may fail as well.
    if (error instanceof StoreError) throw error;
    throw unwritable("quarantine folder", quarantine, error);
  }
}

async function layCopy(
  quarantine: string,
  fileId: number,
  name: DiskName,
  source: QuarantineSource,
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
