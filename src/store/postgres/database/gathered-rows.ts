import type { Connection } from "./connection.ts";

/** Notes a row that the transaction will write. Within a write only. */
export type Gather<Row> = (row: Row) => void;

/**
 * Rows that a transaction gathers and writes with one statement for each table, before its next statement: a
 * round trip for many rows. Tables are written in the order in which they were named, since rows refer to others.
 */
export class GatheredRows {
  readonly #connection: Connection;
  readonly #tables: { drop(): void; write(): Promise<void> }[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
    const drop = () => {
      for (const table of this.#tables) table.drop();
    };
    connection.remember({ keep: drop, forget: drop });
  }

  /** Names a table by how rows of it are written: all statements for it are to be sent at once. */
  table<Row>(write: (rows: readonly Row[]) => Promise<unknown>): Gather<Row> {
    let gathered: Row[] = [];
    const drop = () => {
      gathered = [];
    };
    this.#tables.push({
      drop,
      async write() {
        const rows = gathered;
        drop();
        if (rows.length > 0) await write(rows);
      },
    });
    return (row) => {
      gathered.push(row);
      this.#connection.defer(this.#write);
    };
  }

  /** Statements are sent in their order, none waits for the answer of the one before. */
  readonly #write = async (): Promise<void> => {
    await Promise.all(this.#tables.map((table) => table.write()));
  };
}

/** The columns of many rows, each as an array, as `unnest` takes them. */
export type ColumnArrays<Row extends readonly unknown[]> = {
  -readonly [Place in keyof Row]: Row[Place][];
};

/** Turns rows of so many columns into their columns. */
export function columnArrays<Row extends readonly unknown[]>(
  rows: readonly Row[],
  count: Row["length"],
): ColumnArrays<Row> {
  const columns = Array.from({ length: count }, (_, place) => rows.map((row) => row[place]));
  return columns as ColumnArrays<Row>;
}
