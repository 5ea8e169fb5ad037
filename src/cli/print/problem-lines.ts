import type { Problem } from "../../core/problem.ts";
import { oneLine } from "./visible.ts";

/** A problem for people: where it is, its code, and the sentence. */
export function problemLine(problem: Problem): string {
  const { line, group, field, severity, code } = problem;
  const place = [
    line === null ? null : `line ${line}`,
    group === null ? null : `group ${group}`,
    field,
  ].filter((part) => part !== null);
  const where = place.length === 0 ? "" : `${place.join(", ")}: `;
  const warning = severity === "warning" ? "warning " : "";
  return oneLine(`${where}${problem.message} (${warning}${code})`);
}

/** At most this many problems of a file for people; `--json` has them all. */
const shownProblems = 20;

/** A file's problems for people, the first of them when they are many. */
export function problemLines(problems: readonly Problem[], indent: string): string[] {
  const shown = problems.slice(0, shownProblems).map((problem) => indent + problemLine(problem));
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, `${indent}and ${more} more: --json shows all`] : shown;
}
