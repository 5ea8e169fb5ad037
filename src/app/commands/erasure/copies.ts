import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { BusbarConfig } from "../../../config/config.ts";
import { draftIn, replaceFileSync, writeNewFile } from "../../../disk/create-file.ts";
import { readPieces } from "../../../disk/open-file.ts";
import { syncFolders } from "../../../disk/sync-folder.ts";
import { reasonEnding } from "../../../intake/channel/quarantine.ts";
import { errorCode } from "../../../runtime/error-message.ts";
import type { ToldContent } from "../../../store/port/erasure-store.ts";

/** A file in an archive or quarantine folder with the bytes of a content. */
export interface Copy {
  readonly path: string;
  readonly content: number;
}

/** Every folder of this machine that Busbar lays copies of inbound files into. */
function copyFolders({ channels, sftpInboxes }: BusbarConfig): string[] {
  const folders = [
    ...channels.flatMap(({ archive, quarantine }) => [archive, quarantine]),
    ...sftpInboxes.map(({ quarantine }) => quarantine),
  ];
  return [...new Set(folders)];
}

/** A content whose copies are looked for. */
export interface CopiedContent extends Pick<ToldContent, "content" | "sizeBytes"> {
  /** What its copies may have: the hash that it came with, and that of its bytes after an earlier erasure. */
  readonly hashes: readonly string[];
}

/** Files in archive and quarantine folders with the bytes of one of the contents. */
export function copiesOf(
  config: BusbarConfig,
  contents: readonly CopiedContent[],
): Promise<Copy[]> {
  return filesWith(contents, copyFolders(config));
}

/**
 * Files with the bytes of one of the contents that were taken from an inbox and have not got their place in an
 * archive yet, which a daemon does next. To be asked for before `copiesOf`, so that none slips by between the two.
 */
export function copiesInHand(
  { channels }: BusbarConfig,
  contents: readonly CopiedContent[],
): Promise<Copy[]> {
  return filesWith(
    contents,
    channels.map(({ work }) => work),
  );
}

/** Files below folders with the bytes of one of the contents, found by size and then by hash. */
async function filesWith(
  contents: readonly CopiedContent[],
  folders: readonly string[],
): Promise<Copy[]> {
  const sizes = new Set(contents.map(({ sizeBytes }) => sizeBytes));
  const byHash = new Map(
    contents.flatMap(({ hashes, content }) => hashes.map((hash) => [hash, content] as const)),
  );
  const found: Copy[] = [];
  for (const folder of folders)
    for (const path of filesBelow(folder)) {
      const size = statSync(path, { throwIfNoEntry: false })?.size;
      if (size === undefined || !sizes.has(size)) continue;
      const content = byHash.get(await hashOf(path));
      if (content !== undefined) found.push({ path, content });
    }
  return found;
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".busbar-"))
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const sum = createHash("sha256");
  for await (const piece of readPieces(path)) sum.update(piece);
  return sum.digest("hex");
}

/** Gives a copy other bytes, whole or not at all; what a reason beside it quotes is gone with them. */
export async function replaceCopy(path: string, bytes: Uint8Array): Promise<void> {
  if (!existsSync(path)) return;
  const folder = dirname(path);
  const draft = draftIn(folder);
  try {
    await writeNewFile(draft, bytes);
    await rename(draft, path);
    await syncFolders(folder);
  } finally {
    rmSync(draft, { force: true });
  }
  if (existsSync(path + reasonEnding))
    replaceFileSync(
      path + reasonEnding,
      "What this file says of a person was erased, and what it was refused for with it; the store has when and why.\n",
    );
}
