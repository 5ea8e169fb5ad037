import type { FileRecord } from "../../core/file/file.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";

/**
 * Whether only its own number has a refused file read again, and no command for many: a message of another
 * interface than its array, which is read without faults when it is read alone, so that reading it again takes it.
 */
export function isByOwnNumber({
  state,
  container,
  problems,
}: Pick<FileRecord, "state" | "container" | "problems">): boolean {
  return (
    state === "rejected" &&
    container !== null &&
    problems.some(({ code }) => code === "MIXED_FLOWS")
  );
}

/** What is to be done with such a file. */
export function sayOwnNumber(file: number): Advice {
  return advice("it is of another interface than its array; look at it, then: {}", {
    remedy: "reprocess-file",
    file,
  });
}
