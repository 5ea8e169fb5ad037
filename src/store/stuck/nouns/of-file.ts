import { type FoundStuck, problemQuotes, problemReason } from "../found-stuck.ts";
import { grouped, type StuckSql } from "../stuck-sql.ts";

/** What a store has of a file that is stuck. */
export interface StuckFileRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  /** JSON. */
  readonly problems: string | null;
  readonly otherFile: number | null;
  readonly flow: string | null;
}

/** A file in words, for its first error. */
export function describeFile(row: StuckFileRow): Omit<FoundStuck, "cause"> {
  const { number, since, name, problems } = row;
  return {
    number,
    item: `file ${number}`,
    file: number,
    message: null,
    since,
    name,
    reason: problemReason(problems),
    ...problemQuotes(problems),
  };
}

/** Statements that read files of a condition by an index; `same`: what makes their cause, their first error unless given. */
export function filesWhere(sql: StuckSql, index: string, condition: string, same?: string) {
  const rows = (files: string, which: string) => `
    SELECT f.id AS number, f.recorded_at AS since, coalesce(f.name, f.tail) AS name, f.problems,
           f.other_file AS "otherFile", j.flow, ${same ?? sql.array("j.flow", sql.sameError("f.problems"))} AS same
    FROM ${files} LEFT JOIN envelope_keys j ON j.id = f.envelope_key
    WHERE ${which}`;
  return {
    rows: `${rows("files f", `f.id ${sql.inKeys} AND ${condition}`)} ORDER BY f.id`,
    groups: grouped(rows(`files f ${sql.indexedBy(index)}`, condition)),
  };
}
