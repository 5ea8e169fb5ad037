import type { Connection } from "./connection.ts";

/** Numbers of rows that are to be added. Within a write only. */
export interface RowNumbers {
  /** Asks for so many at once that are about to be taken one by one. */
  expect(count: number): Promise<void>;
  next(): Promise<number>;
}

/** Prepares the statement that numbers the rows of a table. What is not taken by the end of a transaction is left out. */
export function rowNumbers(connection: Connection, table: string): RowNumbers {
  const select = connection.db
    .prepare<[number], number>(
      `SELECT nextval(pg_get_serial_sequence('${table}', 'id')) FROM generate_series(1, ?)`,
    )
    .pluck();
  let free: number[] = [];
  const drop = () => {
    free = [];
  };
  connection.remember({ keep: drop, forget: drop });
  return {
    async expect(count) {
      free = count === 0 ? [] : await select.all(count);
    },
    next: async () => free.shift() ?? (await select.get(1)) ?? 0,
  };
}
