import type { FileRecord } from "./file.ts";
import type { Problem } from "./problem.ts";

/** What was found in a file, in short: what the log tells of it. */
export interface Findings {
  /** Codes of its problems and of those of its messages, each once. */
  readonly codes: readonly string[];
  /** Messages held: for an error of their own, or all of them while the file is on hold. */
  readonly held: number;
  /** All of it waits until a person releases it. */
  readonly onHold: boolean;
  /** Its first problem that is an error; null when it has none. */
  readonly error: Problem | null;
}

/** What is told in short of a file with these problems. */
export function findingsOf({
  problems,
  held,
  onHold,
}: Pick<FileRecord, "problems" | "held" | "onHold">): Findings {
  return {
    codes: [...new Set(problems.map(({ code }) => code))],
    held,
    onHold,
    error: problems.find(({ severity }) => severity === "error") ?? null,
  };
}
