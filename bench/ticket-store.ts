import Database from "better-sqlite3";
import { openSqliteStore } from "../src/store/sqlite/open.ts";

/** Rows written in one transaction. */
const atOnce = 50_000;

/**
 * Fills a new store with processes of one event each, built, with an action of that name planned for each:
 * what building would leave, written straight into its tables, since a million is wanted.
 */
export async function fillTickets(path: string, count: number, action: string): Promise<void> {
  const store = await openSqliteStore(path, { blobFolder: `${path}-blobs` });
  await store.close();
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  const word = db
    .prepare<[string], number>("INSERT INTO strings (text) VALUES (?) RETURNING id")
    .pluck();
  const [type = 0, event = 0, status = 0, name = 0] = [
    "ticket",
    "TICKET_OPENED",
    "open",
    action,
  ].map((text) => word.get(text));
  const process = db.prepare(
    "INSERT INTO processes (id, key, type, last_event) VALUES (?, ?, ?, ?)",
  );
  const happened = db.prepare(
    `INSERT INTO events (seq, process, process_type, type, occurred_at, recorded_at, schema_version, data)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?)`,
  );
  const built = db.prepare(
    `INSERT INTO builds (process, process_type, definition_version, seq, status, state, deadlines, built_at)
     VALUES (?, ?, 1, ?, ?, ?, 0, ?)`,
  );
  const planned = db.prepare(
    `INSERT INTO actions (event, process, process_type, name, nth, state, planned_at, due_at, parked, attempts)
     VALUES (?, ?, ?, ?, 0, 'planned', ?, ?, 0, 0)`,
  );
  const at = Date.now();
  const some = db.transaction((from: number, to: number) => {
    for (let id = from; id <= to; id += 1) {
      process.run(id, `T${id}`, type, id);
      happened.run(id, id, type, event, at, at, '{"seat":"12A"}');
      built.run(id, type, id, status, '{"seat":"12A","events":1}', at);
      planned.run(id, id, type, name, at, at);
    }
  });
  for (let from = 1; from <= count; from += atOnce) some(from, Math.min(count, from + atOnce - 1));
  db.exec(`UPDATE build_cursor SET seq = ${count}`);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}
