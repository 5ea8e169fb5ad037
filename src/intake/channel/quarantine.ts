import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { rm } from "node:fs/promises";
import {
  type DiskName,
  dressedName,
  nameMark,
  pathIn,
  textName,
} from "../../channels/folder/disk-name.ts";
import { placeFile } from "../../channels/folder/place-file.ts";
import { isNameRefused } from "../../channels/folder/refused-name.ts";
import { unwritableFolder } from "../../channels/folder/unwritable.ts";
import { copyNewFile } from "../../disk/copy-file.ts";
import { draftIn, replaceFile, writeNewFile } from "../../disk/create-file.ts";
import { isRegularFile } from "../../disk/odd-file.ts";
import { readPieces } from "../../disk/open-file.ts";
import { haveSameBytes } from "../../disk/same-bytes.ts";
import { StoreError } from "../../store/port/store-error.ts";

/** How the name of the reason beside a copy ends. */
export const reasonEnding = ".reason.txt";

/** A refused file: where it is, or its bytes. */
type QuarantineSource =
  | string
  | Buffer
  | { readonly bytes: Uint8Array | AsyncIterable<Uint8Array> };

/**
 * Lays a copy of a refused file, given by its path or its bytes, and the reason into the quarantine
 * folder, as `<number>-<name>` and
 * `<number>-<name>.reason.txt`. The copy gets its name last, so that one that is there is complete and
 * doing it again after a crash changes nothing. Where the folder cannot have that name, or something else
 * has it, both are called after the number and a hash of the name, or of the bytes as well: the copy
 * of another file, as a store that was restored gives numbers once more, stays as it is. Throws
 * `ChannelError` when the folder cannot be written.
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
    throw unwritableFolder("quarantine folder", quarantine, error);
  }
}

/** The names of a copy and its reason, and what the reason says of them. */
interface Names {
  readonly copy: DiskName;
  readonly reason: DiskName;
  readonly remark: string;
}

async function layCopy(
  quarantine: string,
  fileId: number,
  name: DiskName,
  source: QuarantineSource,
  reason: string,
): Promise<void> {
  const draft = draftIn(quarantine);
  if (typeof source === "object" && "bytes" in source) await writeNewFile(draft, source.bytes);
  else await copyNewFile(source, draft);
  try {
    const choices = namesFor(fileId, name, await markOf(draft));
    for (const { copy } of choices) if (await isCopied(quarantine, copy, draft)) return;
    for (const names of choices) if (await nameCopy(quarantine, draft, names, reason)) return;
    const shown = choices.map(({ copy }) => copy.text).join(" and ");
    throw new Error(
      `neither ${shown} can be had there as a name. Take away what is there under them`,
    );
  } finally {
    await rm(draft, { force: true });
  }
}

/** A name that was cut to what a disk takes is at least so long: a character is up to four bytes. */
const cutNameBytes = 252;

/** Whether a file of a quarantine folder, whose entries have these names, is the reason beside a copy, and no copy. */
export function isReasonFile(name: string, names: ReadonlySet<string>): boolean {
  if (!name.endsWith(reasonEnding)) return false;
  const copy = name.slice(0, -reasonEnding.length);
  if (names.has(copy)) return true;
  const isCut = Buffer.byteLength(name) >= cutNameBytes;
  return isCut && [...names].some((other) => other !== name && other.startsWith(copy));
}

/** What distinguishes bytes in names. */
async function markOf(path: string): Promise<string> {
  const sum = createHash("sha256");
  for await (const piece of readPieces(path)) sum.update(piece);
  return sum.digest("hex").slice(0, 16);
}

/** The names that a copy may have, the first that is free is taken; the last is for these bytes alone. */
function namesFor(fileId: number, name: DiskName, mark: string): Names[] {
  const before = `${fileId}-`;
  const plain = `${before}${nameMark(name)}`;
  return [
    {
      copy: dressedName(before, name, ""),
      reason: dressedName(before, name, reasonEnding),
      remark: "",
    },
    ...[plain, `${plain}-${mark}`].map((other) => ({
      copy: textName(other),
      reason: textName(other + reasonEnding),
      remark: `\nThis folder cannot have the file under its own name, or has another one there, so its copy is called ${other} here.\n`,
    })),
  ];
}

async function isCopied(quarantine: string, copy: DiskName, draft: string): Promise<boolean> {
  const path = pathIn(quarantine, copy);
  try {
    return isRegularFile(path) && (await haveSameBytes(draft, path));
  } catch (error) {
    if (isNameRefused(error, quarantine)) return false;
    throw error;
  }
}

/** False when the folder cannot have these names. */
async function nameCopy(
  quarantine: string,
  draft: string,
  { copy, reason, remark }: Names,
  text: string,
): Promise<boolean> {
  try {
    if (lstatSync(pathIn(quarantine, copy), { throwIfNoEntry: false }) !== undefined) return false;
    await replaceFile(pathIn(quarantine, reason), quarantine, text + remark);
    return placeFile(draft, quarantine, [copy]) !== null;
  } catch (error) {
    if (isNameRefused(error, quarantine)) return false;
    throw error;
  }
}
