import type { VerifyStore } from "../../port/verify-store.ts";
import { rulesInPostgres } from "../../verify/rules.ts";
import type { Connection } from "../database/connection.ts";
import { isDamage } from "../database/store-error.ts";

/** Rows reported of each rule: more say nothing new. */
const mostOfEach = 1_000;

/** What rows refer to without a foreign key: words, claims and envelope keys are never removed. */
const lookedUp: readonly (readonly [table: string, column: string, parent: string])[] = [
  ["files", "claim", "claims"],
  ["files", "channel", "strings"],
  ["files", "envelope_key", "envelope_keys"],
  ["messages", "group_code", "strings"],
  ["processes", "type", "strings"],
  ["events", "type", "strings"],
  ["actions", "name", "strings"],
  ["outbound", "channel", "strings"],
];

/** Rows that refer to rows which are not there. */
const strays = lookedUp.map(([table, column, parent]) => ({
  parent,
  sql: `
    SELECT DISTINCT '${table} of ${column} ' || t.${column} AS about FROM ${table} t
    WHERE t.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE p.id = t.${column})`,
}));

/** Whether rows fit each other as they must. */
export function tableFaults(connection: Connection): VerifyStore["tables"] {
  const { db } = connection;

  /** The rows that a look finds; none when it comes upon damage, which is noted. */
  async function found(what: string, sql: string): Promise<readonly string[]> {
    const look = db.prepare<[], string>(`${sql} LIMIT ${mostOfEach}`).pluck();
    try {
      return await connection.read(() => look.all());
    } catch (error) {
      if (!isDamage(error)) throw error;
      connection.noteDamage(what, error);
      return [];
    }
  }

  return async function* faults() {
    for (const { parent, sql } of strays)
      for (const about of await found("the rows that others refer to", sql))
        yield {
          code: "ROW_MISSING",
          about,
          message: `It refers to a row of ${parent} that is not there.`,
        };
    for (const { code, message, remedy, sql } of rulesInPostgres)
      for (const about of await found(`a row that ${code} is looked for in`, sql))
        yield { code, about, message, ...(remedy !== undefined && { remedy }) };
  };
}
