import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type Database from "better-sqlite3";
import { openSqlite } from "./open-sqlite.ts";
import { asStoreError, isBusy } from "./store-error.ts";

/**
 * Says in the store which program works on something over many commits. As long as the program runs it
 * holds a lock beside the store, which the operating system drops with it, however it ends: no clock
 * and no process number has to be trusted.
 */
export interface ProgramMark {
  /** This program's own mark; its lock is taken when it is first asked for. */
  own(): string;
  /** Whether the program with this mark still runs. */
  isAlive(mark: string): boolean;
  /** Removes the locks of programs that no longer run. */
  sweep(): void;
  release(): void;
}

/** Marks for the programs on the store at `storePath`: an open transaction on an empty SQLite file each. */
export function programMark(storePath: string): ProgramMark {
  const prefix = `${storePath}-writer-`;
  const suffix = ".lock";
  let own: { readonly mark: string; readonly lock: Database.Database } | null = null;

  /** Null when another program has it. */
  function lock(path: string): Database.Database | null {
    let db: Database.Database | undefined;
    try {
      db = openSqlite(path, { timeout: 0 });
      db.exec("BEGIN EXCLUSIVE");
      return db;
    } catch (error) {
      db?.close();
      if (isBusy(error)) return null;
      throw asStoreError(error, storePath);
    }
  }

  function take(): { readonly mark: string; readonly lock: Database.Database } {
    while (true) {
      const mark = randomUUID();
      const path = `${prefix}${mark}${suffix}`;
      const db = lock(path);
      // Between its making and its locking another program may have swept it away.
      if (db !== null && existsSync(path)) return { mark, lock: db };
      db?.close();
    }
  }

  function isAlive(mark: string): boolean {
    if (mark === own?.mark) return true;
    const path = `${prefix}${mark}${suffix}`;
    if (!existsSync(path)) return false;
    const db = lock(path);
    if (db === null) return true;
    rmSync(path, { force: true });
    db.close();
    return false;
  }

  return {
    own() {
      own ??= take();
      return own.mark;
    },
    isAlive,
    sweep() {
      const start = basename(prefix);
      for (const name of readdirSync(dirname(storePath)))
        if (name.startsWith(start) && name.endsWith(suffix))
          isAlive(name.slice(start.length, -suffix.length));
    },
    release() {
      if (own === null) return;
      rmSync(join(`${prefix}${own.mark}${suffix}`), { force: true });
      own.lock.close();
      own = null;
    },
  };
}
