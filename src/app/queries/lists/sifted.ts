import { isFromEnd, type Slice } from "../../../core/list/slice.ts";

/** Rows that are looked at together when a list is sifted from its end. */
const rowsAtOnce = 200;

/** A row of a list that has a number. */
interface Numbered {
  readonly id: number;
}

/**
 * A part of a list of which only some rows are wanted, found by looking at each: as many as are wanted are found,
 * however many are between, and no more are read.
 */
export async function* sifted<Row extends Numbered>(
  list: (slice: Slice) => AsyncIterable<Row>,
  slice: Slice,
  isWanted: (row: Row) => Promise<boolean>,
): AsyncGenerator<Row> {
  const { limit = Number.POSITIVE_INFINITY, ...ends } = slice;
  if (isFromEnd(slice)) return yield* fromEnd(list, slice, isWanted);
  let left = limit;
  for await (const row of list(ends)) {
    if (left <= 0) return;
    if (!(await isWanted(row))) continue;
    yield row;
    left -= 1;
  }
}

async function* fromEnd<Row extends Numbered>(
  list: (slice: Slice) => AsyncIterable<Row>,
  { before, after, limit = 0 }: Slice,
  isWanted: (row: Row) => Promise<boolean>,
): AsyncGenerator<Row> {
  let found: Row[] = [];
  let end = before;
  for (;;) {
    const some = await Array.fromAsync(
      list({
        limit: rowsAtOnce,
        ...(end !== undefined && { before: end }),
        ...(after !== undefined && { after }),
      }),
    );
    const kept: Row[] = [];
    for (const row of some) if (await isWanted(row)) kept.push(row);
    found = [...kept, ...found].slice(-limit);
    end = some[0]?.id;
    if (found.length >= limit || some.length < rowsAtOnce) return yield* found;
  }
}
