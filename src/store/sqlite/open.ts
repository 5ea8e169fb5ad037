import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../port/store.ts";
import type { StoreOptions } from "../port/store-place.ts";
import { Connection, patiently } from "./database/connection.ts";
import { openDatabase } from "./database/database.ts";
import { prepareLate } from "./database/late-statement.ts";
import { asStoreError, isDamage, storeError } from "./database/store-error.ts";
import {
  actionNouns,
  eventNouns,
  fileNouns,
  outboundNouns,
  overallNouns,
  processNouns,
} from "./nouns.ts";
import { partsOf, verbsAcross } from "./parts.ts";

/**
 * Opens the store in the file at `path`, and makes it when it is not there. Rejects with a
 * `StoreError` when that cannot be done: the folder is missing, the file cannot be written, is damaged,
 * another program's or a newer Busbar's.
 */
export async function openSqliteStore(path: string, options: StoreOptions): Promise<Store> {
  const busyMs = options.busyMs ?? 10_000;
  const readOnly = options.readOnly ?? false;
  if (!existsSync(dirname(path)) || (readOnly && !existsSync(path)))
    throw storeError("missing", path);
  const db = await patiently(path, busyMs, () =>
    openDatabase(path, readOnly, options.evenIncomplete),
  );
  try {
    const { now = Date.now, guard, onCommit, wholeSchema = false } = options;
    if (!wholeSchema) prepareLate(db, path);
    const connection = new Connection(db, {
      path,
      busyMs,
      now,
      ...(guard && { guard }),
      ...(onCommit && { onCommit }),
    });
    return storeOver(connection, options);
  } catch (error) {
    db.close();
    // A statement that cannot be prepared means that the schema is another than the migrations made.
    throw isDamage(error) ? storeError("corrupt", path, error) : asStoreError(error, path);
  }
}

function storeOver(connection: Connection, options: StoreOptions): Store {
  const { db } = connection;
  const id = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get();
  if (id === undefined) throw storeError("corrupt", connection.path);
  const parts = partsOf(connection, options);
  const across = verbsAcross(parts);
  return {
    id,
    ...fileNouns(parts, across),
    ...eventNouns(parts, across),
    ...processNouns(parts, across),
    ...actionNouns(parts, across),
    ...outboundNouns(parts, across),
    ...overallNouns(parts),
    close: async () => {
      parts.programs.release();
      db.close();
    },
  };
}
