import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type Database from "better-sqlite3";
import { storeError } from "./store-error.ts";

/** Marks the file as a Busbar store for `file` and other tools: the letters `BSBR`. */
const applicationId = 0x42534252;

const folder = new URL("./migrations/", import.meta.url);

/**
 * Brings the schema up to this program's; a new store is given its id. Throws a `StoreError` when the
 * file is another program's (`corrupt`) or a newer Busbar's (`newer`).
 */
export function migrate(db: Database.Database, path: string, readOnly: boolean): void {
  const names = migrations();
  const found = check(db, path, names.length);
  if (found === names.length) return;
  if (readOnly) throw storeError(found === 0 ? "missing" : "readonly", path);
  db.transaction(() => {
    // Another program may have been quicker.
    const version = check(db, path, names.length);
    for (const name of names.slice(version)) db.exec(readFileSync(new URL(name, folder), "utf8"));
    if (version === 0) {
      db.prepare("INSERT INTO meta (key, value) VALUES ('id', ?)").run(randomUUID());
      db.pragma(`application_id = ${applicationId}`);
    }
    db.pragma(`user_version = ${names.length}`);
  }).immediate();
}

/** The schema's version; 0 for a file that is still empty. */
function check(db: Database.Database, path: string, newest: number): number {
  const version = Number(db.pragma("user_version", { simple: true }));
  const application = Number(db.pragma("application_id", { simple: true }));
  if (application !== applicationId) {
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
    if (application !== 0 || tables !== 0) throw storeError("corrupt", path);
  }
  if (version > newest) throw storeError("newer", path);
  return version;
}

function migrations(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
