import type { Store } from "../port/store.ts";
import type { StoreOptions } from "../port/store-place.ts";
import { Connection } from "./database/connection.ts";
import type { ConnectionOptions } from "./database/connection-options.ts";
import { migrate } from "./database/migrate.ts";
import { openPool } from "./database/server.ts";
import { asStoreError, storeError } from "./database/store-error.ts";
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
 * Opens the store in the database that a `postgres://` address names, and makes it when the database is empty.
 * Rejects with a `StoreError` when that cannot be done: the server cannot be reached, the database is missing,
 * cannot be written, or holds something else or a newer Busbar's store.
 */
export async function openPostgresStore(
  location: string,
  options: StoreOptions & Pick<ConnectionOptions, "silenceMs">,
): Promise<Store> {
  const {
    busyMs = 10_000,
    readOnly = false,
    now = Date.now,
    onCommit,
    daemon = null,
    listenAt = null,
  } = options;
  const pool = openPool(location);
  try {
    const client = await pool.connect();
    try {
      await migrate(client, location, readOnly, options.evenIncomplete);
    } finally {
      client.release();
    }
    const connection = new Connection(pool, {
      location,
      busyMs,
      readOnly,
      now,
      daemon,
      listenAt,
      silenceMs: options.silenceMs,
      ...(onCommit && { onCommit }),
    });
    return await storeOver(connection, options);
  } catch (error) {
    await pool.end();
    throw asStoreError(error, location);
  }
}

/** The store over an open connection. */
export async function storeOver(connection: Connection, options: StoreOptions): Promise<Store> {
  const select = connection.db
    .prepare<[], string>("SELECT value FROM meta WHERE key = 'id'")
    .pluck();
  const id = await connection.read(() => select.get());
  if (id === undefined) throw storeError("corrupt", connection.location);
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
      await parts.programs.release();
      await connection.close();
    },
  };
}
