import { ChannelError, errorCode, errorText } from "../channel-error.ts";

/** Why a folder of ours takes no file, and what a person can do about it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES:
    "the user that runs Busbar may not write there: give it the right to (ls -ld shows who may)",
  EPERM: "the system lets nobody change it: take off what protects it (lsattr -d shows it)",
  ENOSPC: "its disk is full: make room",
  EDQUOT: "the user that runs Busbar may use no more of its disk: make room",
  EROFS: "its disk is mounted read-only: mount it for writing",
  ENOENT: "it is not there: make it again",
  ENOTDIR: "it is no folder: put one in its place",
};

/** A folder of ours that cannot be written, in a sentence with advice; `what`: e.g. `quarantine folder`. */
export function unwritable(what: string, folder: string, error: unknown): ChannelError {
  const why = reasons[errorCode(error) ?? ""] ?? errorText(error);
  return new ChannelError("unusable", `the ${what} ${folder} cannot be written: ${why}`, {
    cause: error,
  });
}
