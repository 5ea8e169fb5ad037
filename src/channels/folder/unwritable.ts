import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { ChannelError } from "../channel-error.ts";

/** Why no folder on a disk takes a file, by the error's code, and what a person can do about it. */
export const ofDisk: Readonly<Record<string, string>> = {
  ENOSPC: "its disk is full. Make room",
  EDQUOT:
    "the user that runs Busbar may use no more of its disk. Make room, or have the quota raised",
  EROFS: "its disk is mounted read-only. Mount it for writing",
  EIO: "its disk fails. Have the disk looked at",
  ESTALE: "its network drive is gone. Mount it again",
  ENOTCONN: "its network drive is gone. Mount it again",
};

/** Why one folder takes no file: it is closed to us. */
export const ofFolder: Readonly<Record<string, string>> = {
  EACCES:
    "the user that runs Busbar may not write there. Give that user the right to read and write in the folder (or to make it) and to pass through those above it",
  EPERM:
    'the system lets nobody change what is in it. Take off what protects it (lsattr -d shows an "i" or an "a"; chattr takes it off)',
};

/** Of a folder that we make ourselves. */
const ofOwn: Readonly<Record<string, string>> = {
  ENOENT: "it is not there. Make it again",
  ENOTDIR: "it is no folder. Put one in its place",
};

/** A folder of ours that cannot be written, in a sentence with advice; `what`: e.g. `quarantine folder`. */
export function unwritableFolder(what: string, folder: string, error: unknown): ChannelError {
  const code = errorCode(error) ?? "";
  const why = ofDisk[code] ?? ofFolder[code] ?? ofOwn[code] ?? errorMessage(error);
  return new ChannelError("unusable", `the ${what} ${folder} cannot be written: ${why}`, {
    cause: error,
  });
}
