import { type Listed, rowsInPages, rowsInTurn } from "../../rows/listed.ts";
import type { Connection } from "./connection.ts";
import { isDamage } from "./store-error.ts";

/** So many keys are read ahead. */
export const keysPerPage = 500;

/** Picks the rows whose key is in a list given as a JSON array. */
export const inKeys = "IN (SELECT value FROM json_each(?))";

/** Reads the rows of some keys, in their order; those that are gone are left out. */
export type RowsByKeys<Row> = (keys: readonly number[]) => readonly Row[];

/**
 * Lists rows in the order of their keys. A row that cannot be read is noted as damage, as `what` and its key, and
 * the list goes on behind it. `wantedOf` leaves keys out that take longer to look at than to find.
 */
export function listing<Row>(
  connection: Connection,
  what: string,
  keysAfter: (last: number) => readonly number[],
  rowsOf: RowsByKeys<Row>,
  wantedOf?: (keys: readonly number[]) => readonly number[],
): AsyncGenerator<Row> {
  return rowsInPages({
    ...listedOf(connection, what, rowsOf),
    keysAfter: (last) => connection.read(() => keysAfter(last)),
    ...(wantedOf !== undefined && { wantedOf: (keys) => connection.read(() => wantedOf(keys)) }),
  });
}

/** Lists the rows of keys that are few enough to be read at once. */
export async function* listingOf<Row>(
  connection: Connection,
  what: string,
  allKeys: () => readonly number[],
  rowsOf: RowsByKeys<Row>,
): AsyncGenerator<Row> {
  yield* rowsInTurn(listedOf(connection, what, rowsOf), await connection.read(allKeys));
}

function listedOf<Row>(connection: Connection, what: string, rowsOf: RowsByKeys<Row>): Listed<Row> {
  return {
    what,
    rowsOf: (keys) => connection.read(() => rowsOf(keys)),
    isDamage,
    noteDamage: (about, error) => connection.noteDamage(about, error),
  };
}
