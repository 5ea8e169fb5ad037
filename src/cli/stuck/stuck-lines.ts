import { settleBefore } from "../../core/outbound/file-before.ts";
import type { StuckItem, StuckKind, StuckNote } from "../../core/stuck/stuck.ts";
import type { StuckCause } from "../../core/stuck/stuck-causes.ts";
import { noteWords } from "../../core/text/note-words.ts";
import { isoTime, localTime } from "../print/local-time.ts";
import { oneLine, visible } from "../print/visible.ts";

/** What each kind is, in words that follow a count. */
const kindWords: Readonly<Record<StuckKind, string>> = {
  rejected: "refused",
  conflict: "in conflict",
  "on-hold": "on hold",
  held: "held",
  unmatched: "unmatched",
  failed: "not placed",
  "build-failed": "not built",
  "command-failed": "failed",
  "action-failed": "failed",
  "action-held": "held",
  "deadline-missed": "missed",
  "answer-overdue": "overdue",
  "file-missing": "missing",
  "sequence-gap": "missing",
  unserved: "not served",
  unwritable: "not to be written",
  "outbound-failed": "not delivered",
  "outbound-unknown": "unknown",
  "action-failing": "failing",
  "outbound-failing": "not delivered yet",
  "outbound-behind": "waiting for another",
};

/**
 * Problems that what we read by may be to blame for as well as the file: the catalogue, a definition, a
 * setting, a key. Of others the file is more likely wrong, and reading its bytes again does not mend it.
 */
const maybeOurs: ReadonlySet<string> = new Set([
  "UNKNOWN_FORMAT",
  "UNKNOWN_FLOW",
  "UNKNOWN_GROUP",
  "GROUP_OUT_OF_PLACE",
  "MISSING_GROUP",
  "TOO_MANY_GROUPS",
  "WRONG_OCCURRENCES",
  "UNLISTED_CODE",
  "UNKNOWN_ROLE",
  "UNKNOWN_NAME",
  "UNKNOWN_COLUMN",
  "UNKNOWN_MEMBER",
  "MISSING_COLUMN",
  "WRONG_TYPE",
  "ROUTE",
  "PGP_NO_KEY",
  "PGP_KEY_UNUSABLE",
  "PGP_UNKNOWN_SIGNER",
]);

/** Problems of files in which no identifier can be read: no other file can be told to stand for one. */
const withoutIdentifier: ReadonlySet<string> = new Set(["EMPTY_FILE", "UNKNOWN_FORMAT"]);

/** The code of the problem that a cause is of: its title begins with it. */
function codeOf(title: string): string {
  return title.split(/[ ,]/, 1)[0] ?? "";
}

/** What helps when the file is wrong and when we are, the likelier first. */
function eitherOf(title: string, theirs: readonly string[], ours: string): readonly string[] {
  return maybeOurs.has(codeOf(title)) ? [ours, ...theirs] : [...theirs, ours];
}

/** What helps when a refused file is wrong. */
function refusedAdvice(title: string, dismiss: string): readonly string[] {
  if (withoutIdentifier.has(codeOf(title)))
    return [`The file is wrong: ask the sender to send it again, and dismiss this: ${dismiss}`];
  return [
    "The file is wrong: ask the sender to send it again; this goes away when one with its identifier is recorded",
    `One comes with another identifier, or none: dismiss this: ${dismiss}`,
  ];
}

/** What releases all that is stuck for a cause, or one of it: a way a line, each with its command. */
function releaseOf(cause: StuckCause): readonly string[] {
  const { kind, id, title } = cause;
  const dismiss = `busbar stuck dismiss --cause ${id} --reason "..."`;
  const reprocess = `busbar reprocess --cause ${id}`;
  const ours = `Our catalogue, definition or setting was wrong and is mended: ${reprocess}`;
  switch (kind) {
    case "rejected":
      return eitherOf(title, refusedAdvice(title, dismiss), ours);
    case "held":
      return eitherOf(
        title,
        [
          "The file is wrong, and comes again with the same identifier: it is a conflict then, settled by busbar file decide",
          `The file is wrong, and comes again with a new identifier: ${dismiss}`,
        ],
        ours,
      );
    default:
      return [releaseInOneWay(cause, dismiss, reprocess)];
  }
}

