import { lstatSync, opendirSync, readdirSync, type Stats } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { type DiskName, diskName, pathIn, textName } from "../../channels/folder/disk-name.ts";

/** What tells one version of a file from the next without reading it. */
export interface Signature {
  readonly sizeBytes: number;
  /** Milliseconds since 1970 with fractions, as fine as the disk tells. */
  readonly modifiedAt: number;
  /** When its inode last changed: no program can set it back, unlike `modifiedAt`. */
  readonly changedAt: number;
  readonly inode: number;
}

/** A regular file in a folder as one look saw it. */
export interface SeenFile {
  readonly name: DiskName;
  readonly signature: Signature;
}

/** An entry that is no regular file: never taken, but reported. */
export interface OtherEntry {
  readonly name: DiskName;
  readonly kind: string;
}

/** Names we pause after, so that a folder of any size does not stop everything else for long. */
const sliceOfNames = 2_000;

/** Called with what a listing finds, entry by entry: nothing else is kept of it. */
export interface ListingEvents {
  /** Whether to pass over an entry by its name. */
  readonly skip: (name: DiskName) => boolean;
  readonly onFile: (file: SeenFile) => void;
  readonly onOther: (entry: OtherEntry) => void;
}

/**
 * Tells of every entry of a folder but those skipped by name. Synchronous calls, in slices: a stat in the
 * thread pool costs ten times as much. Throws when the folder cannot be listed.
 */
export async function listFolder(folder: string, events: ListingEvents): Promise<void> {
  let count = 0;
  for (const name of eachNameIn(folder)) {
    count += 1;
    if (count % sliceOfNames === 0) await setImmediate();
    if (events.skip(name)) continue;
    const stats = lstatSync(pathIn(folder, name), { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (stats.isFile()) events.onFile({ name, signature: signatureOf(stats) });
    else events.onOther({ name, kind: kindOf(stats) });
  }
}

/** The names in a folder, exact to the byte. */
export function namesIn(folder: string): DiskName[] {
  return [...eachNameIn(folder)];
}

/** Entries that are read from a folder at a time. */
const entriesAtOnce = 1_024;

/** A replacement character may stand for bytes that are not UTF-8. */
const replaced = "\ufffd";

/**
 * Names in a folder, one after the other: a folder of any size is read a piece at a time. Names whose text may not
 * be all of it come last, read again as bytes.
 */
function* eachNameIn(folder: string): Generator<DiskName> {
  let isDoubtful = false;
  const entries = opendirSync(folder, { bufferSize: entriesAtOnce });
  try {
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
      if (entry.name.includes(replaced)) isDoubtful = true;
      else yield textName(entry.name);
    }
  } finally {
    entries.closeSync();
  }
  if (!isDoubtful) return;
  for (const bytes of readdirSync(folder, { encoding: "buffer" }))
    if (bytes.toString().includes(replaced)) yield diskName(bytes);
}

/** What tells that a file was touched between two looks. */
export function signatureOf(stats: Stats): Signature {
  return {
    sizeBytes: stats.size,
    modifiedAt: stats.mtimeMs,
    changedAt: stats.ctimeMs,
    inode: stats.ino,
  };
}

/** Whether nothing happened to a file between two looks. */
export function sameSignature(a: Signature, b: Signature): boolean {
  return a.changedAt === b.changedAt && sameContent(a, b);
}

/** Whether the content of a file is untouched: what a rename or a change of permissions alters is left aside. */
export function sameContent(a: Signature, b: Signature): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedAt === b.modifiedAt && a.inode === b.inode;
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isFIFO()) return "a named pipe";
  if (stats.isSocket()) return "a socket";
  return "a device";
}
