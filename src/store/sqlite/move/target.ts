import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { LastNumber, MoveTarget } from "../../move/move-sides.ts";
import type { MovedRow, MovedTable } from "../../move/moved-table.ts";
import { markKeys } from "../../move/store-mark.ts";
import { openDatabase } from "../database/database.ts";
import { storeError } from "../database/store-error.ts";
import { movedTables, quotedNames, rowReader } from "./rows.ts";

/** What a new store has before anything came. */
const rowsOfNew: ReadonlySet<string> = new Set(["meta", "build_cursor", "awaited_cursor"]);

/**
 * Makes a store at a path for another to be moved into: without indexes and triggers until all rows are there. What
 * an unfinished move left there is removed; anything else is refused.
 */
export async function openMoveTarget(path: string, from: string): Promise<MoveTarget> {
  if (!existsSync(dirname(path))) throw storeError("missing", path);
  if (existsSync(path)) {
    refuseUsed(path);
    for (const suffix of ["-wal", "-shm", ""]) rmSync(`${path}${suffix}`, { force: true });
  }
  const db = openDatabase(path, false);
  try {
    const mark = (isProved: boolean) =>
      db
        .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
        .run(markKeys.incomplete, JSON.stringify({ from, isProved }));
    mark(false);
    // What counts is the file once it is whole: then it is written through.
    db.pragma("synchronous = NORMAL");
    db.pragma("foreign_keys = OFF");
    const aside = layAside(db);
    return {
      ...rowReader(db),
      storable: (rows) => rows,
      insert: async (table, rows) => insert(db, table, rows),
      finish: async (numbers) => finish(db, path, { aside, numbers }),
      markProved: async () => void mark(true),
      close: async () => void db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws when a store is there that is not empty; one that is incomplete may be begun anew. */
function refuseUsed(path: string): void {
  const db = openDatabase(path, false, true);
  try {
    const isIncomplete =
      db.prepare("SELECT 1 FROM meta WHERE key = ?").get(markKeys.incomplete) !== undefined;
    if (isIncomplete) return;
    for (const { name } of movedTables(db))
      if (!rowsOfNew.has(name) && db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined)
        throw new RefusedError(
          "conflict",
          `The store ${path} is not empty (${name}), and a store is never moved over another; name a file that is not there`,
        );
  } finally {
    db.close();
  }
}

/** Drops indexes and triggers, and empties the tables that are not; gives the SQL that makes what was dropped. */
function layAside(db: Database.Database): string[] {
  const made = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
    )
    .all();
  db.transaction(() => {
    for (const { type, name } of made) db.exec(`DROP ${type} "${name}"`);
    db.exec(
      "DELETE FROM build_cursor; DELETE FROM awaited_cursor; DELETE FROM meta WHERE key = 'id'",
    );
  })();
  // Indexes first: nothing that a trigger does may come before them.
  return made.toSorted((a, b) => (a.type < b.type ? -1 : 1)).map(({ sql }) => sql);
}

function insert(db: Database.Database, { name, columns }: MovedTable, rows: readonly MovedRow[]) {
  const values = columns.map(() => "?").join(", ");
  const statement = db.prepare<unknown[]>(
    `INSERT INTO "${name}" (${quotedNames(columns.map((column) => column.name))}) VALUES (${values})`,
  );
  const isInteger = columns.map(({ kind }) => kind === "integer");
  db.transaction(() => {
    for (const row of rows)
      statement.run(
        row.map((value, at) =>
          isInteger[at] === true && typeof value === "string" ? BigInt(value) : value,
        ),
      );
  })();
}

function finish(
  db: Database.Database,
  path: string,
  given: { readonly aside: readonly string[]; readonly numbers: readonly LastNumber[] },
): void {
  const isCounted = db
    .prepare<[string], number>(
      "SELECT 1 FROM sqlite_schema WHERE name = ? AND sql LIKE '%AUTOINCREMENT%'",
    )
    .pluck();
  const forget = db.prepare("DELETE FROM sqlite_sequence WHERE name = ?");
  const count = db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)");
  db.transaction(() => {
    for (const { table, last } of given.numbers) {
      if (isCounted.get(table) === undefined) continue;
      forget.run(table);
      count.run(table, BigInt(last));
    }
  })();
  for (const sql of given.aside) db.exec(sql);
  const stray = db
    .prepare<[], { table: string; parent: string }>(
      `SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1`,
    )
    .get();
  if (stray !== undefined)
    throw storeError(
      "failed",
      path,
      new Error(`a row of ${stray.table} refers to one of ${stray.parent} that is not there`),
    );
  db.pragma("synchronous = FULL");
  db.pragma("wal_checkpoint(TRUNCATE)");
}