function releaseInOneWay(
  { kind, example }: StuckCause,
  dismiss: string,
  reprocess: string,
): string {
  switch (kind) {
    case "conflict":
      return `settle each: busbar file decide ${example.number} keep-first|replace|keep-both --reason "..."`;
    case "on-hold":
      return `let each through: busbar file release ${example.number} --reason "..."`;
    case "unmatched":
      return `No action needed: it is processed automatically once the process is created. To try again now: ${reprocess}`;
    case "action-held":
      return `decide on each: busbar action release ${example.number} --reason "..."`;
    case "deadline-missed":
      return `look at each, then: ${dismiss}`;
    case "answer-overdue":
      return `goes away when the answer comes; ask for it, or: ${dismiss}`;
    case "file-missing":
    case "sequence-gap":
      return `goes away when the file comes; ask for it, or: ${dismiss}`;
    case "unserved":
      return "goes on by itself once that is mended and `busbar run` is started again";
    case "outbound-unknown":
      return `ask whether it came, then: busbar outbound confirm|retry ${example.number} --reason "..."`;
    case "outbound-behind":
      return example.behind === undefined ? reprocess : settleBefore(example.behind);
    case "action-failing":
    case "outbound-failing":
      return `tried again by itself; at once, when that is mended: ${reprocess}`;
    default:
      return `once that is mended: ${reprocess}`;
  }
}

/** A cause for people: how many, since when, one of them, what to do. */
export function causeLines(cause: StuckCause): string[] {
  const { example } = cause;
  const assigned = cause.assignees.length === 0 ? "" : `, ${cause.assignees.join(" and ")} on it`;
  const dismissed = cause.dismissed === 0 ? "" : `, ${cause.dismissed} dismissed`;
  return [
    `${cause.id}  ${cause.count} ${kindWords[cause.kind]} since ${localTime(cause.since)}${nextAttempt(cause.retryAt)}${dismissed}${visible(assigned)}`,
    `    ${oneLine(cause.title)}`,
    `    e.g. ${visible(example.item)}, ${visible(example.name)}: ${oneLine(example.reason)}`,
    ...releaseOf(cause).map((way) => `    ${way}`),
    "",
  ];
}

function nextAttempt(at: number | undefined): string {
  return at === undefined ? "" : `, next attempt at ${localTime(at)}`;
}

/** An item for people, with the notes on it. */
export function itemLines(item: StuckItem): string[] {
  const { kind, since, name, cause, assignee, said, dismissed, reason } = item;
  const marks = [
    assignee === null ? [] : [`assigned to ${assignee}`],
    dismissed === null ? [] : [`dismissed by ${dismissed.actor}: ${dismissed.text}`],
  ].flat();
  return [
    `${visible(item.item)}  ${kind}  ${localTime(since)}${nextAttempt(item.retryAt)}  ${cause.id}  ${visible(name)}`,
    `    ${oneLine(reason)}`,
    ...(marks.length === 0 ? [] : [`    ${oneLine(marks.join("; "))}`]),
    ...said.filter(isToldApart).map((note) => `    ${noteLine(note)}`),
    "",
  ];
}

/** Who it is assigned to, and who dismissed it, an item says of itself. */
function isToldApart({ verb }: StuckNote): boolean {
  return verb === "note" || verb === "restore";
}

/** What a person said, with when and who. */
export function noteLine(note: StuckNote): string {
  return oneLine(`${localTime(note.at)}  ${note.actor} ${noteWords(note)}`);
}

/** An item for programs, with all that was said of it. */
export function itemJson(item: StuckItem): object {
  const { dismissed, said } = item;
  return {
    ...item,
    since: isoTime(item.since),
    ...retryJson(item),
    said: said.map(noteJson),
    dismissed: dismissed === null ? null : noteJson(dismissed),
  };
}

function retryJson({ retryAt }: Pick<StuckItem, "retryAt">): object {
  return retryAt === undefined ? {} : { retryAt: isoTime(retryAt) };
}

function noteJson(note: StuckNote): object {
  return { ...note, at: isoTime(note.at) };
}

/** A cause for programs, with what releases it. */
export function causeJson(cause: StuckCause): object {
  return {
    ...cause,
    since: isoTime(cause.since),
    ...retryJson(cause),
    example: itemJson(cause.example),
    release: releaseOf(cause).join("; "),
  };
}
