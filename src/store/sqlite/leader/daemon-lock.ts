import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { replaceFileSync, sweepDraftsIn } from "../../../disk/create-file.ts";
import { readSmallFile } from "../../../disk/open-file.ts";
import { StoreError } from "../../port/store-error.ts";
import { openSqlite } from "../database/open-sqlite.ts";
import { asStoreError, isBusy, storeError } from "../database/store-error.ts";

/** Says that this process is the one daemon of a store. */
export interface DaemonLock {
  /** Lets go. A process that dies lets go too. */
  release(): void;
}

/**
 * Makes this process the one daemon of the store at `storePath`. Throws a `StoreError`: `locked` when
 * another process is, naming it if it can; `missing` or `readonly` when the lock cannot be made.
 *
 * The lock is an open transaction on an empty SQLite file beside the store: the operating system drops
 * it with the process, however that ends. Who holds it is written in a second, plain file, since reading
 * the locked one here would drop this process's own lock (POSIX locks belong to the process).
 */
export function holdDaemonLock(storePath: string): DaemonLock {
  if (!existsSync(dirname(storePath))) throw storeError("missing", storePath);
  const holderPath = `${storePath}-daemon.pid`;
  const lock = take(storePath, holderPath);
  try {
    sweepDraftsIn(dirname(storePath));
    replaceFileSync(holderPath, `${process.pid}\n`);
  } catch (error) {
    lock.close();
    const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
    throw storeError(isFull ? "full" : "readonly", storePath, error);
  }
  return {
    release() {
      if (!lock.open) return;
      if (holder(holderPath) === process.pid) rmSync(holderPath, { force: true });
      lock.close();
    },
  };
}

/**
 * Whether another process is the daemon of the store, and its process id where that is known; null when
 * none is. Only to be asked by processes that are not the daemon themselves.
 */
export function daemonOf(storePath: string): { readonly pid: number | null } | null {
  const path = `${storePath}-daemon.lock`;
  if (!existsSync(path)) return null;
  let lock: Database.Database | undefined;
  try {
    lock = openSqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    lock.prepare("SELECT count(*) FROM sqlite_schema").get();
    return null;
  } catch (error) {
    if (isBusy(error)) return { pid: holder(`${storePath}-daemon.pid`) };
    throw asStoreError(error, storePath);
  } finally {
    lock?.close();
  }
}

/** In milliseconds: longer than anybody looks whether there is a daemon. */
const lookMs = 250;

function take(storePath: string, holderPath: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = openSqlite(`${storePath}-daemon.lock`, { timeout: lookMs });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? locked(storePath, holderPath, error) : asStoreError(error, storePath);
  }
}

function locked(storePath: string, holderPath: string, cause: unknown): StoreError {
  const pid = holder(holderPath);
  if (pid === null) return storeError("locked", storePath, cause);
  return new StoreError(
    "locked",
    `The daemon with process id ${pid} runs on the store ${storePath}. Stop it first, or give this one a store of its own.`,
    { cause },
  );
}

function holder(path: string): number | null {
  try {
    const pid = Number(readSmallFile(path, 64).toString("utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
