import { truncateSync } from "node:fs";
import { join } from "node:path";
import type { TestServer } from "./server.ts";

/** Tables that have a row for each thing that is set up, shared, open or under way, not for each that ever came. */
const smallTables = [
  "meta",
  "erasing",
  "strings",
  "envelope_keys",
  "build_cursor",
  "awaited_cursor",
  "answer_cursor",
  "status_cursor",
  "outbound_queues",
  "channels_in_order",
  "subscriptions",
  "numbers",
  "leases",
  "poll_requests",
  "holds",
  "programs",
  "daemons",
  "work_leases",
  "last_writes",
  "people",
  "backups",
  "retentions",
  "packs",
  "unfinished",
  "staged_messages",
  "unrouted",
  "unmatched",
  "failures",
  "rebuilds",
  "unjudged",
  "sequence_gaps",
  "gap_waits",
  "erasures",
  "erasure_rest",
];

/** Whether a table has a row for each thing that ever came. */
export function isLarge(table: string): boolean {
  return table !== "" && !table.startsWith("pg_") && !smallTables.includes(table);
}

/** What most rows have in a column; every other number is the row's, and every other text made of it. */
const usual: Readonly<Record<string, string>> = {
  "files.state": "'recorded'",
  "files.awaiting_release": "0",
  "messages.invalid": "0",
  "actions.state": "'done'",
  "actions.parked": "0",
  "actions.attempts": "1",
  "deadlines.state": "'fired'",
  "outbound.state": "'delivered'",
  "outbound.on_hold": "0",
  "outbound.in_flight": "0",
  "outbound.attempts": "0",
  "outbound.drops": "0",
  "outbound_messages.state": "'filed'",
  "outbound_messages.identity": "NULL",
  "awaited_answers.state": "'answered'",
  "expected_files.state": "'came'",
  "commands.outcome": "'recorded'",
  "notice_messages.state": "'sent'",
  "stuck_notes.verb": "'note'",
  "builds.error": "NULL",
  "files.problems": "NULL",
  "messages.problems": "NULL",
};

/** Columns with a few values over and over: what is interned, and kinds. */
const fewValues =
  /^(process_type|type|event_type|channel|flow|sender|series|name|group_code|subject_kind|place|queue|envelope_key|status|kind|actor)$/;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isUnique: boolean;
}

const selectColumns = `
  SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indkey[0] = a.attnum
            AND i.indnkeyatts = 1) AS "isUnique"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY c.relname, a.attnum`;

function usualValue({ table, column, type, isUnique }: Column): string {
  const known = usual[`${table}.${column}`];
  if (known !== undefined) return known;
  const number = fewValues.test(column) && !isUnique ? "n % 5" : "n";
  if (type === "bigint") return number;
  if (type === "bytea") return "sha256(n::text::bytea)";
  return type === "text" ? `'t' || (${number})` : "now()";
}

/**
 * Makes the planner take a store for one of ten million rows in each table that grows, with few of them under way:
 * some rows that look like those of a long life, whose statistics are taken, and then files that are as large as those
 * of a large table and hold nothing. Only to ask for plans: nothing in it fits together.
 */
export async function makeAsIfLarge(server: TestServer, database: string): Promise<void> {
  const { rows } = await server.query(database, selectColumns);
  const columns = (rows as Column[]).filter(({ table }) => isLarge(table));
  const tables = [...Map.groupBy(columns, ({ table }) => table)];
  const inserts = tables.map(
    ([table, of]) =>
      `INSERT INTO ${table} (${of.map(({ column }) => column).join()}) OVERRIDING SYSTEM VALUE
       SELECT ${of.map(usualValue).join()} FROM generate_series(1, 200) n ON CONFLICT DO NOTHING`,
  );
  await server.query(
    database,
    `SET session_replication_role = replica;
     DO $$ DECLARE one record; BEGIN
       FOR one IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
                  WHERE contype = 'c' AND connamespace = current_schema()::regnamespace
       LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.conname); END LOOP;
     END $$;
     ${inserts.join(";\n")};
     ANALYZE;
     CHECKPOINT;`,
  );
  const names = tables.map(([table]) => table);
  const { rows: files } = await server.query(
    database,
    `UPDATE pg_class SET reltuples = 1e7, relpages = 1e9 / 8192
     WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
       AND relname IN (${names.map((name) => `'${name}'`).join()})
     RETURNING pg_relation_filepath(oid) AS path`,
  );
  for (const { path } of files as { path: string }[])
    truncateSync(join(server.folder, "data", path), 1e9 - (1e9 % 8192));
}
