import { Connection } from "../../../src/store/postgres/database/connection.ts";
import { openPool } from "../../../src/store/postgres/database/server.ts";
import { storeOver } from "../../../src/store/postgres/open.ts";

/** Every statement that a store in the database prepares, as its source has it. */
export async function statementsOf(location: string): Promise<readonly string[]> {
  const pool = openPool(location);
  const connection = new Connection(pool, { location, busyMs: 0, readOnly: false, now: Date.now });
  const all = new Set<string>();
  const { prepare } = connection.db;
  connection.db.prepare = (sql) => {
    all.add(sql);
    return prepare(sql);
  };
  const store = await storeOver(connection, { blobFolder: "/nowhere" });
  await store.close();
  return [...all];
}
