import { createHash, type Hash } from "node:crypto";

/** What a column holds. */
export type ColumnKind = "integer" | "text" | "bytes";

/** A column as it is moved. */
export interface MovedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table as it is moved: its columns, and those of its primary key in their order. */
export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  readonly key: readonly string[];
}

/** A value as it is moved: whole numbers as their digits, so that none is too large. */
export type MovedValue = string | Buffer | null;

/** Values in the order of the table's columns. */
export type MovedRow = readonly MovedValue[];

/** Tables that one kind of store has for its own programs; what they hold ends with those. */
const ownTables: ReadonlySet<string> = new Set([
  "programs",
  "last_writes",
  "daemons",
  "work_leases",
]);

/** Columns that one kind of store has besides, e.g. whose lease it is while its daemon lives. */
const ownColumns: ReadonlySet<string> = new Set(["leases.daemon"]);

/** The tables and columns that are moved: those of a store without what only its kind has. */
export function movedOf(tables: readonly MovedTable[]): MovedTable[] {
  return tables
    .filter(({ name }) => !ownTables.has(name))
    .map((table) => ({
      ...table,
      columns: table.columns
        .filter((column) => !ownColumns.has(`${table.name}.${column.name}`))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What two stores do not have alike, as `table.column`; none when rows of one fit the other. */
export function unlike(some: readonly MovedTable[], others: readonly MovedTable[]): string[] {
  return [...textsOf(some).symmetricDifference(textsOf(others))];
}

function textsOf(tables: readonly MovedTable[]): Set<string> {
  return new Set(
    tables.flatMap(({ name, columns, key }) => [
      `${name} by ${key.join(", ")}`,
      ...columns.map((column) => `${name}.${column.name} ${column.kind}`),
    ]),
  );
}

/** Counts rows, and makes one hash of all of them in their order. */
export class RowSum {
  readonly #hash: Hash = createHash("sha256");
  #count = 0;

  add(rows: readonly MovedRow[]): void {
    let texts = "";
    for (const row of rows)
      for (const value of row) {
        // Each value with its length before it, so that no two lists of values read the same.
        if (value === null) texts += "-";
        else if (typeof value === "string") texts += `${value.length}:${value}`;
        else {
          this.#hash.update(`${texts}${value.length};`).update(value);
          texts = "";
        }
      }
    this.#hash.update(texts);
    this.#count += rows.length;
  }

  get count(): number {
    return this.#count;
  }

  /** The hash of all rows; nothing may be added afterwards. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}
