import type { Message } from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";
import { differences, type FieldDifference } from "../../core/replay/difference.ts";
import type { Advice } from "../../core/stuck/remedy.ts";
import type { StandingMessage } from "../../store/port/events/restatement-store.ts";
import type { Fault } from "../../store/port/verify-store.ts";

import type { FoundChange } from "../restate/compare-message.ts";
import { putBackInPlace, reprocessHint, restateHint } from "./way-out.ts";

/** Which message of which file is compared. */
interface Place {
  readonly file: number;
  readonly line: number;
}

/** What is wrong with the row of a message. */
export interface RowFault {
  readonly fault: Fault;
  /** Nothing but its data differs, for which an event may have been given better. */
  readonly isOfDataAlone: boolean;
}

/** What the row of a message says otherwise than the kept bytes of its file. */
export function rowFault(
  { file, line, isSameReader }: Place & { readonly isSameReader: boolean },
  standing: StandingMessage | null,
  message: Message | null,
): RowFault | null {
  const place = `file ${file} line ${line}`;
  if (standing === null) {
    const said = "The kept bytes have a message there, and the store has none.";
    const remedy = isSameReader ? putBackInPlace : reprocessHint(file);
    return otherwise({ code: "MESSAGE_LOST", about: place, message: said, remedy });
  }
  const about = `${place} (message ${standing.id})`;
  if (message === null) {
    const said = "The store has a message there, and the kept bytes have none.";
    const remedy = isSameReader ? putBackInPlace : wayOut(file, standing);
    return otherwise({ code: "MESSAGE_DIFFERS", about, message: said, remedy });
  }
  const found = rowDifferences(standing, message);
  if (found.length === 0) return null;
  const remedy = wayOut(file, standing);
  return {
    fault: { code: "MESSAGE_DIFFERS", about, message: saidOf(found), remedy },
    isOfDataAlone: found.every(({ path }) => path.startsWith("data")),
  };
}

function otherwise(fault: Fault): RowFault {
  return { fault, isOfDataAlone: false };
}

/** What an event says otherwise than the kept bytes of its message's file. */
export function eventFault({ file, line }: Place, change: FoundChange): Fault | null {
  const { event, kind, fields, to, why } = change;
  if (event === null || kind === "kept" || kind === "back" || kind === "new") return null;
  const about = `event ${event} (file ${file} line ${line})`;
  const what =
    kind === "data"
      ? saidOf(fields)
      : kind === "gone" || to === null
        ? `By the kept bytes and today's definitions it should not be: ${why ?? "its message is gone"}.`
        : `By the kept bytes and today's definitions it is ${to.type} on ${to.processType} ${to.key}.`;
  return { code: "EVENT_DIFFERS", about, message: what, remedy: restateHint(file) };
}

/** Members that differ, named as people name them, with both values. */
export function saidOf(found: readonly FieldDifference[]): string {
  const some = found.slice(0, 3).map(({ path, from, to }) => {
    const name = path === "" ? "all of it" : path;
    return `${name} is ${shown(from)}, and the kept bytes say ${shown(to)}`;
  });
  const more = found.length > some.length ? `; and ${found.length - some.length} more` : "";
  return `${some.join("; ")}${more}.`;
}

/** Differences of two stored texts of JSON; a text that is damaged differs as a whole. */
function ofJson(name: string, stored: string | null, read: string | null): FieldDifference[] {
  if (stored === read) return [];
  let value: unknown;
  try {
    value = stored === null ? null : JSON.parse(stored);
  } catch {
    return [{ path: name, from: stored, to: read }];
  }
  return differences(value, read === null ? null : JSON.parse(read), name);
}

function rowDifferences(standing: StandingMessage, message: Message): FieldDifference[] {
  const { lastLine, group, subject, problems } = message;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["last line", standing.lastLine, lastLine],
    ["group", standing.group, group],
    ["kind of subject", standing.subjectKind, subject?.kind ?? null],
    ["subject", standing.subjectKey, subject?.key ?? null],
    ["invalid", standing.invalid, hasError(problems)],
  ];
  const problemsText = problems.length === 0 ? null : JSON.stringify(problems);
  return [
    ...pairs.flatMap(([path, from, to]) => (from === to ? [] : [{ path, from, to }])),
    ...ofJson("data", standing.data, message.json()),
    ...ofJson("problems", standing.problems, problemsText),
  ];
}

function wayOut(file: number, { events }: StandingMessage): Advice {
  return events.length > 0 ? restateHint(file) : reprocessHint(file);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
