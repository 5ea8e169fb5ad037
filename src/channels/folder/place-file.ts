import { linkSync, lstatSync, type PathLike, renameSync, unlinkSync } from "node:fs";
import { createEmptyFile } from "../../disk/create-file.ts";
import { errorCode } from "../../runtime/error-message.ts";
import { type DiskName, pathIn } from "./disk-name.ts";

/** Errors of `link` that say the file system, not this file, has no hard links for us. */
const withoutHardLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Moves a file to the first of the names that is free in a folder of the same mount, and says which.
 * Null when all are taken. Never replaces a file: `rename` would do so without a word, `link` does not.
 * A file that already is there under one of the names (a crash came between the two steps) is only
 * taken away from where it was.
 */
export function placeFile(
  source: PathLike,
  folder: string,
  names: readonly DiskName[],
): DiskName | null {
  for (const name of names) {
    const target = pathIn(folder, name);
    try {
      linkSync(source, target);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EEXIST") {
        if (!isSameFile(source, target)) continue;
      } else if (code !== null && withoutHardLinks.has(code)) {
        if (!renameToFreeName(source, target)) continue;
        return name;
      } else {
        throw error;
      }
    }
    unlinkSync(source);
    return name;
  }
  return null;
}

function isSameFile(source: PathLike, target: PathLike): boolean {
  const there = lstatSync(target, { throwIfNoEntry: false });
  const here = lstatSync(source);
  return there !== undefined && there.ino === here.ino && there.dev === here.dev;
}

/** Where there are no hard links: reserves the name with an empty file, then renames over that. */
function renameToFreeName(source: PathLike, target: PathLike): boolean {
  try {
    createEmptyFile(target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
  renameSync(source, target);
  return true;
}
