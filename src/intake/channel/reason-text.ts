import type { FileRecord } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { CommandOf } from "../../core/stuck/remedy.ts";
import { escapeForPeople, escapeHidden } from "../../core/text/hidden-characters.ts";

/** Problems listed in full; a person who has corrected these reads the file again. */
const listed = 50;

/**
 * What the `.reason.txt` beside a refused file says: which file, what is wrong with it and where, and
 * what to do next. `commandOf` says a remedy as the command that does it.
 */
export function reasonText(file: FileRecord, commandOf: CommandOf): string {
  const errors = file.problems.filter((problem) => problem.severity === "error");
  const shown = (errors.length > 0 ? errors : file.problems).slice(0, listed);
  const cutShort = shown.some(({ code }) => endsEarly.has(code));
  const more = file.problems.length - shown.length;
  const show = commandOf({ remedy: "show-file", file: file.id });
  const code = shown[0]?.code ?? null;
  return [
    `Busbar refused this file.`,
    ``,
    `file      ${oneLine(file.name)}`,
    `number    ${file.id}`,
    `channel   ${file.channel}`,
    ...(file.container === null
      ? []
      : [`inside    file ${file.container.file}, as ${oneLine(file.container.path)}`]),
    `received  ${new Date(file.recordedAt).toISOString()}`,
    `size      ${file.sizeBytes} bytes`,
    `SHA-256   ${file.hash}`,
    `flow      ${flowOf(file)}`,
    ``,
    `What is wrong`,
    ...shown.map(problemLine),
    ...(more > 0 ? [`  … and ${more} more: ${show}`] : []),
    ``,
    `What to do next`,
    `  See all of it:                      ${show}`,
    `  Have a problem explained:           ${commandOf(code === null ? { remedy: "list-codes" } : { remedy: "explain-code", code })}`,
    `  Sender's mistake: ask for the file again and put it into the inbox.`,
    ...(cutShort
      ? [
          `  Taken while it was being written?   give the channel a longer \`steady\`, or a \`marker\``,
        ]
      : []),
    `  Ours, and put right since:          ${commandOf({ remedy: "reprocess-file", file: file.id })}`,
    ``,
    `Busbar keeps the file itself; this copy is only for you to look at and may be deleted.`,
    ``,
  ].join("\n");
}

/** Codes that a file has, too, when it is taken before its sender has written all of it. */
const endsEarly: ReadonlySet<string> = new Set([
  "CUT_SHORT",
  "MISSING_TRAILER",
  "TRAILER_NO_FINAL_PIPE",
  "BAD_JSON",
  "EMPTY_FILE",
]);

function problemLine(problem: Problem): string {
  const place = [
    problem.line === null ? null : `line ${problem.line}`,
    problem.group === null ? null : `group ${problem.group}`,
    problem.field === null ? null : `field ${problem.field}`,
    problem.value === null ? null : `value "${oneLine(problem.value)}"`,
  ].filter((part) => part !== null);
  const where = place.length === 0 ? "the file as a whole" : place.join(", ");
  return `  ${problem.code} (${where})\n    ${oneLine(problem.message)}`;
}

function flowOf({ envelope }: FileRecord): string {
  if (envelope === null) return "unknown: the header cannot be read";
  const { flow, version, from, to } = envelope;
  const party = (role: string | null, participant: string | null) =>
    [participant ?? "?", role === null ? "" : `(role ${role})`].join(" ").trim();
  return `${flow} ${version ?? ""} from ${party(from.role, from.participant)} to ${party(to.role, to.participant)}`;
}

function oneLine(text: string): string {
  return escapeHidden(text, escapeForPeople);
}
