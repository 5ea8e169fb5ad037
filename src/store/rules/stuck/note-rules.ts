import type { Problem } from "../../../core/file/problem.ts";
import type { StuckItem, StuckKey, StuckNote } from "../../../core/stuck/stuck.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import { problemsFrom } from "../files/prepared-file.ts";

type MessageNow = Pick<SpokenMessage, "invalid" | "problems">;

/** Why the dismissal of an invalid message ends when its file is read again; null when it does not. */
export function whyRestored(before: MessageNow, now: MessageNow): string | null {
  if (now.invalid === 0) return "its file was read again, and it is invalid no longer";
  if (errorsIn(now.problems) === errorsIn(before.problems)) return null;
  return "its file was read again, and it is invalid for other problems";
}

/** The errors that make a message invalid, without the words that describe them. */
function errorsIn(problems: string | null): string {
  const errors = problemsFrom(problems).filter(({ severity }) => severity === "error");
  return JSON.stringify(errors.map(withoutWords));
}

function withoutWords({ code, line, group, field, value }: Problem) {
  return [code, line, group, field, value];
}

/** A message of which something was said, before its file was read again. */
export interface SpokenMessage {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly lastLine: number;
  readonly invalid: 0 | 1;
  readonly problems: string | null;
  /** The cause for which it is dismissed while it is invalid; null when it is not. */
  readonly dismissedFor: string | null;
}

/** A row of what people said of stuck things. */
export type StuckNoteRow = Omit<StuckNote, "on"> & {
  readonly kind: StuckKind | null;
  readonly number: number | null;
};

/** What holds of an item after what was said of it, and of its cause. */
export function afterNotes(
  said: readonly StuckNoteRow[],
  common: readonly StuckNoteRow[],
): Pick<StuckItem, "assignee" | "notes" | "said"> {
  const assigns = ({ verb }: StuckNoteRow) => verb === "assign";
  const assigned = said.findLast(assigns) ?? common.findLast(assigns);
  return {
    assignee: assigned?.text ?? null,
    notes: said.filter(({ verb }) => verb === "note").length,
    said: said.map(noteFrom),
  };
}

/** The dismissal that holds after what was said of an item with its cause, if one does. */
export function dismissalIn(said: readonly StuckNoteRow[]): StuckNote | null {
  const last = said.findLast(({ verb }) => verb === "dismiss" || verb === "restore");
  return last?.verb === "dismiss" ? noteFrom(last) : null;
}

/** What was said, as its row has it. */
export function noteFrom({ kind, number, ...note }: StuckNoteRow): StuckNote {
  const on: StuckKey | null = kind === null || number === null ? null : { kind, number };
  return { ...note, on };
}
