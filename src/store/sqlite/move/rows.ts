import type Database from "better-sqlite3";
import type { RowReader } from "../../move/move-sides.ts";
import {
  type ColumnKind,
  type MovedRow,
  type MovedTable,
  movedOf,
} from "../../move/moved-table.ts";

/** So many rows, or so many characters and bytes of them, are handed over at a time. */
const mostRows = 500;
const mostBytes = 4 << 20;

const kinds: Readonly<Record<string, ColumnKind>> = {
  INTEGER: "integer",
  TEXT: "text",
  BLOB: "bytes",
};

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** The tables of a store, as they are moved. */
export function movedTables(db: Database.Database): MovedTable[] {
  const rows = db
    .prepare<[], ColumnRow>(
      `SELECT s.name AS "table", c.name, c.type, c.pk FROM sqlite_schema s, pragma_table_info(s.name) c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all();
  const tables = [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, kind: kinds[column.type] ?? "text" })),
    key: columns
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map((column) => column.name),
  }));
  return movedOf(tables);
}

/** Names, as SQL takes them whatever they are. */
export function quotedNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** Reads all rows of a store, within whatever transaction is open. */
export function rowReader(db: Database.Database): RowReader {
  return {
    tables: movedTables(db),
    async *rows({ name, columns, key }) {
      const select = db
        .prepare<[], unknown[]>(
          `SELECT ${quotedNames(columns.map((column) => column.name))} FROM "${name}"
           ${key.length === 0 ? "" : `ORDER BY ${quotedNames(key)}`}`,
        )
        .raw()
        .safeIntegers();
      let some: MovedRow[] = [];
      let size = 0;
      for (const values of select.iterate()) {
        const row = values.map(movedValue);
        some.push(row);
        for (const value of row) size += value?.length ?? 0;
        if (some.length < mostRows && size < mostBytes) continue;
        yield some;
        some = [];
        size = 0;
      }
      if (some.length > 0) yield some;
    },
  };
}

function movedValue(value: unknown): string | Buffer | null {
  if (value === null || typeof value === "string" || Buffer.isBuffer(value)) return value;
  return String(value);
}
