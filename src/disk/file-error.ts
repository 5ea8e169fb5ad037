/** What an error of the file system means and what a person does about it, by its code. */
const meanings: Readonly<Record<string, string>> = {
  EACCES:
    "the user that runs this may not. Give that user the right to read and write there, and to pass through the folders above",
  EPERM: "the system does not let this user do that. Look at its owner and rights (ls -l, lsattr)",
  ENOENT: "it is not there. Make it, or correct the path",
  ENOTDIR: "a part of the path is a file and no folder. Correct the path",
  EISDIR: "it is a folder and no file. Correct the path",
  EEXIST: "something else is there already. Take it away, or correct the path",
  ENAMETOOLONG: "the path is longer than the system allows. Choose a shorter one",
  ELOOP: "its symbolic links lead in a circle. Remove them, or correct the path",
  ENOSPC: "its disk is full. Make room",
  EDQUOT: "this user may use no more of its disk. Make room, or have the quota raised",
  EROFS: "its disk is mounted read-only. Mount it for writing",
  EIO: "its disk fails. Have the disk looked at",
  ESTALE: "its network drive is gone. Mount it again",
  ENOTCONN: "its network drive is gone. Mount it again",
  EMFILE: "this program has as many files open as it may. Raise the limit (ulimit -n)",
  ENFILE: "the system has as many files open as it may. Close what holds them",
};

/** Codes that only another path or setting fixes, so that trying again is of no use. */
const lasting: ReadonlySet<string> = new Set(["ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP"]);

/** An error of the file system, for people. */
export interface FileErrorWords {
  /** Where, what it means and what to do, without a full stop at its end. */
  readonly text: string;
  /** What it means and what to do, without where. */
  readonly why: string;
  /** Trying again does not fix it. */
  readonly isLasting: boolean;
}

/** What an error of the file system means; null when it is none, or one that nobody can fix by its code. */
export function sayFileError(error: unknown): FileErrorWords | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  const code = String(error.code);
  const meaning = meanings[code];
  if (meaning === undefined) return null;
  const where = "path" in error ? `${String(error.path)}: ` : "";
  const call = `${String(error.syscall)}: ${code}`;
  const why = `${meaning} (${call})`;
  return { text: where + why, why, isLasting: lasting.has(code) };
}
