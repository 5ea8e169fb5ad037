import type { Connection } from "./connection.ts";

/** The row of `meta` that has the last erasure before the tables were written anew. */
const lastWritten = "written-anew";

const selectTables = `
  SELECT relname FROM pg_class
  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname`;

const selectSize = `
  SELECT sum(pg_total_relation_size(oid)) FROM pg_class
  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`;

/** Writes each table anew without what was removed from it; nobody else can use it meanwhile. Gives the sizes before and after. */
export function writingAnew(
  connection: Connection,
): () => Promise<{ readonly before: number; readonly after: number }> {
  const { db } = connection;
  const tables = db.prepare<[], string>(selectTables).pluck();
  const size = db.prepare<[], number>(selectSize).pluck();
  const sizeNow = async () => (await connection.read(() => size.get())) ?? 0;
  const erased = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM erasures").pluck();
  const note = db.prepare<[string, string]>(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  return async () => {
    const before = await sizeNow();
    const last = await connection.read(() => erased.get());
    for (const table of await connection.read(() => tables.all()))
      await connection.outside(`VACUUM (FULL, ANALYZE) "${table}"`);
    await connection.write(async () => void (await note.run(lastWritten, String(last ?? 0))));
    return { before, after: await sizeNow() };
  };
}

/** Whether anything was erased since the tables were written anew. */
export function erasedSinceWritten(connection: Connection): () => Promise<boolean> {
  const isAfter = connection.db
    .prepare<[string], 1>(
      `SELECT 1 FROM erasures WHERE id > coalesce((SELECT value::bigint FROM meta WHERE key = ?), 0) LIMIT 1`,
    )
    .pluck();
  return async () => (await connection.read(() => isAfter.get(lastWritten))) !== undefined;
}
