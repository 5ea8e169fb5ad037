import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { advice } from "../../../core/stuck/remedy.ts";
import { sealedWords } from "../../move/store-mark.ts";
import type { StoreErrorCode } from "../../port/store-error.ts";
import { StoreError } from "../../port/store-error.ts";

/** SQLite's own name for what went wrong, e.g. `SQLITE_FULL`; null when the error is not SQLite's. */
function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/** Whether another program is in the way just now: worth another try. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error) ?? "";
  return code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED");
}

/** Whether the store as a whole failed, so that no other row would fare better. */
export function isOfStore(error: unknown): boolean {
  return error instanceof StoreError || storeErrorCode(error) !== null;
}

/** The refusal of one thing whose row cannot be read, as people call it. */
export function damagedError(about: string, cause: unknown): StoreError {
  const first = cause instanceof StoreError ? (cause.cause ?? cause) : cause;
  const why = first instanceof Error ? first.message : String(first);
  return new StoreError(
    "damaged",
    `${about} cannot be read: ${why}. docs/guides/backup-and-restore.md says how to put a backup in its place.`,
    {
      cause,
      remedy: advice("`{}` says what else is damaged", { remedy: "verify-store" }),
    },
  );
}

/** Whether what a row holds is to blame: a damaged page, a cut text of JSON, a number out of bounds. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === "corrupt" || error.code === "damaged";
  const code = sqliteCode(error);
  if (code === null) return error instanceof Error;
  return code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_ERROR";
}

/** The error as the callers of a store know it; one that is not the store's is a bug and stays as it is. */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof Error && error.message.startsWith(sealedWords))
    return storeError("moved", path, new Error(error.message.slice(sealedWords.length)));
  const code = storeErrorCode(error);
  if (code === null) return error;
  return storeError(code === "failed" ? likelier(path) : code, path, error);
}

/** A failure of the store at `path`, said in a sentence or two. */
export function storeError(code: StoreErrorCode, path: string, cause?: unknown): StoreError {
  return new StoreError(code, sentence(code, path, cause), { cause });
}

/** The refusal of a store whose `file` is not the open one any more. */
export function replacedError(path: string, file: string): StoreError {
  return new StoreError(
    "replaced",
    `${file} was deleted, moved or replaced while this program has the store ${path} open, so what it would record now would be lost. Stop the daemon, put the right files back (docs/guides/backup-and-restore.md), and start it again.`,
  );
}

const prefixes: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  ["SQLITE_FULL", "full"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_READONLY", "readonly"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_NOTADB", "corrupt"],
  ["SQLITE_CANTOPEN", "failed"],
  ["SQLITE_PERM", "readonly"],
  ["SQLITE_IOERR", "failed"],
  ["SQLITE_NOMEM", "failed"],
];

function storeErrorCode(error: unknown): StoreErrorCode | null {
  const name = sqliteCode(error) ?? "";
  return prefixes.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
}

function sentence(code: StoreErrorCode, path: string, cause: unknown): string {
  switch (code) {
    case "full":
      return `The disk that holds the store ${path} is full. Make room; what was not stored is tried again.`;
    case "busy":
      return `Another program holds the store ${path} for longer than Busbar waits. Try again when it is done.`;
    case "readonly":
      return `The store ${path} cannot be written. Give this user the right to write the file and its folder, and see that the disk is not mounted read-only.`;
    case "corrupt":
      return `${path} is damaged or not a Busbar store. Put a backup in its place, or name another file.`;
    case "damaged":
      return damagedError(path, cause).message;
    case "newer":
      return `The store ${path} was made by a newer Busbar. Install that version or a later one.`;
    case "older":
      return `The store ${path} was made by a build of Busbar before 0.1.0, whose tables this one does not read. Move it away with the files beside it that begin with its name, start with a new store, and put the files of the archive into the inbox again; for what was already acted on, take them in as history.`;
    case "missing":
      return `There is no store at ${path}. Make its folder, or correct the path in the configuration.`;
    case "locked":
      return `Another daemon runs on the store ${path}. Stop it first, or give this one a store of its own.`;
    case "lost":
      return `The daemon of another machine has taken the store ${path} over.`;
    case "replaced":
      return replacedError(path, path).message;
    case "moved":
      return (
        `The store ${path} was moved to ${cause instanceof Error ? cause.message : String(cause)}. Name that one by ` +
        "`store:` in the configuration; this one refuses every change, since its numbers are given there now."
      );
    case "incomplete":
      return (
        `The store ${path} is not whole: a move from ${cause instanceof Error ? cause.message : String(cause)} into it was not finished. ` +
        "Move it again (docs/guides/move-store.md), which begins anew; the old store is as it was."
      );
    case "unloadable":
    case "failed":
      return `The store ${path} could not be used: ${cause instanceof Error ? cause.message : String(cause)}. Look at the disk and the system's log, then try again.`;
  }
}

/** What an I/O error comes from: no room for the shared-memory file, or no right to make it, shows as one. */
function likelier(path: string): StoreErrorCode {
  try {
    const folder = dirname(path);
    if (statfsSync(folder).bavail === 0) return "full";
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return "failed";
  } catch {
    return "readonly";
  }
}
