import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import { counted } from "../../../runtime/counted.ts";
import { sentence } from "../../../runtime/error-message.ts";
import { failingOutbound } from "../failing.ts";
import type { FoundStuck } from "../found-stuck.ts";
import { grouped, type StuckSql, type StuckStatements } from "../stuck-sql.ts";

/** What a store has of an outbound file that is stuck. */
export interface StuckOutboundRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly channel: string;
  readonly problem: string | null;
  /** How many files wait behind it. */
  readonly queued: number;
}

/** What a store has of an outbound file that is tried again. */
export interface RetriedOutboundRow extends StuckOutboundRow {
  readonly retryAt: number;
  readonly tries: number;
}

/** An outbound file that could not be delivered, whether for good or not yet: its cause is the same. */
export function failedOutbound(row: StuckOutboundRow): FoundStuck {
  return describeOutbound(
    "outbound-failed",
    row,
    errorCause(row.problem ?? "no reason was recorded"),
  );
}

/** An outbound file of which it is unknown whether it arrived. */
export function unknownOutbound(row: StuckOutboundRow): FoundStuck {
  return describeOutbound("outbound-unknown", row, "nobody can tell");
}

function describeOutbound(
  kind: StuckKind,
  { number, since, name, channel, problem, queued }: StuckOutboundRow,
  why: string,
): FoundStuck {
  return {
    number,
    item: `outbound ${number}`,
    cause: causeOf(kind, `channel ${channel}: ${why}`),
    file: null,
    message: null,
    since,
    name,
    reason: withQueue(problem ?? "No reason was recorded.", queued),
  };
}

/** A reason, and how many files wait until it is settled. */
export function withQueue(reason: string, queued: number): string {
  if (queued === 0) return reason;
  return `${sentence(reason)} ${counted(queued, "file")} ${queued === 1 ? "waits" : "wait"} behind it.`;
}

/** Statements that find outbound files in a state that needs a person. */
export function outboundIn(sql: StuckSql, state: "failed" | "unknown"): StuckStatements {
  const those = `o.state = '${state}' AND o.state IN ('unknown', 'failed')`;
  const rows = (outbound: string, which: string) => `
    SELECT o.id AS number, o.created_at AS since, o.name, w.text AS channel, o.problem,
           ${sql.filesQueued("o")} AS queued, ${sql.array("o.channel", "o.problem")} AS same
    FROM ${outbound} ${sql.thenJoin} strings w ON w.id = o.channel
    WHERE ${which}`;
  return {
    among: `outbound o WHERE ${those}`,
    keys: `SELECT o.id FROM outbound o WHERE ${those} AND o.id > ? ORDER BY o.id LIMIT ?`,
    rows: `${rows("outbound o", `o.id ${sql.inKeys} AND o.state = '${state}'`)} ORDER BY o.id`,
    groups: grouped(rows(`outbound o ${sql.indexedBy("outbound_stuck")}`, those)),
  };
}

/** What distinguishes the files that are retried; `retryAt`: SQL of the moment of the next attempt, where there is one. */
export interface RetriedFiles {
  readonly wanted: string;
  readonly columns: string;
  readonly join?: string;
  readonly retryAt?: string;
}

/** Statements that find outbound files that are retried automatically. */
export function retriedFiles(sql: StuckSql, retried: RetriedFiles): StuckStatements {
  const { wanted, columns, join = "", retryAt } = retried;
  const those = `${failingOutbound("o")} AND ${wanted}`;
  const indexed = `outbound o ${sql.indexedBy("outbound_failing")}`;
  const rows = (outbound: string, which: string) => `
    SELECT o.id AS number, o.name, w.text AS channel, o.problem, o.due_at AS "retryAt",
           o.attempts + o.drops AS tries, o.created_at AS since,
           ${sql.filesQueued("o")} AS queued, ${columns}
    FROM ${outbound} ${sql.thenJoin} strings w ON w.id = o.channel ${join}
    WHERE ${which} AND ${those}`;
  return {
    among: `${indexed} WHERE ${those}`,
    keys: `SELECT o.id FROM ${indexed} WHERE ${those} AND o.id > ? ORDER BY o.id LIMIT ?`,
    rows: `${rows("outbound o", `o.id ${sql.inKeys}`)} ORDER BY o.id`,
    groups: grouped(rows(indexed, "TRUE"), retryAt),
  };
}
