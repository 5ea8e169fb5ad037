import type { FileRecord } from "./file.ts";
import type { Problem } from "./problem.ts";

/** What was found in a file, in short: what the log tells of it. */
export interface Findings {
  /** Codes of its problems and of those of its messages, each once. */
  readonly codes: readonly string[];
  /** Messages with an error of their own. */
  readonly invalid: number;
  /** All of it waits until a person releases it. */
  readonly awaitingRelease: boolean;
  /** Its first problem that is an error; null when it has none. */
  readonly error: Problem | null;
}

/** What is reported in short of a file with these problems. */
export function findingsOf({
  problems,
  invalid,
  awaitingRelease,
}: Pick<FileRecord, "problems" | "invalid" | "awaitingRelease">): Findings {
  return {
    codes: [...new Set(problems.map(({ code }) => code))],
    invalid,
    awaitingRelease,
    error: problems.find(({ severity }) => severity === "error") ?? null,
  };
}
