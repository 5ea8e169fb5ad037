import {
  existsSync,
  lstatSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
} from "node:fs";
import { link } from "node:fs/promises";
import {
  type DiskName,
  dressedName,
  markerNames,
  nameMark,
  pathIn,
  textName,
} from "../../channels/folder/disk-name.ts";
import { placeFile } from "../../channels/folder/place-file.ts";
import { isNameRefused } from "../../channels/folder/refused-name.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { copyNewFile } from "../../disk/copy-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { errorCode } from "../../runtime/error-message.ts";
import { claimTime, markerFolder } from "./claim.ts";
import { namesIn } from "./listing.ts";

/** A file that leaves the work folder. */
export interface LeavingFile {
  readonly name: DiskName;
  readonly path: string | Buffer;
  /** It belongs to a refused file, which never has the plain name: that is for one that is taken. */
  readonly isRefused: boolean;
}

/**
 * Moves a recorded file to `archive/<day of its claim>/<name>`, or `<name>.<claim>` when that name is
 * taken; a refused one to `<name>.<claim>.refused`. Never replaces a file. Where the folder can have neither, it is called after its claim and a hash
 * of its name. The day and the names depend on the claim alone, so that a move broken off half-way ends
 * where it began. An archive on another mount gets a copy, made durable first. Gives the name it has
 * there when that is not made from its own; null otherwise.
 */
export async function archiveFile(
  archive: string,
  claimId: string,
  file: LeavingFile,
): Promise<string | null> {
  const folder = archiveFolder(archive, claimId);
  const substitute = textName(`${claimId}-${nameMark(file.name)}`);
  const own = file.isRefused
    ? [dressedName("", file.name, `.${claimId}.refused`)]
    : [file.name, dressedName("", file.name, `.${claimId}`)];
  const names = [...own, substitute];
  const said = (name: DiskName) => (name === substitute ? substitute.text : null);
  try {
    return said(place(file.path, folder, names));
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" && !isThere(folder) && isThere(file.path)) {
      mkdirSync(folder, { recursive: true });
      return archiveFile(archive, claimId, file);
    }
    if (code !== "EXDEV") throw error;
    return said(await copyAcross(file, folder, draftName(claimId, file.name), names));
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
  // Two mounts may be of one disk, as systemd makes them of the folders that a unit may write in.
  if (!isThere(folder)) return;
  for (const name of namesIn(folder)) {
    if (name.text.startsWith(draftPrefix(claimId))) rmSync(pathIn(folder, name), { force: true });
  }
}

/** Moves to the first of the names that the folder can have and has not. */
function place(path: string | Buffer, folder: string, names: readonly DiskName[]): DiskName {
  for (const name of names) {
    try {
      if (placeFile(path, folder, [name]) !== null) return name;
    } catch (error) {
      passRefusedName(error, path, folder);
    }
  }
  throw noName(folder);
}

/** Throws what is not the fault of the name. */
function passRefusedName(error: unknown, path: string | Buffer, folder: string): void {
  if (!isThere(path) || !isNameRefused(error, folder)) throw error;
}

function isThere(path: string | Buffer): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function noName(folder: string): Error {
  return new Error(
    `every name for it in ${folder} is taken, or cannot be had there. Take away what is there under its name`,
  );
}

const draftPrefix = (claimId: string) => `.busbar-${claimId}-`;

function draftName(claimId: string, name: DiskName): string {
  return draftPrefix(claimId) + nameMark(name);
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
): Promise<DiskName> {
  const draft = `${folder}/${draftText}`;
  let placed = nameOf(draft, file, folder, names);
  if (placed === null) {
    rmSync(draft, { force: true });
    await copyNewFile(file.path, draft, "durable");
    placed = await linkToFreeName(draft, folder, names);
    await syncFolders(folder);
  }
  unlinkSync(file.path);
  rmSync(draft, { force: true });
  return placed;
}

/**
 * The name that a draft got before a crash; null when it got none. It counts only when it is a copy of this
 * file: others may have put something there.
 */
function nameOf(
  draft: string,
  file: LeavingFile,
  folder: string,
  names: readonly DiskName[],
): DiskName | null {
  const copy = lstatSync(draft, { throwIfNoEntry: false });
  if (copy === undefined || !copy.isFile() || copy.nlink < 2) return null;
  if (copy.size !== lstatSync(file.path).size) return null;
  return names.find((name) => isSameEntry(copy, pathIn(folder, name), folder)) ?? null;
}

function isSameEntry(copy: Stats, path: string | Buffer, folder: string): boolean {
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    return entry?.ino === copy.ino && entry.dev === copy.dev;
  } catch (error) {
    if (isNameRefused(error, folder)) return false;
    throw error;
  }
}

async function linkToFreeName(
  draft: string,
  folder: string,
  names: readonly DiskName[],
): Promise<DiskName> {
  for (const name of names) {
    try {
      await link(draft, pathIn(folder, name));
      return name;
    } catch (error) {
      if (errorCode(error) === "EEXIST" || isNameRefused(error, folder)) continue;
      return place(draft, folder, names);
    }
  }
  throw noName(folder);
}

/** What the store has of the arrivals named. */
export type FindArrivals = (
  arrivals: readonly string[],
) => Promise<ReadonlyMap<string, { readonly state: string }>>;

/**
 * Puts the markers of a claim where they belong: beside their archived file when that is recorded; back
 * into the inbox when the file never left it (a crash came between), unless a newer marker is there.
 * The marker of a file that is still in the claim stays with it.
 */
export async function settleMarkers(
  channel: FolderChannel,
  claimId: string,
  findArrivals: FindArrivals,
): Promise<void> {
  const folder = markerFolder(channel, claimId);
  if (channel.marker === null || !existsSync(folder)) return;
  const names = markerNames(channel.marker);
  const waiting = namesIn(folder).map((name) => ({ name, file: names.fileOf(name) ?? name }));
  const recorded = await findArrivals(waiting.map(({ file }) => `${claimId}/${file.text}`));
  for (const { name, file } of waiting) {
    if (existsSync(pathIn(`${channel.work}/${claimId}`, file))) continue;
    const path = pathIn(folder, name);
    const state = recorded.get(`${claimId}/${file.text}`)?.state;
    if (state === undefined) returnMarker(channel, name, path);
    else
      await archiveFile(channel.archive, claimId, { name, path, isRefused: state === "rejected" });
  }
  if (namesIn(folder).length === 0) rmdirSync(folder);
}

function returnMarker(channel: FolderChannel, name: DiskName, path: string | Buffer): void {
  if (placeFile(path, channel.path, [name]) === null) unlinkSync(path);
}
