import {
  actionToReview,
  type FailedCommandRow,
  failedAction,
  failedCommand,
  type RetriedActionRow,
  retriedAction,
  type StuckActionRow,
} from "../../rules/stuck/of-work.ts";
import { inKeys } from "../database/listing.ts";
import { failingAction } from "./failing.ts";
import { grouped, type StuckSource } from "./source.ts";

const commandRows = (which: string) => `
  SELECT c.id AS number, c.at AS since, n.text AS name, t.text AS type, c.process_key AS key,
         c.message, json_build_array(c.name, c.process_type, c.message)::text AS same
  FROM commands c JOIN strings n ON n.id = c.name JOIN strings t ON t.id = c.process_type
  WHERE ${which} AND c.outcome = 'failed'`;

/** Commands that failed in a way nobody expected. */
export const failedCommands: StuckSource<FailedCommandRow> = {
  kind: "command-failed",
  among: "commands WHERE outcome = 'failed'",
  keys: "SELECT id FROM commands WHERE outcome = 'failed' AND id > ? ORDER BY id LIMIT ?",
  rows: `${commandRows(`c.id ${inKeys}`)} ORDER BY c.id`,
  groups: grouped(commandRows("TRUE")),
  found: failedCommand,
};

const ofProcess = `
  JOIN strings n ON n.id = a.name JOIN processes p ON p.id = a.process
  JOIN strings t ON t.id = p.type`;

const sameAction = "json_build_array(a.name, p.type, a.reason)::text AS same";

function actionsIn(state: "failed" | "needs-review") {
  const those = `a.state = '${state}' AND a.state IN ('failed', 'needs-review')`;
  const rows = (which: string) => `
    SELECT a.id AS number, coalesce(a.ended_at, a.planned_at) AS since, n.text AS name,
           t.text AS type, p.key, a.reason, ${sameAction}
    FROM actions a ${ofProcess}
    WHERE ${which}`;
  return {
    among: `actions a WHERE ${those}`,
    keys: `SELECT a.id FROM actions a WHERE ${those} AND a.id > ? ORDER BY a.id LIMIT ?`,
    rows: `${rows(`a.id ${inKeys} AND a.state = '${state}'`)} ORDER BY a.id`,
    groups: grouped(rows(those)),
  };
}

/** Actions that did not work. */
export const failedActions: StuckSource<StuckActionRow> = {
  kind: "action-failed",
  ...actionsIn("failed"),
  found: failedAction,
};

/** Actions that wait for a person's word. */
export const actionsToReview: StuckSource<StuckActionRow> = {
  kind: "action-needs-review",
  ...actionsIn("needs-review"),
  found: actionToReview,
};

const failingRows = (actions: string, which: string) => `
  SELECT a.id AS number, n.text AS name, t.text AS type, p.key, a.reason, a.due_at AS "retryAt",
         a.attempts - a.uncounted AS tries,
         (SELECT min(l.ended_at) FROM attempts l
          WHERE l.action = a.id AND l.attempt > a.uncounted) AS since, ${sameAction}
  FROM ${actions} ${ofProcess}
  WHERE ${which} AND ${failingAction("a")}`;

/** Actions that failed and are tried again. */
export const failingActions: StuckSource<RetriedActionRow> = {
  kind: "action-failing",
  among: `actions a WHERE ${failingAction("a")}`,
  keys: `
    SELECT a.id FROM actions a
    WHERE ${failingAction("a")} AND a.id > ? ORDER BY a.id LIMIT ?`,
  rows: `${failingRows("actions a", `a.id ${inKeys}`)} ORDER BY a.id`,
  groups: grouped(failingRows("actions a", "TRUE"), '"retryAt"'),
  found: retriedAction,
};
