/**
 * `error`: what carries it is not accepted (a file is refused, a message is invalid).
 * `warning`: noted, shown, and accepted.
 */
export type Severity = "error" | "warning";

/** One thing found wrong in a file, said so that a person can find the place and fix it. */
export interface Problem {
  /** Stable name of what is wrong, e.g. `BAD_DATE`; never reworded, so people and scripts may rely on it. */
  readonly code: string;
  readonly severity: Severity;
  /** Line in the file, counted from 1; null when the problem is not on one line (an empty file, say). */
  readonly line: number | null;
  /** Group code of the line, e.g. `030`; null outside the groups. */
  readonly group: string | null;
  /** Name of the field as the data carries it, e.g. `readingDateTime`; null when no one field is meant. */
  readonly field: string | null;
  /** The text that was found, cut to 80 characters; null when nothing was found. */
  readonly value: string | null;
  /** What kind of thing was found, where a code has several that have nothing to do with each other; without values. */
  readonly kind?: string;
  /** One sentence: what was found, what was expected, what to do. */
  readonly message: string;
}

/** Whether any of the problems keeps what carries them from being accepted. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
