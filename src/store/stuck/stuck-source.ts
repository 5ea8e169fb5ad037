import type { StuckFilter, StuckItem } from "../../core/stuck/stuck.ts";
import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import type { FoundStuck } from "./found-stuck.ts";
import { isFailing, stuckKind, stuckKinds } from "./stuck-kinds.ts";
import type { StuckSql, StuckStatements } from "./stuck-sql.ts";

/** One kind of stuck things in a database: its statements, and how a row of theirs is put into words. */
export interface StuckSource extends StuckStatements {
  readonly kind: StuckKind;
  describe(row: unknown): FoundStuck;
}

/** The kinds in a database, in the order that lists show them. */
export interface StuckSources {
  readonly all: readonly StuckSource[];
  /** The kinds whose items are counted as stuck. */
  readonly needingPeople: readonly StuckSource[];
  /** The kinds whose items are counted as failing: what waits for another file is not counted beside that file. */
  readonly retried: readonly StuckSource[];
}

/** The kinds, in the words of a database. */
export function stuckSourcesIn(sql: StuckSql): StuckSources {
  const all = stuckKinds.map((kind): StuckSource => {
    const row = stuckKind(kind);
    return { kind, ...row.statements(sql), describe: row.describe };
  });
  return {
    all,
    needingPeople: all.filter(({ kind }) => !isFailing(kind)),
    retried: all.filter(({ kind }) => stuckKind(kind).retries === "by-itself"),
  };
}

/** Whether a list that is asked for by cause, dismissal and assignee shows an item. */
export function isWanted(
  item: StuckItem,
  { cause, dismissed = false, assignee }: StuckFilter,
): boolean {
  if (dismissed === "only" ? item.dismissed === null : !dismissed && item.dismissed !== null)
    return false;
  if (assignee !== undefined && item.assignee !== assignee) return false;
  return cause === undefined || item.cause.id === cause;
}
