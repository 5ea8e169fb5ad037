import type { Connection } from "./connection.ts";

/** So many keys are read ahead. */
export const keysPerPage = 500;

/** So many rows are read at once: many, because one by one costs ten times as much; few, because rows may be large. */
const rowsAtOnce = 20;

/** Picks the rows whose key is in a list given as a JSON array. */
export const inKeys = "IN (SELECT value FROM json_each(?))";

/** Reads the rows of some keys, in their order; those that are gone are left out. */
export type RowsOf<Row> = (keys: readonly number[]) => readonly Row[];

/**
 * Lists rows in the order of their keys. Nothing stays open between them, so that a list of any length
 * holds neither memory nor a lock.
 */
export async function* listing<Row>(
  connection: Connection,
  keysAfter: (last: number) => readonly number[],
  rowsOf: RowsOf<Row>,
): AsyncGenerator<Row> {
  for (let last: number | undefined = 0; last !== undefined; ) {
    const after: number = last;
    const keys = await connection.read(() => keysAfter(after));
    yield* rowsInTurn(connection, keys, rowsOf);
    last = keys.at(-1);
  }
}

/** The same for keys that are few enough to be read at once. */
export async function* listingOf<Row>(
  connection: Connection,
  allKeys: () => readonly number[],
  rowsOf: RowsOf<Row>,
): AsyncGenerator<Row> {
  yield* rowsInTurn(connection, await connection.read(allKeys), rowsOf);
}

async function* rowsInTurn<Row>(
  connection: Connection,
  keys: readonly number[],
  rowsOf: RowsOf<Row>,
): AsyncGenerator<Row> {
  for (let start = 0; start < keys.length; start += rowsAtOnce) {
    const some = keys.slice(start, start + rowsAtOnce);
    yield* await connection.read(() => rowsOf(some));
  }
}
