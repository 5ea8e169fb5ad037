import type { Message } from "../../../core/file/document.ts";
import type { IdentityVerdict } from "../../../core/file/identity.ts";
import { hasError } from "../../../core/file/problem.ts";
import type { Sequences } from "../sequences/sequences.ts";
import type { FileRows, Likeness } from "./file-rows.ts";
import { type PreparedReading, withProblem } from "./prepared-file.ts";

/** What becomes of a file beside those that the store has. */
export interface JudgedFile {
  readonly verdict: IdentityVerdict;
  /** With what is wrong with its place in a sequence. */
  readonly reading: PreparedReading;
  /** Its number in a sequence has come with it. */
  readonly fills: boolean;
}

/**
 * Judges a file by identity and by its place in its sender's sequence. A number is not used up by a file
 * that is refused for it, nor by a sighting. Identity goes first: a file that is in conflict is a person's to
 * decide whatever its number, of which only a warning is noted.
 */
export function judgeFile(
  { files, sequences }: { readonly files: FileRows; readonly sequences: Sequences },
  file: Likeness,
  reading: PreparedReading,
  messages: readonly Message[],
): JudgedFile {
  const verdict = files.judge(file, reading);
  if (reading.sequence === null || verdict.state === "duplicate")
    return { verdict, reading, fills: false };
  const problem = sequences.judge(reading, file);
  if (problem === null) return { verdict, reading, fills: true };
  if (verdict.state === "conflict") {
    const warning = { ...problem, severity: "warning" } as const;
    return { verdict, reading: withProblem(reading, warning, messages), fills: true };
  }
  const noted = withProblem(reading, problem, messages);
  if (!hasError([problem])) return { verdict, reading: noted, fills: true };
  return { verdict: files.judge(file, noted), reading: noted, fills: false };
}
