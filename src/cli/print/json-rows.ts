import type { Output } from "../output.ts";

/** Prints rows as JSON objects, one a line, as they come. Returns how many it printed. */
export async function printJson<Row>(
  output: Output,
  rows: AsyncIterable<Row>,
  shown: (row: Row) => object | Promise<object>,
): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    if (output.closed) break;
    count += 1;
    await output.json(await shown(row));
  }
  return count;
}
