import { StoreError } from "../port/store-error.ts";
import type { MoveSource, MoveTarget, RowReader } from "./move-sides.ts";
import { type MovedRow, type MovedTable, RowSum } from "./moved-table.ts";
import { keysOfPlace } from "./store-mark.ts";

/** How far a move is. */
export interface MoveProgress {
  readonly stage: "copying" | "comparing" | "indexing";
  /** Null while indexes are made. */
  readonly table: string | null;
  readonly rows: number;
}

/** What was moved. */
export interface MovedTotals {
  readonly tables: number;
  readonly rows: number;
  /** Rows with a character of number 0, which the new store cannot hold and has U+FFFD for. */
  readonly changed: number;
}

/**
 * Copies all rows from one store into another, reads them again there and compares count and hash of each table.
 * Rejects with a `StoreError` when anything differs.
 */
export async function moveRows(
  source: MoveSource,
  target: MoveTarget,
  onProgress: (progress: MoveProgress) => void,
): Promise<MovedTotals> {
  const sums = new Map<string, RowSum>();
  let changed = 0;
  for (const table of source.tables) {
    const sum = new RowSum();
    for await (const read of rowsOf(source, table)) {
      const rows = target.storable(read);
      changed += rows.filter((row, at) => row !== read[at]).length;
      sum.add(rows);
      await target.insert(table, rows);
      onProgress({ stage: "copying", table: table.name, rows: sum.count });
    }
    sums.set(table.name, sum);
  }
  onProgress({ stage: "indexing", table: null, rows: 0 });
  await target.finish(await source.lastNumbers());
  for (const table of source.tables) {
    const sum = new RowSum();
    for await (const rows of rowsOf(target, table)) {
      sum.add(rows);
      onProgress({ stage: "comparing", table: table.name, rows: sum.count });
    }
    const wanted = sums.get(table.name) ?? new RowSum();
    const isSame = wanted.count === sum.count && wanted.digest() === sum.digest();
    if (!isSame) throw differs(table, wanted.count, sum.count);
  }
  const rows = [...sums.values()].reduce((all, { count }) => all + count, 0);
  return { tables: sums.size, rows, changed };
}

/** What is moved of a table: of `meta` only what is of the store, and not of the place where it is. */
async function* rowsOf(reader: RowReader, table: MovedTable): AsyncGenerator<readonly MovedRow[]> {
  if (table.name !== "meta") return yield* reader.rows(table);
  const at = table.columns.findIndex(({ name }) => name === "key");
  for await (const rows of reader.rows(table))
    yield rows.filter((row) => !keysOfPlace.has(String(row[at])));
}

function differs({ name }: MovedTable, wanted: number, found: number): StoreError {
  return new StoreError(
    "failed",
    `What was copied of the table ${name} reads otherwise in the new store (${wanted} rows, ${found} there). The old store is as it was; look at the disk of the new one, and begin the move anew.`,
  );
}
