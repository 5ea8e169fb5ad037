import { causeOf, errorCause, valuesIn } from "../../../core/stuck/cause.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import { type FoundStuck, firstLineOr, quoting } from "../found-stuck.ts";
import { grouped, type StuckSql, type StuckStatements } from "../stuck-sql.ts";

/** What a store has of an action that is stuck. */
export interface StuckActionRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly reason: string | null;
}

const noReason = "no reason was recorded";

/** An action that failed, whether for good or not yet: its cause is the same. */
export function failedAction(row: StuckActionRow): FoundStuck {
  return describeAction("action-failed", row, errorCause(row.reason ?? noReason));
}

/** An action that needs review. Its reason names a condition and no values. */
export function actionToReview(row: StuckActionRow): FoundStuck {
  return describeAction("action-needs-review", row, row.reason ?? noReason);
}

function describeAction(
  kind: StuckKind,
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
    ...quoting(key, ...valuesIn(reason ?? "")),
    reason: `${name}: ${firstLineOr(reason, "No reason was recorded.")}`,
  };
}

/** Joins name, process and type of an action `a`. */
export function processOfAction({ thenJoin }: StuckSql): string {
  return `
    ${thenJoin} strings n ON n.id = a.name JOIN processes p ON p.id = a.process
    JOIN strings t ON t.id = p.type`;
}

/** What makes the cause of an action `a`. */
export function sameAction(sql: StuckSql): string {
  return `${sql.array("a.name", "p.type", "a.reason")} AS same`;
}

/** Statements that find actions in a state that needs a person. */
export function actionsIn(sql: StuckSql, state: "failed" | "needs-review"): StuckStatements {
  const those = `a.state = '${state}' AND a.state IN ('failed', 'needs-review')`;
  const rows = (which: string) => `
    SELECT a.id AS number, coalesce(a.ended_at, a.planned_at) AS since, n.text AS name,
           t.text AS type, p.key, a.reason, ${sameAction(sql)}
    FROM actions a ${processOfAction(sql)}
    WHERE ${which}`;
  return {
    among: `actions a WHERE ${those}`,
    keys: `SELECT a.id FROM actions a WHERE ${those} AND a.id > ? ORDER BY a.id LIMIT ?`,
    rows: `${rows(`a.id ${sql.inKeys} AND a.state = '${state}'`)} ORDER BY a.id`,
    groups: grouped(rows(those)),
  };
}
