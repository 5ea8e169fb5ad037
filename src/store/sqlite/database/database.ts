import type Database from "better-sqlite3";
import { type MetaRow, markedAbout, markFrom } from "../../move/store-mark.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { openSqlite } from "./open-sqlite.ts";
import { newestSchema } from "./schema-version.ts";
import { storeError } from "./store-error.ts";

/** SQLite's own wait, in milliseconds, during which the whole program waits. */
const blockingWaitMs = 50;

/**
 * Opens the file, makes it if need be, and sees to its settings and schema. Throws SQLite's errors and `StoreError`:
 * one that was moved is refused, and so is one that another was not yet moved into whole, unless that is meant.
 */
export function openDatabase(
  path: string,
  readOnly: boolean,
  evenIncomplete = false,
): Database.Database {
  const db = openSqlite(path, { readonly: readOnly, timeout: blockingWaitMs });
  try {
    const version = schemaVersion(db, path);
    if (version > 0) refuseMarked(db, path, evenIncomplete);
    db.pragma("foreign_keys = ON");
    db.pragma("cache_size = -8000");
    if (!readOnly) {
      // The two random indexes dirty a page for every new row: small pages halve what a commit writes.
      db.pragma("page_size = 2048");
      // Of a new store: what retention frees can be given back to the disk, a few pages at a time.
      if (version === 0) db.pragma("auto_vacuum = INCREMENTAL");
      // What is removed is overwritten where that writes no page more, so that an erasure has little left to do.
      db.pragma("secure_delete = FAST");
      db.pragma("journal_mode = WAL");
      // 32 MiB: fewer checkpoints write a page less often; more than this and one is felt as a pause.
      db.pragma("wal_autocheckpoint = 16000");
      db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    }
    // The build's default for WAL is NORMAL from the second open on: it would lose commits with the power.
    db.pragma("synchronous = FULL");
    if (db.pragma("synchronous", { simple: true }) !== 2)
      throw new Error("SQLite does not keep to synchronous=FULL");
    if (version < newestSchema) {
      if (readOnly) throw storeError(version === 0 ? "missing" : "readonly", path);
      migrate(db, path);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws when the store was moved elsewhere, or a move into it was not finished. */
function refuseMarked(db: Database.Database, path: string, evenIncomplete: boolean): void {
  const rows = db.prepare<[], MetaRow>("SELECT key, value FROM meta").all();
  const mark = markFrom(rows);
  if (mark === null || (evenIncomplete && mark.is === "incomplete")) return;
  throw storeError(mark.is, path, markedAbout(mark));
}
