import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import {
  type FoundStuck,
  problemQuotes,
  problemReason,
  problemTitle,
  quoting,
} from "./found-stuck.ts";

interface StuckMessageRow {
  readonly number: number;
  readonly file: number;
  readonly since: number;
  readonly name: string;
  readonly flow: string | null;
}

/** What a store has of a message with an error of its own. */
export interface InvalidMessageRow extends StuckMessageRow {
  /** JSON. */
  readonly problems: string | null;
}

/** A message with an error of its own. */
export function invalidMessage(row: InvalidMessageRow): FoundStuck {
  return {
    ...message(row),
    cause: causeOf("invalid", problemTitle(row.problems, row.flow)),
    reason: problemReason(row.problems),
    ...problemQuotes(row.problems),
  };
}

/** What a store has of a message that joins a process which is not there. */
export interface UnmatchedMessageRow extends StuckMessageRow {
  readonly processType: string;
  readonly eventType: string;
  readonly key: string;
}

/** A message that joins a process which is not there. */
export function unmatchedMessage(row: UnmatchedMessageRow): FoundStuck {
  return {
    ...message(row),
    cause: causeOf(
      "unmatched",
      `${row.eventType} arrived, but no process of type "${row.processType}" exists for its key`,
    ),
    ...quoting(row.key),
    reason: `It belongs to process ${row.processType} ${row.key}, which does not exist yet.`,
  };
}

/** What a store has of a message whose routing failed. */
export interface FailedMessageRow extends StuckMessageRow {
  readonly processType: string;
  readonly error: string;
}

/** A message whose routing failed. */
export function failedMessage(row: FailedMessageRow): FoundStuck {
  return {
    ...message(row),
    cause: causeOf(
      "failed",
      `${row.flow ?? "a message"} for ${row.processType}: ${errorCause(row.error)}`,
    ),
    reason: `${row.processType}: ${firstLine(row.error)}`,
  };
}

/** An error without its stack. */
function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function message({ number, file, since, name }: StuckMessageRow) {
  return { number, item: `message ${number}`, file, message: number, since, name };
}
