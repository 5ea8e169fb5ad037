import Database from "better-sqlite3";
import { errorCode, errorMessage } from "../../../runtime/error-message.ts";
import { StoreError } from "../../port/store-error.ts";

/** Opens an SQLite file. Throws SQLite's errors, and a `StoreError` where this machine cannot load SQLite at all. */
export function openSqlite(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    throw unloadable(error) ?? error;
  }
}

/** What to do where the library of better-sqlite3 is not there or does not fit; null for any other error. */
function unloadable(error: unknown): StoreError | null {
  const code = errorCode(error);
  if (code !== "MODULE_NOT_FOUND" && code !== "ERR_DLOPEN_FAILED") return null;
  const [first = ""] = errorMessage(error).split("\n", 1);
  return new StoreError(
    "unloadable",
    `SQLite cannot be loaded on this machine (${process.platform}, ${process.arch}): ${first}. ` +
      "Busbar's package brings it for Linux and macOS on x64 and arm64. On such a machine install Busbar again, where it runs and not by copying node_modules. " +
      "On another, with a compiler, make and Python: run `npx node-gyp rebuild --release --force_build=1` in the folder node_modules/better-sqlite3 of Busbar.",
    { cause: error },
  );
}
