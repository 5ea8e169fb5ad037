import { randomInt } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { rmdir } from "node:fs/promises";
import { type DiskName, markerNames, pathIn } from "../../channels/folder/disk-name.ts";
import { placeFile } from "../../channels/folder/place-file.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { type ArrivalMoments, compareArrivals } from "../channel/arrival-order.ts";
import { namesIn, type SeenFile, type Signature } from "./listing.ts";
import { otherMount } from "./owner-mark.ts";

/** A claimed file: it is in the work folder and no other program takes it. */
export interface ClaimedFile {
  /** Claim and name, the arrival it is recorded as. */
  readonly arrival: string;
  readonly name: DiskName;
  readonly path: string | Buffer;
  /** When it was first seen, in milliseconds since 1970. */
  readonly seenAt: number;
  /** What it was when it was judged to be complete; null when that is no longer known. */
  readonly signature: Signature | null;
}

/** A batch of files renamed into one folder. */
export interface Claim {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly ClaimedFile[];
}

/** A steady file, ready to be claimed. */
export interface ReadyFile extends SeenFile {
  readonly seenAt: number;
}

/** Why a file could not be claimed; it stays where it is. */
export interface ClaimFailure {
  readonly name: DiskName;
  readonly reason: string;
}

/** A claim, and the files that could not be renamed into it. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly failures: readonly ClaimFailure[];
}

/**
 * Renames files into `work/<id>/`. One that vanished is left out; one that cannot be read stays and is
 * among the failures. Throws `ChannelError` when the work folder turns out to be on another mount.
 */
export function claimFiles(
  channel: FolderChannel,
  id: string,
  files: readonly ReadyFile[],
  onClaimed: (name: DiskName) => void,
): ClaimResult {
  const folder = `${channel.work}/${id}`;
  mkdirSync(folder);
  const claimed: ClaimedFile[] = [];
  const failures: ClaimFailure[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    // Two names that differ in bytes may read the same as text: the second waits for the next claim.
    if (taken.has(file.name.text)) continue;
    const outcome = claimFile(channel, id, file);
    if (outcome === "claimed") {
      taken.add(file.name.text);
      const { name, seenAt, signature } = file;
      claimed.push({ ...claimedFile(channel, id, name, seenAt), signature });
      onClaimed(file.name);
    } else if (outcome !== "left") {
      failures.push({ name: file.name, reason: outcome.reason });
    }
  }
  return { claim: { id, folder, files: claimed }, failures };
}

type Outcome = "claimed" | "left" | { readonly reason: string };

function claimFile(channel: FolderChannel, id: string, file: ReadyFile): Outcome {
  const source = pathIn(channel.path, file.name);
  const target = pathIn(`${channel.work}/${id}`, file.name);
  try {
    accessSync(source, constants.R_OK);
    claimMarker(channel, id, file.name);
    renameSync(source, target);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return "left";
    if (code === "EXDEV") throw otherMount(channel.path, channel.work);
    return { reason: unclaimable(code, error) };
  }
  return "claimed";
}

function unclaimable(code: string | null, error: unknown): string {
  if (code === "EACCES" || code === "EPERM")
    return "Busbar may not read or move it; give the user that runs Busbar the right to";
  return `it cannot be taken: ${errorMessage(error)}`;
}

/** The marker goes first: were it left behind, it would vouch for the next file of that name. */
function claimMarker(channel: FolderChannel, id: string, name: DiskName): void {
  if (channel.marker === null) return;
  const marker = markerNames(channel.marker).of(name);
  const folder = markerFolder(channel, id);
  mkdirSync(folder, { recursive: true });
  renameSync(pathIn(channel.path, marker), pathIn(folder, marker));
}

/** The marker vouched for what the file was before it changed: it must not vouch for what it is now. */
function dropMarker(channel: FolderChannel, id: string, name: DiskName): void {
  if (channel.marker === null) return;
  rmSync(pathIn(markerFolder(channel, id), markerNames(channel.marker).of(name)), { force: true });
}

/** Where the markers of a claim lie, apart from its files. */
export function markerFolder(channel: FolderChannel, id: string): string {
  return `${channel.work}/${id}.markers`;
}

/**
 * Puts a claimed file that changed back into the inbox, to wait there until it is steady again, for a
 * new marker where there are any. False when a newer file has its name by now.
 */
export function giveBack(
  channel: FolderChannel,
  { id, name }: { readonly id: string; readonly name: DiskName },
): boolean {
  const source = pathIn(`${channel.work}/${id}`, name);
  if (placeFile(source, channel.path, [name]) === null) return false;
  dropMarker(channel, id, name);
  return true;
}

/**
 * The claims that lie in a work folder, oldest first. Those of an earlier run are resumed before anything
 * new is taken: what the store has of them is only archived, the rest is recorded.
 */
export function claimIdsIn(channel: FolderChannel): string[] {
  return namesIn(channel.work)
    .map((name) => name.text)
    .filter((text) => claimTime(text) !== null)
    .toSorted();
}

/** A claim as it is in the work folder now; null when it is gone. */
export function claimIn(channel: FolderChannel, id: string): Claim | null {
  const folder = `${channel.work}/${id}`;
  if (!existsSync(folder)) return null;
  const seenAt = claimTime(id) ?? 0;
  const files = namesIn(folder).map((name) => claimedFile(channel, id, name, seenAt));
  return { id, folder, files };
}

/** A file of a claim of ours by its name in the work folder, not looked at. */
export function claimedFile(
  channel: Pick<FolderChannel, "work">,
  id: string,
  name: DiskName,
  seenAt: number,
): ClaimedFile {
  const arrival = `${id}/${name.text}`;
  return { arrival, name, path: pathIn(`${channel.work}/${id}`, name), seenAt, signature: null };
}

/**
 * Removes the folder of a claim whose files are all gone. False when something is left in it. Not
 * synchronous: removing a folder may have to wait for the disk.
 */
export async function endClaim(claim: Claim): Promise<boolean> {
  try {
    await rmdir(claim.folder);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return true;
    if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

const timeDigits = 9;
const randomDigits = 5;
const randomRange = 36 ** randomDigits;

/**
 * A source of claim ids: nine base-36 digits of time and five of chance, e.g. `0mgx2k7pq4hd1z`. They sort
 * by time, never go backwards within one source, and differ between programs that start at once.
 */
export function claimIds(wallClock: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, wallClock());
    const time = last.toString(36).padStart(timeDigits, "0");
    return time + randomInt(randomRange).toString(36).padStart(randomDigits, "0");
  };
}

/** When a claim was made, in milliseconds since 1970; null when the text is no claim id. */
export function claimTime(id: string): number | null {
  if (!/^[0-9a-z]{14}$/.test(id)) return null;
  return Number.parseInt(id.slice(0, timeDigits), 36);
}

/**
 * A claim of an earlier run with its files in the order of their arrival, as they were claimed. When each
 * was first seen is no longer known: they get moments that rise in that order, about when it was claimed.
 */
export function resumedClaim(claim: Claim, moments: ArrivalMoments): Claim {
  const places = claim.files.map((file) => {
    const modifiedAt = lstatSync(file.path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return { file, name: file.name.text, modifiedAt };
  });
  places.sort(compareArrivals);
  const claimedAt = claim.files[0]?.seenAt ?? 0;
  const seenAt = moments.of(places.length, claimedAt);
  const files = places.map(({ file }) => ({ ...file, seenAt: seenAt.next().value ?? claimedAt }));
  return { ...claim, files };
}
