import type { Connection } from "./connection.ts";
import { isDamage } from "./store-error.ts";

/** So many keys are read ahead. */
export const keysPerPage = 500;

/** So many rows are read at once: many, because one by one costs ten times as much; few, because rows may be large. */
const rowsAtOnce = 20;

/** Keys looked for behind a damaged page go up to this one: more rows than any store has. */
const lastKey = 2 ** 40;

/** Picks the rows whose key is in a list given as a JSON array. */
export const inKeys = "= ANY (ARRAY(SELECT json_array_elements_text(?::json)::bigint))";

/** Picks the rows whose text is in a list given as a JSON array. */
export const inTexts = "= ANY (ARRAY(SELECT json_array_elements_text(?::json)))";

/** Reads the rows of some keys, in their order; those that are gone are left out. */
export type RowsByKeys<Row> = (keys: readonly number[]) => Promise<readonly Row[]>;

/**
 * Lists rows in the order of their keys. Nothing stays open between them, so that a list of any length
 * holds neither memory nor a lock. A row that cannot be read is noted as damage, as `what` and its key, and
 * the list goes on behind it. `wantedOf` leaves keys out that take longer to look at than to find.
 */
export async function* listing<Row>(
  connection: Connection,
  what: string,
  keysAfter: (last: number) => Promise<readonly number[]>,
  rowsOf: RowsByKeys<Row>,
  wantedOf?: (keys: readonly number[]) => Promise<readonly number[]>,
): AsyncGenerator<Row> {
  for (let last: number | undefined = 0; last !== undefined; ) {
    const keys: readonly number[] = await keysBehind(connection, what, last, keysAfter);
    const those = wantedOf === undefined ? keys : await connection.read(() => wantedOf(keys));
    yield* rowsInTurn(connection, what, those, rowsOf);
    last = keys.at(-1);
  }
}

/** Lists the rows of keys that are few enough to be read at once. */
export async function* listingOf<Row>(
  connection: Connection,
  what: string,
  allKeys: () => Promise<readonly number[]>,
  rowsOf: RowsByKeys<Row>,
): AsyncGenerator<Row> {
  yield* rowsInTurn(connection, what, await connection.read(allKeys), rowsOf);
}

/** The first so many rows of a list; all when no limit is said. */
export async function* upTo<Row>(
  rows: AsyncIterable<Row>,
  limit: number | undefined,
): AsyncGenerator<Row> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  if (left <= 0) return;
  for await (const row of rows) {
    yield row;
    left -= 1;
    if (left <= 0) return;
  }
}

/** The keys after one. Where a damaged page holds the next ones, those behind it. */
async function keysBehind(
  connection: Connection,
  what: string,
  last: number,
  keysAfter: (last: number) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  for (let step = 0; ; step = Math.max(1, step * 2)) {
    try {
      return await connection.read(() => keysAfter(last + step));
    } catch (error) {
      if (!isDamage(error)) throw error;
      connection.noteDamage(`the rows of each ${what} after number ${last}`, error);
      if (last + step > lastKey) return [];
    }
  }
}

async function* rowsInTurn<Row>(
  connection: Connection,
  what: string,
  keys: readonly number[],
  rowsOf: RowsByKeys<Row>,
): AsyncGenerator<Row> {
  for (let start = 0; start < keys.length; start += rowsAtOnce) {
    const some = keys.slice(start, start + rowsAtOnce);
    let rows: readonly Row[];
    try {
      rows = await connection.read(() => rowsOf(some));
    } catch (error) {
      if (!isDamage(error)) throw error;
      rows = await rowsOneByOne(connection, what, some, rowsOf);
    }
    yield* rows;
  }
}

/** The rows that can be read, when some of them cannot. */
async function rowsOneByOne<Row>(
  connection: Connection,
  what: string,
  keys: readonly number[],
  rowsOf: RowsByKeys<Row>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const key of keys) {
    try {
      found.push(...(await connection.read(() => rowsOf([key]))));
    } catch (error) {
      if (!isDamage(error)) throw error;
      connection.noteDamage(`${what} ${key}`, error);
    }
  }
  return found;
}
