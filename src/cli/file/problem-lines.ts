import type { Problem } from "../../core/file/problem.ts";
import { oneLine } from "../print/visible.ts";

/** Said once below problems: where their codes are explained. */
export const aboutCodes = "What a code in brackets means: busbar explain CODE";

/** A problem for people: where it is, its code, and the sentence. */
function problemLine(problem: Problem): string {
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

/**
 * A file's problems for people: the first so many of them, and in words where the others are.
 */
export function problemLines(
  problems: readonly Problem[],
  { indent, limit, elsewhere }: { indent: string; limit: number; elsewhere: string },
): string[] {
  const shown = problems.slice(0, limit).map((problem) => indent + problemLine(problem));
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, `${indent}and ${more} more: ${elsewhere}`] : shown;
}
