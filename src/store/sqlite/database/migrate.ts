import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { lastUnreleased, migrationFolder, migrationNames, newestSchema } from "./schema-version.ts";
import { storeError } from "./store-error.ts";

/** Marks the file as a Busbar store for `file` and other tools: the letters `BSBR`. */
const applicationId = 0x42534252;

/**
 * The schema of the file, 0 while it is empty. Throws a `StoreError` when the file is another
 * program's (`corrupt`), a newer Busbar's (`newer`) or that of a build before the first release (`older`).
 */
export function schemaVersion(db: Database.Database, path: string): number {
  // At one moment: another program may be making the store just now, mark and tables in one commit.
  const { version, application, tables } = db.transaction(() => ({
    version: Number(db.pragma("user_version", { simple: true })),
    application: Number(db.pragma("application_id", { simple: true })),
    tables: db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get(),
  }))();
  if (application !== applicationId && (application !== 0 || tables !== 0))
    throw storeError("corrupt", path);
  if (version > newestSchema) throw storeError("newer", path);
  if (version > 0 && version <= lastUnreleased) throw storeError("older", path);
  return version;
}

/** Brings the schema up to this program's; a new store is given its id. */
export function migrate(db: Database.Database, path: string): void {
  db.transaction(() => {
    // Another program may have been quicker.
    const version = schemaVersion(db, path);
    for (const name of migrationNames.slice(Math.max(0, version - lastUnreleased)))
      db.exec(readFileSync(new URL(name, migrationFolder), "utf8"));
    if (version === 0) {
      db.prepare("INSERT INTO meta (key, value) VALUES ('id', ?)").run(randomUUID());
      // Nothing was ever removed from it without being overwritten; see `secure_delete`.
      db.prepare("INSERT INTO meta (key, value) VALUES ('overwrites', 'since')").run();
      db.pragma(`application_id = ${applicationId}`);
    }
    db.pragma(`user_version = ${newestSchema}`);
  }).immediate();
}
