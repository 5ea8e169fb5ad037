import type { FileState } from "../../../core/file/file.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";

/** Says why a file cannot be read again. */
export function unreadableFile(file: number, state: FileState | undefined): RefusedError {
  if (state === undefined) return noFile(file);
  return new RefusedError(
    "busy",
    `File ${file} is still being recorded. Read it again when that is done.`,
    { about: `file ${file}` },
  );
}

/** Says that what a program worked on is gone. */
export function forgottenWork(file: number): RefusedError {
  return new RefusedError(
    "conflict",
    `File ${file} is no longer being recorded; another program ended that. Read the file again.`,
    { about: `file ${file}` },
  );
}

/** Another program works on the file. */
export function beingRead(file: number): RefusedError {
  return new RefusedError(
    "busy",
    `Another program is reading file ${file}. Try again when that is done.`,
    { about: `file ${file}` },
  );
}

/** The file that one in a container repeated is active no more. */
export function noLongerRepeated(file: number): RefusedError {
  return new RefusedError(
    "conflict",
    `What file ${file} repeated is no longer active since its container was read. It is read again.`,
    { about: `file ${file}` },
  );
}
