import type pg from "pg";
import type { LastNumber, MoveTarget } from "../../move/move-sides.ts";
import type { ColumnKind, MovedRow, MovedTable } from "../../move/moved-table.ts";
import { markKeys } from "../../move/store-mark.ts";
import { migrate } from "../database/migrate.ts";
import { openPool } from "../database/server.ts";
import { asStoreError } from "../database/store-error.ts";
import { type AsideTable, beginTarget, makeAgain } from "./aside.ts";
import { movedTables, quotedNames, rowReader } from "./rows.ts";

const arrays: Readonly<Record<ColumnKind, string>> = {
  integer: "bigint[]",
  text: "text[]",
  bytes: "bytea[]",
};

/**
 * Makes the database's store ready for another to be moved into: empty, marked, and without indexes, foreign keys
 * and triggers until all rows are there.
 */
export async function openMoveTarget(location: string, from: string): Promise<MoveTarget> {
  const pool = openPool(location, 1);
  let client: pg.PoolClient | null = null;
  const close = async () => {
    client?.release(true);
    client = null;
    await pool.end();
  };
  try {
    const session = await pool.connect();
    client = session;
    session.on("error", () => {});
    await migrate(session, location, false, true);
    const tables = await movedTables(session);
    const aside = await inTransaction(session, true, () =>
      beginTarget(session, { location, from, tables }),
    );
    return { ...sideOf(session, location, { from, tables, aside }), close };
  } catch (error) {
    await close();
    throw asStoreError(error, location);
  }
}

interface Begun {
  readonly from: string;
  readonly tables: readonly MovedTable[];
  readonly aside: readonly AsideTable[];
}

function sideOf(
  client: pg.PoolClient,
  location: string,
  { from, tables, aside }: Begun,
): Omit<MoveTarget, "close"> {
  /** What the server says is said as of this store. */
  const asked = async <T>(isDurable: boolean, work: () => Promise<T>): Promise<T> => {
    try {
      return await inTransaction(client, isDurable, work);
    } catch (error) {
      throw asStoreError(error, location);
    }
  };
  return {
    tables,
    storable: withoutNul,
    async *rows(table) {
      await client.query(beginLoad(true));
      const reader = await rowReader(client);
      yield* reader.rows(table);
      await client.query("COMMIT");
    },
    insert: (table, rows) => asked(false, () => insert(client, table, rows)),
    async finish(numbers) {
      for (const sql of makeAgain(tables, aside)) await asked(true, () => client.query(sql));
      await asked(true, () => setNumbers(client, numbers));
      await client.query("ANALYZE");
    },
    markProved: async () =>
      void (await asked(true, () =>
        client.query("UPDATE meta SET value = $2 WHERE key = $1", [
          markKeys.incomplete,
          JSON.stringify({ from, isProved: true, aside }),
        ]),
      )),
  };
}

/** What each transaction begins with; what is loaded is durable with the first that is. */
function beginLoad(isDurable: boolean): string {
  return `
    BEGIN;
    SET LOCAL statement_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL lock_timeout = '10s';
    SET LOCAL synchronous_commit = ${isDurable ? "on" : "off"}`;
}

async function inTransaction<T>(
  client: pg.PoolClient,
  isDurable: boolean,
  work: () => Promise<T>,
): Promise<T> {
  await client.query(beginLoad(isDurable));
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function insert(
  client: pg.PoolClient,
  { name, columns }: MovedTable,
  rows: readonly MovedRow[],
): Promise<void> {
  const lists = columns.map((_, at) => rows.map((row) => row[at] ?? null));
  const casts = columns.map(({ kind }, at) => `$${at + 1}::${arrays[kind]}`).join(", ");
  await client.query(
    `INSERT INTO "${name}" (${quotedNames(columns.map((column) => column.name))}) SELECT * FROM unnest(${casts})`,
    lists,
  );
}

/** Has each table go on with its numbers where the other store would have, and never before a number that is there. */
async function setNumbers(client: pg.PoolClient, numbers: readonly LastNumber[]): Promise<void> {
  const last = new Map(numbers.map((one) => [one.table, one.last]));
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT c.relname AS "table", a.attname AS column
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity = 'd'
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { table, column } of rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, m.last, 1), greatest($3::bigint, m.last) > 0)
       FROM (SELECT coalesce(max("${column}"), 0) AS last FROM "${table}") m`,
      [`"${table}"`, column, last.get(table) ?? "0"],
    );
}

/** PostgreSQL's texts hold every character but the one of number 0. */
function withoutNul(rows: readonly MovedRow[]): readonly MovedRow[] {
  return rows.map((row) =>
    row.some((value) => typeof value === "string" && value.includes("\0"))
      ? row.map((value) => (typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value))
      : row,
  );
}
