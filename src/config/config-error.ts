import type { Advice } from "../core/stuck/remedy.ts";

/** One thing wrong with a configuration, and where. */
export interface ConfigProblem {
  /** Counted from 1; null when it concerns the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  /** One sentence: which setting, what was found, what is expected. */
  readonly message: string;
}

/** A configuration that cannot be used: not there, not readable, or wrong in the places it lists. */
export class ConfigError extends Error {
  readonly file: string;
  readonly problems: readonly ConfigProblem[];
  /** What a person can do beside what the problems say; null when that is all. */
  readonly remedy: Advice | null;

  constructor(file: string, problems: readonly ConfigProblem[], remedy: Advice | null = null) {
    const lines = problems.map((problem) => `${place(file, problem)}: ${problem.message}`);
    super(
      lines.length === 1
        ? lines[0]
        : [`${file} has ${lines.length} mistakes`, ...lines].join("\n  "),
    );
    this.name = "ConfigError";
    this.file = file;
    this.problems = problems;
    this.remedy = remedy;
  }
}

/** `file:line:column`, which terminals and editors turn into a link. */
function place(file: string, { line, column }: ConfigProblem): string {
  return line === null ? file : `${file}:${line}:${column}`;
}
