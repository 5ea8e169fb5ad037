import type { StuckKind } from "../../../core/stuck/stuck-kinds.ts";
import type { FoundStuck } from "../../rules/stuck/found-stuck.ts";

/** One kind of what may be stuck: where it is found, by an index, and what is told of it. */
export interface StuckSource<Row = unknown> {
  readonly kind: StuckKind;
  /** SQL: where they are found, as what stands behind FROM. */
  readonly among: string;
  /** SQL: numbers after one, ascending, at most so many. */
  readonly keys: string;
  /**
   * SQL: the rows of the numbers in a JSON array, those that are not stuck left out. `same` is a text that is
   * only equal in rows of one cause.
   */
  readonly rows: string;
  /** SQL: how many rows have each `same`, with the lowest number, the oldest moment and the next retry. */
  readonly groups: string;
  found(row: Row): FoundStuck;
}

/** Groups rows by what makes their cause. */
export function grouped(rows: string, retryAt = "NULL"): string {
  return `
    SELECT same, count(*) AS count, min(number) AS number, min(since) AS since, min(${retryAt}) AS retryAt
    FROM (${rows}) GROUP BY same`;
}

/**
 * SQL: the first error among stored problems without its values: what a cause is made of. As a rule the first
 * problem is one, which is read without a walk over all of them.
 */
export function sameError(problems: string): string {
  const parts = ["code", "kind", "group", "field"];
  const first = parts.map((name) => `'$[0].${name}'`).join(", ");
  const any = parts.map((name) => `value ->> '${name}'`).join(", ");
  return `iif(${problems} ->> '$[0].severity' = 'error', json_extract(${problems}, ${first}),
    (SELECT json_array(${any}) FROM json_each(${problems})
     WHERE value ->> 'severity' = 'error' LIMIT 1))`;
}
