import type { Charset, ColumnDefinition, TableDefinition } from "../../catalogue/definition.ts";
import { columnKey, freeKey } from "../../catalogue/key.ts";
import { fitOf, isNamed, plainName } from "../../catalogue/table-fit.ts";
import { type Field, splitRecords } from "./fields.ts";

/** What is at one position of every row. */
export interface PlannedColumn {
  readonly name: string;
  /** Null: a column that the table has not. */
  readonly column: ColumnDefinition | null;
  /** Its name in data. */
  readonly key: string;
  /** Called for each line of a message. */
  readonly line: boolean;
}

/** A table as one file has it: its columns in the order of the header line. */
export interface TablePlan {
  readonly table: TableDefinition;
  readonly columns: readonly PlannedColumn[];
  /** Columns that must be there and are not. */
  readonly missing: readonly ColumnDefinition[];
  /** Names that stand for a column that another name stood for already. */
  readonly repeated: readonly string[];
  /** Rows are gathered into messages with lines. */
  readonly grouped: boolean;
  readonly headerText: string;
  readonly byteOrderMark: boolean;
}

const byteOrderMark = "\ufeff";
const carriageReturn = 0x0d;
const quote = 0x22;

/** A header's bytes as text. */
export function decode(bytes: Buffer, charset: Charset): string {
  return bytes.toString(charset === "utf-8" ? "utf8" : "latin1");
}

/**
 * The bytes before the first carriage return outside quotes that is no part of a line end: what would be
 * the first line if such ended lines. Null where there is none.
 */
export function beforeReturn(bytes: Buffer): Buffer | null {
  let quoted = false;
  // Carriage returns at the very end are spare ones before a line feed.
  let end = bytes.length;
  while (bytes[end - 1] === carriageReturn) end -= 1;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === quote) quoted = !quoted;
    else if (bytes[at] === carriageReturn && !quoted) return bytes.subarray(0, at);
  }
  return null;
}

/**
 * The table that a header line is of: the one that most of its names belong to, among those of which
 * enough are there (`recognisedBy`, else six in ten of the columns required). Null when there is none.
 */
export function matchHeader(bytes: Buffer, tables: readonly TableDefinition[]): TablePlan | null {
  let best: { readonly table: TableDefinition; readonly score: number } | null = null;
  for (const table of tables) {
    const score = fitOf(table, columnNamesIn(headerText(bytes, table).text, table));
    if (score > (best?.score ?? 0)) best = { table, score };
  }
  return best === null ? null : planTable(best.table, headerText(bytes, best.table));
}

/** The plan of a table for files with this header line. */
export function planTable(
  table: TableDefinition,
  { text, marked }: { readonly text: string; readonly marked: boolean },
): TablePlan {
  const names = fieldsOf(text, table).map((field) => field.text);
  const grouped = table.groupBy.length > 0;
  const found = new Set<ColumnDefinition>();
  const repeated: string[] = [];
  const keys = new Set(["lines", ...table.columns.map(({ key }) => key)]);
  const columns = names.map((name, index): PlannedColumn => {
    const column = columnNamed(table, name);
    if (column === undefined || found.has(column)) {
      if (column !== undefined) repeated.push(name);
      const key = freeKey([columnKey(name) || `column${index + 1}`], keys);
      return { name, column: null, key, line: grouped };
    }
    found.add(column);
    return { name, column, key: column.key, line: column.line };
  });
  return {
    table,
    columns,
    missing: table.columns.filter((column) => column.required && !found.has(column)),
    repeated,
    grouped,
    headerText: text,
    byteOrderMark: marked,
  };
}

/** A header line as text, its byte order mark left out. */
export function headerText(bytes: Buffer, { charset }: TableDefinition) {
  const mark = charset === "utf-8" ? byteOrderMark : "\u00ef\u00bb\u00bf";
  const text = decode(bytes, charset);
  const marked = text.startsWith(mark);
  return { text: marked ? text.slice(mark.length) : text, marked };
}

function fieldsOf(text: string, { delimiter }: Pick<TableDefinition, "delimiter">): Field[] {
  return splitRecords([text], delimiter)[0] ?? [];
}

/** The names in a header line's text, as `plainName` has them. */
export function columnNamesIn(
  text: string,
  table: Pick<TableDefinition, "delimiter">,
): ReadonlySet<string> {
  return new Set(fieldsOf(text, table).map((field) => plainName(field.text)));
}

function columnNamed(table: TableDefinition, name: string): ColumnDefinition | undefined {
  const plain = plainName(name);
  return plain === "" ? undefined : table.columns.find((column) => isNamed(column, plain));
}
