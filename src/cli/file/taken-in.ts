import type { FileRecord } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import { counted } from "../../runtime/counted.ts";
import { numberRanges } from "../outbound/number-ranges.ts";
import { oneLine } from "../output.ts";

/** What became of it, for people: an end to a sentence that begins with its name, and its problems. */
export function takenInLines(name: string, file: FileRecord): string[] {
  const elsewhere = `busbar file show ${file.id}`;
  const problems = hasProblems(file) ? file.problems : [];
  return [
    `${name}: ${outcomeOf(file)}`,
    ...problemLines(problems, { indent: "    ", limit: 5, elsewhere }),
  ];
}

/** Whether there are problems to tell; those of a duplicate were reported when its first came. */
export function hasProblems({ state, problems }: FileRecord): boolean {
  return state !== "duplicate" && problems.length > 0;
}

/** Whether all of it was accepted: not refused, not in conflict, no message invalid, not awaiting release. */
export function letThrough({ state, invalid, awaitingRelease }: FileRecord): boolean {
  if (state === "rejected" || state === "conflict") return false;
  return state !== "recorded" || (invalid === 0 && !awaitingRelease);
}

function outcomeOf(file: FileRecord): string {
  const { id, state, otherFile } = file;
  switch (state) {
    case "duplicate":
      return `file ${id}, a duplicate: the same bytes as file ${otherFile}; nothing new in it`;
    case "conflict":
      return `file ${id}, a conflict with file ${otherFile}: the same identifier, other bytes; \`busbar file decide ${id}\` settles it`;
    case "rejected":
      return `file ${id}, refused; it is kept as it is`;
    case "withdrawn":
      return `file ${id}, withdrawn: file ${otherFile} is active instead`;
    case "recording":
      return `file ${id}, still being recorded`;
    case "recorded":
      return `file ${id}, recorded: ${contentOf(file)}`;
  }
}

function contentOf({
  envelope,
  messages,
  events,
  invalid,
  awaitingRelease,
  id,
  members,
}: FileRecord): string {
  if (members.length > 0)
    return `it holds ${counted(members.length, "file")}, ${numberRanges(members)}`;
  const parts = [
    envelope?.flow ?? "no flow",
    counted(messages, "message"),
    counted(events, "event"),
    ...(awaitingRelease
      ? [`all awaiting release: \`busbar file release ${id}\` lets it through`]
      : []),
    ...(invalid > 0 ? [`${invalid} invalid`] : []),
  ];
  return parts.join(", ");
}

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
