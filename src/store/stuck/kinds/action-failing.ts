import { advice } from "../../../core/stuck/remedy.ts";
import { failingAction } from "../failing.ts";
import { failedSoFar } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import {
  failedAction,
  processOfAction,
  type StuckActionRow,
  sameAction,
} from "../nouns/of-action.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "action-failing": true;
  }
}

interface RetriedActionRow extends StuckActionRow {
  readonly retryAt: number;
  readonly tries: number;
}

const isFailing = failingAction("a");

/** An action that failed and is retried automatically, for the cause that it would be stuck for. */
export const actionFailing: StuckKindRow<RetriedActionRow> = {
  noun: "action",
  title: "failing",
  meaning: "The last attempt failed, and there is another at its time.",
  retries: "by-itself",
  notice: null,
  tryAgain: { by: "action" },
  trying: ["action is tried at once", "actions are tried at once"],
  ways: (cause) => [
    advice("retried automatically; to retry now, once fixed: {}", reprocessRemedy(cause)),
  ],
  statements: (sql) => {
    const indexed = `actions a ${sql.indexedBy("actions_failing")}`;
    const rows = (actions: string, which: string) => `
      SELECT a.id AS number, n.text AS name, t.text AS type, p.key, a.reason, a.due_at AS "retryAt",
             a.attempts - a.uncounted AS tries,
             (SELECT min(l.ended_at) FROM attempts l
              WHERE l.action = a.id AND l.attempt > a.uncounted) AS since, ${sameAction(sql)}
      FROM ${actions} ${processOfAction(sql)}
      WHERE ${which} AND ${isFailing}`;
    return {
      among: `${indexed} WHERE ${isFailing}`,
      keys: `SELECT a.id FROM ${indexed} WHERE ${isFailing} AND a.id > ? ORDER BY a.id LIMIT ?`,
      rows: `${rows("actions a", `a.id ${sql.inKeys}`)} ORDER BY a.id`,
      groups: grouped(rows(indexed, "TRUE"), '"retryAt"'),
    };
  },
  describe: ({ retryAt, tries, ...row }) => {
    const { reason, ...found } = failedAction(row);
    return { ...found, reason: `${reason} (${failedSoFar(tries)})`, retryAt };
  },
};
