import type Database from "better-sqlite3";
import {
  type ErasedRows,
  type ErasedText,
  erasedTexts,
  type SaidReplaced,
} from "../../rules/erasure/erased-texts.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";
import { chainsOf } from "./told.ts";

/** Which rows of a table are meant. */
function whereOf({ by, column }: ErasedText): string {
  if (by === null) return "1";
  if (column !== "action") return `${column} ${inKeys}`;
  return `action IN (SELECT a.id FROM actions a WHERE a.event ${inKeys})`;
}

/** Which rows derived from erased messages an erasure looks at. Within a write only. */
export function erasedRows({ db }: Connection) {
  const eventsOf = db
    .prepare<[string, string], number>(
      `${chainsOf} SELECT seq FROM chain
       UNION SELECT e.seq FROM json_each(?) k CROSS JOIN events e ON e.message = k.value`,
    )
    .pluck();
  const messagesOf = db
    .prepare<[string], number>(
      `${chainsOf} SELECT DISTINCT message FROM chain WHERE message IS NOT NULL`,
    )
    .pluck();
  const processesOf = db
    .prepare<[string], number>(`SELECT DISTINCT process FROM events WHERE seq ${inKeys}`)
    .pluck();

  return (given: {
    readonly processes: readonly number[];
    /** Messages whose bytes were read again. */
    readonly messages: readonly number[];
    readonly files: readonly number[];
    readonly outbound: readonly number[];
    readonly keys: readonly string[];
  }): ErasedRows => {
    const processes = JSON.stringify(given.processes);
    const read = new Set(given.messages);
    const unread = messagesOf.all(processes).filter((message) => !read.has(message));
    const messages = JSON.stringify([...read, ...unread]);
    const all = JSON.stringify(eventsOf.all(processes, messages));
    return {
      processes,
      others: JSON.stringify(processesOf.all(all)),
      events: all,
      messages,
      unread: JSON.stringify(unread),
      files: JSON.stringify(given.files),
      outbound: JSON.stringify(given.outbound),
      keys: JSON.stringify(given.keys),
    };
  };
}

/** Replaces texts, and tells how many rows that were. Within a write only. */
export function eraseTexts(db: Database.Database, rows: ErasedRows, said: SaidReplaced): number {
  const orNull = (replace: (text: string) => string) => (text: unknown) =>
    typeof text === "string" ? replace(text) : text;
  db.function("erased", orNull(said.text));
  db.function("erased_data", orNull(said.data));
  db.function("erased_free", orNull(said.freeText));
  let count = 0;
  for (const one of erasedTexts) {
    const { table, columns, data = [], by } = one;
    const own = by === null ? "erased_free" : "erased";
    const erased = [
      ...columns.map((column) => [column, `${own}(${column})`] as const),
      ...data.map((column) => [column, `erased_data(${column})`] as const),
    ];
    const set = erased.map(([column, to]) => `${column} = ${to}`).join(", ");
    const differs = erased.map(([column, to]) => `${column} <> ${to}`).join(" OR ");
    // Two addresses may have the same tombstone: one row is enough then.
    const statement = db.prepare<string[]>(
      `UPDATE OR REPLACE ${table} SET ${set} WHERE (${whereOf(one)}) AND (${differs})`,
    );
    const given = by === null ? [] : [rows[by]];
    count += statement.run(...given).changes;
  }
  return count;
}
