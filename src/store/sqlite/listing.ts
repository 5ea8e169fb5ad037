import type { Connection } from "./connection.ts";

/** So many keys are read ahead. */
export const keysPerPage = 500;

/**
 * Lists rows in the order of their keys: keys in pages, rows one by one. Nothing stays open between
 * them, so that a list of any length holds neither memory nor a lock. Rows that are gone are left out.
 */
export async function* listing<Row>(
  connection: Connection,
  keysAfter: (last: number) => readonly number[],
  rowOf: (key: number) => Row | undefined,
): AsyncGenerator<Row> {
  for (let last = 0; ; ) {
    const keys = await connection.read(() => keysAfter(last));
    for (const key of keys) {
      const row = await connection.read(() => rowOf(key));
      if (row !== undefined) yield row;
      last = key;
    }
    if (keys.length === 0) return;
  }
}

/** The same for keys that are few enough to be read at once. */
export async function* listingOf<Row>(
  connection: Connection,
  allKeys: () => readonly number[],
  rowOf: (key: number) => Row | undefined,
): AsyncGenerator<Row> {
  for (const key of await connection.read(allKeys)) {
    const row = await connection.read(() => rowOf(key));
    if (row !== undefined) yield row;
  }
}
