import type { StuckCauseView, StuckItemView } from "../../app/views/stuck-view.ts";
import type { StuckNote } from "../../core/stuck/stuck.ts";
import { noteWords } from "../../core/text/note-words.ts";
import { localTime } from "../../runtime/local-time.ts";
import { stuckKind } from "../../store/stuck/stuck-kinds.ts";
import { oneLine, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";

/** A cause for people: how many, since when, one of them, what to do. */
export function causeLines(cause: StuckCauseView): string[] {
  const { example } = cause;
  const assigned = cause.assignees.length === 0 ? "" : `, ${cause.assignees.join(" and ")} on it`;
  const dismissed = cause.dismissed === 0 ? "" : `, ${cause.dismissed} dismissed`;
  return [
    `${cause.id}  ${cause.count} ${stuckKind(cause.kind).title} since ${localTime(cause.since)}${nextAttempt(cause.retryAt)}${dismissed}${visible(assigned)}`,
    `    ${oneLine(cause.title)}`,
    `    e.g. ${visible(example.item)}, ${visible(example.name)}: ${oneLine(example.reason)}`,
    ...cause.ways.map((way) => `    ${adviceText(way)}`),
    "",
  ];
}

function nextAttempt(at: number | string | undefined): string {
  return at === undefined ? "" : `, next attempt at ${localTime(at)}`;
}

/** An item for people, with the notes on it. */
export function itemLines(item: StuckItemView): string[] {
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
function isToldApart({ verb }: Pick<StuckNote, "verb">): boolean {
  return verb === "note" || verb === "restore";
}

/** What a person said, with when and who. */
export function noteLine(note: Omit<StuckNote, "at"> & { readonly at: number | string }): string {
  return oneLine(`${localTime(note.at)}  ${note.actor} ${noteWords(note)}`);
}
