import { lstatSync, type PathLike, type Stats } from "node:fs";

/** Something other than a regular file is where a file was to be read: a link, a pipe, a device, a folder. */
export class OddFile extends Error {
  /** What is there, for people: `a named pipe`. */
  readonly kind: string;
  constructor(path: PathLike, kind: string) {
    super(`${String(path)} is ${kind} and no regular file, so it was not opened. Take it away`);
    this.name = "OddFile";
    this.kind = kind;
  }
}

/** What an entry is when it is no regular file, for people; null when it is one. */
export function oddKind(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isFIFO()) return "a named pipe";
  if (stats.isSocket()) return "a socket";
  return stats.isDirectory() ? "a folder" : "a device";
}

/** Whether a regular file is at a path itself, not at the end of a link. */
export function isRegularFile(path: PathLike): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
