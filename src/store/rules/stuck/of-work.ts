import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { times } from "../../../runtime/counted.ts";
import { type FoundStuck, quoting } from "./found-stuck.ts";

/** What a store has of a command that failed. */
export interface FailedCommandRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly message: string | null;
}

/** A command that failed in a way nobody expected. */
export function failedCommand(row: FailedCommandRow): FoundStuck {
  const { number, since, name, type, key, message } = row;
  return {
    number,
    item: `command ${number}`,
    cause: causeOf("command-failed", `${name} of ${type}: ${errorCause(message ?? "")}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: `${name}: ${reasonOf(message)}`,
  };
}

/** What a store has of an action that is stuck. */
export interface StuckActionRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly reason: string | null;
}

/** An action that did not work. */
export function failedAction(row: StuckActionRow): FoundStuck {
  return stuckAction("action-failed", row, errorCause(row.reason ?? noReason));
}

/** An action that waits for a person's word. Its reason names a condition and no values. */
export function actionToReview(row: StuckActionRow): FoundStuck {
  return stuckAction("action-needs-review", row, row.reason ?? noReason);
}

const noReason = "no reason was recorded";

function stuckAction(
  kind: "action-failed" | "action-needs-review",
  { number, since, name, type, key, reason }: StuckActionRow,
  why: string,
): FoundStuck {
  return {
    number,
    item: `action ${number}`,
    cause: causeOf(kind, `${name} of ${type}: ${why}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: `${name}: ${reasonOf(reason)}`,
  };
}

/** What a store has of an action that failed and is tried again. */
export interface RetriedActionRow extends StuckActionRow {
  readonly retryAt: number;
  readonly tries: number;
}

/** An action that failed and is tried again, for the cause that it would be stuck for. */
export function retriedAction({ retryAt, tries, ...row }: RetriedActionRow): FoundStuck {
  const { reason, ...found } = failedAction(row);
  return { ...found, reason: `${reason} (${failedSoFar(tries)})`, retryAt };
}

/** How often something failed, in words. */
export function failedSoFar(count: number): string {
  return `failed ${times(count)} so far`;
}

function reasonOf(text: string | null): string {
  return text === null ? "No reason was recorded." : (text.split("\n", 1)[0] ?? "");
}
