import { statSync } from "node:fs";
import { errorCode } from "../../runtime/error-message.ts";

/** Errors with which file systems refuse a name: characters they do not know, or too many of them. */
const ofName = new Set(["EILSEQ", "EINVAL", "ENAMETOOLONG"]);
/** Something that is no file has the name. */
const ofPlace = new Set(["EISDIR", "ENOTEMPTY", "EEXIST", "ELOOP"]);

/**
 * Whether a folder refused the name of an entry, not the entry: another name may do. Some file systems say
 * "not there" of a name that they cannot have, so that counts while the folder itself is there.
 */
export function isNameRefused(error: unknown, folder: string): boolean {
  const code = errorCode(error) ?? "";
  if (ofName.has(code) || ofPlace.has(code)) return true;
  return code === "ENOENT" && (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false);
}
