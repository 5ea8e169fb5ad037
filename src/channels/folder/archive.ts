import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, rmSync, statSync, unlinkSync } from "node:fs";
import { copyFile, link, open, utimes } from "node:fs/promises";
import type { FolderChannel } from "../../config/channel.ts";
import { errorCode } from "../channel-error.ts";
import { claimTime } from "./claim-id.ts";
import { type DiskName, dressedName, pathIn } from "./disk-name.ts";
import { namesIn } from "./listing.ts";
import { placeFile } from "./place-file.ts";
import { syncFolders } from "./sync-folder.ts";

/** A file that leaves the work folder. */
export interface LeavingFile {
  readonly name: DiskName;
  readonly path: string | Buffer;
}

/**
 * Moves a recorded file to `archive/<day of its claim>/<name>`, or `<name>.<claim>` when that name is
 * taken; never replaces a file. The day and both names depend on the claim alone, so that a move broken
 * off half-way ends where it began. An archive on another mount gets a copy, made durable first.
 */
export async function archiveFile(
  archive: string,
  claimId: string,
  file: LeavingFile,
): Promise<void> {
  const folder = archiveFolder(archive, claimId);
  const names = [file.name, dressedName("", file.name, `.${claimId}`)];
  try {
    place(file, folder, names);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" && lstatSync(file.path, { throwIfNoEntry: false }) !== undefined) {
      mkdirSync(folder, { recursive: true });
      return archiveFile(archive, claimId, file);
    }
    if (code !== "EXDEV") throw error;
    await copyAcross(file, folder, draftName(claimId, file.name), names);
  }
}

/** The folder that files of a claim are archived in: its day in UTC. */
function archiveFolder(archive: string, claimId: string): string {
  const day = new Date(claimTime(claimId) ?? 0).toISOString().slice(0, 10);
  return `${archive}/${day}`;
}

/**
 * Removes what moves of a claim's files to an archive on another mount left behind when they were broken
 * off after the last rename. Only for a claim that is empty: until then a draft tells how far a move came.
 */
export function sweepDrafts(channel: FolderChannel, claimId: string): void {
  const folder = archiveFolder(channel.archive, claimId);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined || there.dev === statSync(channel.work).dev) return;
  for (const name of namesIn(folder)) {
    if (name.text.startsWith(draftPrefix(claimId))) rmSync(pathIn(folder, name), { force: true });
  }
}

function place(file: LeavingFile, folder: string, names: readonly DiskName[]): void {
  if (placeFile(file.path, folder, names) !== null) return;
  throw new Error(`every name for it in ${folder} is taken`);
}

const draftPrefix = (claimId: string) => `.busbar-${claimId}-`;

function draftName(claimId: string, name: DiskName): string {
  const mark = createHash("sha256")
    .update(name.raw ?? name.text)
    .digest("hex")
    .slice(0, 16);
  return draftPrefix(claimId) + mark;
}

/**
 * Copies to a draft beside the target, then gives it its name. The draft is unlinked last: while it is
 * there, its number of links tells whether the name was given before a crash.
 */
async function copyAcross(
  file: LeavingFile,
  folder: string,
  draftText: string,
  names: readonly DiskName[],
): Promise<void> {
  const draft = `${folder}/${draftText}`;
  const placed = (lstatSync(draft, { throwIfNoEntry: false })?.nlink ?? 0) > 1;
  if (!placed) {
    await durableCopy(file.path, draft);
    await linkToFreeName(draft, folder, names);
    await syncFolders(folder);
  }
  unlinkSync(file.path);
  rmSync(draft, { force: true });
}

async function durableCopy(source: string | Buffer, draft: string): Promise<void> {
  const { atime, mtime } = lstatSync(source);
  await copyFile(source, draft);
  await utimes(draft, atime, mtime);
  const handle = await open(draft, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function linkToFreeName(
  draft: string,
  folder: string,
  names: readonly DiskName[],
): Promise<void> {
  for (const name of names) {
    try {
      await link(draft, pathIn(folder, name));
      return;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") return place({ name, path: draft }, folder, names);
    }
  }
  throw new Error(`every name for it in ${folder} is taken`);
}
