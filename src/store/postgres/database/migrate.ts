import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import {
  type MetaRow,
  markedAbout,
  markFrom,
  markKeys,
  type StoreMark,
} from "../../move/store-mark.ts";
import { storeError } from "./store-error.ts";

const folder = new URL("../migrations/", import.meta.url);

const migrations = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort();

/** Only one program changes the tables at a time; kept until its transaction ends. */
const migrationLock = 0x42534253;

/**
 * Brings the tables up to this program's, in one transaction; a database that has none is made a store. Throws
 * a `StoreError` when it holds something else (`corrupt`), a newer Busbar's store (`newer`), or when it only may
 * be read and has no store (`missing`) or one that is not up to date (`older`); and when the store was moved
 * elsewhere (`moved`) or a move into it was not finished (`incomplete`), unless that is meant.
 */
export async function migrate(
  client: pg.ClientBase,
  location: string,
  readOnly: boolean,
  evenIncomplete = false,
): Promise<void> {
  await client.query("BEGIN");
  try {
    let version = await schemaVersion(client, location);
    // Whoever only opens a store that is up to date waits for nobody who writes into it.
    if (version < migrations.length && !readOnly) {
      await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
      version = await schemaVersion(client, location);
    }
    if (version > migrations.length) throw storeError("newer", location);
    if (version > 0) await refuseMarked(client, location, evenIncomplete);
    if (version < migrations.length) {
      if (readOnly) throw storeError(version === 0 ? "missing" : "older", location);
      await upgrade(client, version);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** How many migrations the database has; 0 while it is empty. */
async function schemaVersion(client: pg.ClientBase, location: string): Promise<number> {
  const { rows } = await client.query<{ meta: string | null; others: number }>(
    `SELECT to_regclass('meta')::text AS meta,
            (SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()) AS others`,
  );
  const { meta = null, others = 0 } = rows[0] ?? {};
  if (meta === null) {
    if (Number(others) > 0)
      throw storeError("corrupt", location, new Error("it has tables of something else"));
    return 0;
  }
  const found = await client.query<{ value: string }>(
    "SELECT value FROM meta WHERE key = 'schema'",
  );
  const version = Number(found.rows[0]?.value);
  if (!Number.isInteger(version) || version < 1)
    throw storeError("corrupt", location, new Error("nothing says which tables it has"));
  return version;
}

/** Rejects when the store was moved elsewhere, or a move into it was not finished. */
export async function refuseMarked(
  client: pg.ClientBase,
  location: string,
  evenIncomplete = false,
): Promise<void> {
  const mark = await markIn(client);
  if (mark === null || (evenIncomplete && mark.is === "incomplete")) return;
  throw storeError(mark.is, location, markedAbout(mark));
}

/** What the store in a database says of itself; null when it has no mark, or there is none. */
export async function markIn(client: pg.ClientBase): Promise<StoreMark | null> {
  const { rows: found } = await client.query<{ meta: string | null }>(
    "SELECT to_regclass('meta')::text AS meta",
  );
  if (found[0]?.meta == null) return null;
  const { rows } = await client.query<MetaRow>("SELECT key, value FROM meta WHERE key = ANY ($1)", [
    Object.values(markKeys),
  ]);
  return markFrom(rows);
}

async function upgrade(client: pg.ClientBase, version: number): Promise<void> {
  for (const name of migrations.slice(version))
    await client.query(readFileSync(new URL(name, folder), "utf8"));
  if (version === 0)
    await client.query("INSERT INTO meta (key, value) VALUES ('id', $1)", [randomUUID()]);
  await client.query(
    `INSERT INTO meta (key, value) VALUES ('schema', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [String(migrations.length)],
  );
}
