import pg from "pg";
import type { RowReader } from "../../move/move-sides.ts";
import {
  type ColumnKind,
  type MovedTable,
  type MovedValue,
  movedOf,
} from "../../move/moved-table.ts";

/** So many rows are asked for at a time; of tables with bytes fewer, since each is large. */
const mostRows = 500;
const mostRowsWithBytes = 50;

const kinds: Readonly<Record<string, ColumnKind>> = {
  bigint: "integer",
  text: "text",
  bytea: "bytes",
};

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key. */
  readonly place: string | null;
}

const selectColumns = `
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type,
         array_position(k.conkey, a.attnum) AS place
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  ORDER BY c.relname, a.attnum`;

/** The tables of a store, as they are moved. */
export async function movedTables(client: pg.ClientBase): Promise<MovedTable[]> {
  const { rows } = await client.query<ColumnRow>(selectColumns);
  const tables = [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, kind: kinds[column.type] ?? "text" })),
    key: columns
      .filter(({ place }) => place !== null)
      .toSorted((a, b) => Number(a.place) - Number(b.place))
      .map((column) => column.name),
  }));
  return movedOf(tables);
}

/** Names, as SQL takes them whatever they are. */
export function quotedNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** Numbers as their digits, bytes as bytes. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.BYTEA && format !== "binary"
      ? pg.types.getTypeParser(id, "text")
      : (text: string) => text,
};

/** Reads all rows of a store; within a transaction only. */
export async function rowReader(client: pg.ClientBase): Promise<RowReader> {
  return {
    tables: await movedTables(client),
    async *rows({ name, columns, key }) {
      const order = key.length === 0 ? "" : `ORDER BY ${quotedNames(key)}`;
      const names = quotedNames(columns.map((column) => column.name));
      const most = columns.some(({ kind }) => kind === "bytes") ? mostRowsWithBytes : mostRows;
      await client.query(
        `DECLARE moved NO SCROLL CURSOR FOR SELECT ${names} FROM "${name}" ${order}`,
      );
      for (;;) {
        const { rows } = await client.query<MovedValue[]>({
          text: `FETCH FORWARD ${most} FROM moved`,
          rowMode: "array",
          types,
        });
        if (rows.length > 0) yield rows;
        if (rows.length < most) break;
      }
      await client.query("CLOSE moved");
    },
  };
}
