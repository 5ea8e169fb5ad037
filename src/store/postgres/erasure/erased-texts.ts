import {
  type ErasedRows,
  type ErasedText,
  erasedTexts,
  type SaidReplaced,
} from "../../rules/erasure/erased-texts.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, inTexts } from "../database/listing.ts";
import { chainsOf } from "./told.ts";

/** Which rows of a table are meant. */
function whereOf({ by, column }: ErasedText): string {
  if (by === null) return "ctid >= ?::tid AND ctid < ?::tid";
  if (by === "keys") return `${column} ${inTexts}`;
  if (column !== "action") return `${column} ${inKeys}`;
  return `action IN (SELECT a.id FROM actions a WHERE a.event ${inKeys})`;
}

/** Which rows derived from erased messages an erasure looks at. Within a write only. */
export function erasedRows({ db }: Connection) {
  const eventsOf = db
    .prepare<[string, string], number>(
      `${chainsOf} SELECT seq FROM chain
       UNION SELECT e.seq FROM events e WHERE e.message ${inKeys}`,
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

  return async (given: {
    readonly processes: readonly number[];
    /** Messages whose bytes were read again. */
    readonly messages: readonly number[];
    readonly files: readonly number[];
    readonly outbound: readonly number[];
    readonly keys: readonly string[];
  }): Promise<ErasedRows> => {
    const processes = JSON.stringify(given.processes);
    const read = new Set(given.messages);
    const unread = (await messagesOf.all(processes)).filter((message) => !read.has(message));
    const messages = JSON.stringify([...read, ...unread]);
    const all = JSON.stringify(await eventsOf.all(processes, messages));
    return {
      processes,
      others: JSON.stringify(await processesOf.all(all)),
      events: all,
      messages,
      unread: JSON.stringify(unread),
      files: JSON.stringify(given.files),
      outbound: JSON.stringify(given.outbound),
      keys: JSON.stringify(given.keys),
    };
  };
}

/** So many pages of a table are looked through in one statement. */
const pagesAtOnce = 64;

/** Replaces texts, and tells how many rows that were. Within a write only. */
export async function eraseTexts(
  { db }: Connection,
  rows: ErasedRows,
  said: SaidReplaced,
): Promise<number> {
  let count = 0;
  for (const one of erasedTexts) {
    const erase = erasingRow(db, one, said);
    const names = [...one.columns, ...(one.data ?? [])].join(", ");
    const select = db.prepare<string[], Record<string, string | null>>(
      `SELECT ctid::text AS place, ${names} FROM ${one.table} WHERE ${whereOf(one)}`,
    );
    if (one.by !== null) {
      for (const row of await select.all(rows[one.by])) count += await erase(row);
      continue;
    }
    const size = db
      .prepare<[string], number>(
        "SELECT pg_relation_size(?::regclass) / current_setting('block_size')::bigint",
      )
      .pluck();
    const pages = (await size.get(one.table)) ?? 0;
    // Rows that change get a place behind: those are as they are to be.
    for (let page = 0; page < pages; page += pagesAtOnce)
      for (const row of await select.all(`(${page},0)`, `(${page + pagesAtOnce},0)`))
        count += await erase(row);
  }
  return count;
}

/** Replaces what a row says, where that is something else; gives 1 then. */
function erasingRow(
  db: Connection["db"],
  { table, columns, data = [], by }: ErasedText,
  said: SaidReplaced,
) {
  const names = [...columns, ...data];
  const own = by === null ? said.freeText : said.text;
  const update = db.prepare<unknown[]>(
    `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE ctid = ?::tid`,
  );
  // Two addresses may have the same tombstone: one row is enough then.
  const forgetSame = db.prepare<[string | null, string | null]>(
    `DELETE FROM outbound_recipients o USING outbound_recipients same
     WHERE same.ctid = ?::tid AND o.outbound = same.outbound AND o.address = ? AND o.ctid <> same.ctid`,
  );
  return async (row: Record<string, string | null>): Promise<number> => {
    const now = names.map((name) => {
      const value = row[name] ?? null;
      if (value === null) return null;
      return data.includes(name) ? said.data(value) : own(value);
    });
    if (names.every((name, at) => (row[name] ?? null) === now[at])) return 0;
    const place = row["place"] ?? null;
    if (table === "outbound_recipients") await forgetSame.run(place, now[0] ?? null);
    return (await update.run(...now, place)).changes;
  };
}
