import type { Connection } from "./connection.ts";
import { IdMemory } from "./id-memory.ts";

/** Gives the number of a text, and gives it one if it is new. Within a write only. */
export type Intern = (text: string) => Promise<number>;

/** Texts that repeat, stored once in the table and referred to by a small number. */
export function interned(connection: Connection, table: "claims" | "strings"): Intern {
  const { db } = connection;
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE text = ?`).pluck();
  const insert = db
    .prepare<[string], number>(`INSERT INTO ${table} (text) VALUES (?) RETURNING id`)
    .pluck();
  const memory = new IdMemory();
  connection.remember(memory);
  return (text) =>
    memory.id(text, async () => (await select.get(text)) ?? (await insert.get(text)) ?? 0);
}
