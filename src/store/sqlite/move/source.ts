import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { LastNumber, MoveSource } from "../../move/move-sides.ts";
import { markKeys, sealedWords } from "../../move/store-mark.ts";
import { openDatabase } from "../database/database.ts";
import { asStoreError, isBusy, storeError } from "../database/store-error.ts";
import { rowReader } from "./rows.ts";

/** How long a program that writes just now is waited for, in milliseconds. */
const busyMs = 10_000;

/**
 * Opens the store in a file to be moved: one transaction, so that all of it is of one moment, and nobody writes into
 * it meanwhile.
 */
export async function openMoveSource(path: string): Promise<MoveSource> {
  if (!existsSync(path)) throw storeError("missing", path);
  const db = openDatabase(path, false);
  try {
    await begin(db);
  } catch (error) {
    db.close();
    throw asStoreError(error, path);
  }
  return {
    ...rowReader(db),
    lastNumbers: async () =>
      db
        .prepare<[], LastNumber>(
          "SELECT name AS 'table', CAST(seq AS TEXT) AS last FROM sqlite_sequence",
        )
        .all(),
    async markMoved(to) {
      try {
        db.prepare("INSERT INTO meta (key, value) VALUES (?, ?)").run(markKeys.moved, to);
        seal(db, to);
        db.exec("COMMIT");
      } catch (error) {
        throw asStoreError(error, path);
      }
    },
    async close() {
      if (db.inTransaction) db.exec("ROLLBACK");
      db.close();
    },
  };
}

async function begin(db: Database.Database): Promise<void> {
  for (const deadline = performance.now() + busyMs; ; ) {
    try {
      return void db.exec("BEGIN IMMEDIATE");
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await delay(50);
  }
}

/** Has every table refuse every change, whichever program makes it: one that has the store open, or an older Busbar. */
function seal(db: Database.Database, to: string): void {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  const words = `${sealedWords}${to}`.replaceAll("'", "''");
  for (const table of tables)
    for (const verb of ["INSERT", "UPDATE", "DELETE"])
      db.exec(
        `CREATE TRIGGER "moved_${table}_${verb.toLowerCase()}" BEFORE ${verb} ON "${table}"
         BEGIN SELECT raise(ABORT, '${words}'); END`,
      );
}
