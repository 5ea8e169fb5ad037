import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { times } from "../../../runtime/counted.ts";
import { inKeys } from "../database/listing.ts";
import { failingAction } from "./failing.ts";
import type { StuckSource } from "./source.ts";

interface CommandRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly message: string | null;
}

/** Commands that failed in a way nobody expected. */
export const failedCommands: StuckSource<CommandRow> = {
  kind: "command-failed",
  count: "SELECT count(*) FROM commands WHERE outcome = 'failed'",
  keys: "SELECT id FROM commands WHERE outcome = 'failed' AND id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT c.id AS number, c.at AS since, n.text AS name, t.text AS type, c.process_key AS key,
           c.message
    FROM commands c JOIN strings n ON n.id = c.name JOIN strings t ON t.id = c.process_type
    WHERE c.id ${inKeys} AND c.outcome = 'failed' ORDER BY c.id`,
  found: ({ number, since, name, type, key, message }) => ({
    number,
    item: `command ${number}`,
    cause: causeOf("command-failed", `${name} of ${type}: ${errorCause(message ?? "")}`),
    file: null,
    message: null,
    since,
    name: key,
    reason: `${name}: ${reasonOf(message)}`,
  }),
};

interface ActionRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly reason: string | null;
}

/** Actions that did not work. */
export const failedActions = actionsIn("failed", "action-failed", errorCause);

/** Actions that wait for a person's word. Their reason names a condition and no values. */
export const actionsToReview = actionsIn("needs-review", "action-needs-review", (reason) => reason);

function actionsIn(
  state: "failed" | "needs-review",
  kind: StuckSource["kind"],
  causeIn: (reason: string) => string,
): StuckSource<ActionRow> {
  return {
    kind,
    count: `SELECT count(*) FROM actions WHERE state = '${state}' AND state IN ('failed', 'needs-review')`,
    keys: `
      SELECT id FROM actions
      WHERE state = '${state}' AND state IN ('failed', 'needs-review') AND id > ? ORDER BY id LIMIT ?`,
    rows: `
      SELECT a.id AS number, ifnull(a.ended_at, a.planned_at) AS since, n.text AS name,
             t.text AS type, p.key, a.reason
      FROM actions a JOIN strings n ON n.id = a.name JOIN processes p ON p.id = a.process
      JOIN strings t ON t.id = p.type
      WHERE a.id ${inKeys} AND a.state = '${state}' ORDER BY a.id`,
    found: ({ number, since, name, type, key, reason }) => ({
      number,
      item: `action ${number}`,
      cause: causeOf(kind, `${name} of ${type}: ${causeIn(reason ?? "no reason was recorded")}`),
      file: null,
      message: null,
      since,
      name: key,
      reason: `${name}: ${reasonOf(reason)}`,
    }),
  };
}

interface FailingRow extends ActionRow {
  readonly retryAt: number;
  readonly tries: number;
}

/** Actions that failed and are tried again, for the causes that they would be stuck for. */
export const failingActions: StuckSource<FailingRow> = {
  kind: "action-failing",
  count: `SELECT count(*) FROM actions a INDEXED BY actions_failing WHERE ${failingAction("a")}`,
  keys: `
    SELECT a.id FROM actions a INDEXED BY actions_failing
    WHERE ${failingAction("a")} AND a.id > ? ORDER BY a.id LIMIT ?`,
  rows: `
    SELECT a.id AS number, n.text AS name, t.text AS type, p.key, a.reason, a.due_at AS retryAt,
           a.attempts - a.uncounted AS tries,
           (SELECT min(l.ended_at) FROM attempts l
            WHERE l.action = a.id AND l.attempt > a.uncounted) AS since
    FROM actions a JOIN strings n ON n.id = a.name JOIN processes p ON p.id = a.process
    JOIN strings t ON t.id = p.type
    WHERE a.id ${inKeys} AND ${failingAction("a")} ORDER BY a.id`,
  found: ({ retryAt, tries, ...row }) => {
    const { reason, ...found } = failedActions.found(row);
    return { ...found, reason: `${reason} (${failedSoFar(tries)})`, retryAt };
  },
};

/** How often something failed, in words. */
export function failedSoFar(count: number): string {
  return `failed ${times(count)} so far`;
}

function reasonOf(text: string | null): string {
  return text === null ? "No reason was recorded." : (text.split("\n", 1)[0] ?? "");
}
