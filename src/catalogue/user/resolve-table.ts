import { CatalogueError } from "../catalogue-error.ts";
import type { ColumnDefinition, FieldFormat, TableDefinition } from "../definition.ts";
import { readFormat } from "../field-format.ts";
import { columnKey } from "../key.ts";
import { usualLayouts } from "../layout.ts";
import type { ItemLookup } from "../resolve-item.ts";
import type { WrittenColumn, WrittenTable } from "./table-schema.ts";

/** A table as readers need it. Throws `CatalogueError` when its parts do not fit together. */
export function resolveTable(
  file: string,
  written: WrittenTable,
  items: ItemLookup,
): TableDefinition {
  const { family, flow, version, name, delimiter, charset, from, to, subject } = written;
  const columns = written.columns.map((column, index) =>
    resolveColumn(file, written, column, index, items),
  );
  checkNames(file, columns);
  const keyOf = (column: string, place: string): string => {
    const found = columns.find((one) => one.name === column);
    if (found === undefined)
      throw new CatalogueError(file, place, `"${column}" is not the name of a column`);
    return found.key;
  };
  const table: TableDefinition = {
    family,
    flow,
    version,
    name,
    delimiter,
    charset,
    trim: written.trim === true,
    from: { role: from?.role ?? null, participant: from?.participant ?? null },
    to: { role: to?.role ?? null, participant: to?.participant ?? null },
    columns,
    recognisedBy: written.recognisedBy ?? [],
    groupBy: (written.groupBy ?? []).map((column, at) => keyOf(column, `groupBy[${at}]`)),
    subject:
      subject === undefined
        ? null
        : { column: keyOf(subject.column, "subject.column"), kind: subject.kind },
  };
  for (const [at, column] of table.recognisedBy.entries()) keyOf(column, `recognisedBy[${at}]`);
  checkLines(file, table);
  return table;
}

function resolveColumn(
  file: string,
  { dates }: WrittenTable,
  column: WrittenColumn,
  index: number,
  items: ItemLookup,
): ColumnDefinition {
  const item = column.item === undefined ? undefined : items(column.item);
  if (column.item !== undefined && item === undefined)
    throw new CatalogueError(
      file,
      `columns[${index}].item`,
      `the shipped catalogue has no data item ${column.item}`,
    );
  const format =
    column.format === undefined && item !== undefined
      ? item.format
      : readFormat(column.format, column.signed === true);
  return {
    item: column.item ?? null,
    name: column.name,
    key: column.key ?? (columnKey(column.name) || `column${index + 1}`),
    aliases: column.aliases,
    format,
    layout: layoutOf(format, column.layout, dates ?? {}),
    inferred: false,
    required: column.optional !== true,
    unused: false,
    codes: column.codes ?? item?.codes ?? null,
    personal: column.personal === true || item?.personal === true,
    line: column.line === true,
    closed: column.closed === true,
  };
}

function layoutOf(
  { kind }: FieldFormat,
  own: string | undefined,
  usual: NonNullable<WrittenTable["dates"]>,
): string | null {
  if (kind === "date" || kind === "datetime" || kind === "time")
    return own ?? usual[kind] ?? usualLayouts[kind];
  return kind === "boolean" ? (own ?? usualLayouts.boolean) : null;
}

function checkNames(file: string, columns: readonly ColumnDefinition[]): void {
  const names = new Set<string>();
  const keys = new Set<string>(["lines"]);
  for (const [index, { name, aliases, key }] of columns.entries()) {
    for (const one of [name, ...aliases]) {
      if (names.has(one))
        throw new CatalogueError(file, `columns[${index}]`, `a column before it is named "${one}"`);
      names.add(one);
    }
    if (keys.has(key))
      throw new CatalogueError(
        file,
        `columns[${index}].key`,
        `"${key}" is taken; give the column another key`,
      );
    keys.add(key);
  }
}

function checkLines(file: string, { columns, groupBy, subject }: TableDefinition): void {
  const index = columns.findIndex(
    ({ key, line }) => line && (groupBy.includes(key) || key === subject?.column),
  );
  if (index >= 0)
    throw new CatalogueError(
      file,
      `columns[${index}].line`,
      "a column that tells messages apart, or what they are about, is told once for each",
    );
  if (groupBy.length === 0 && columns.some(({ line }) => line))
    throw new CatalogueError(file, "groupBy", "is needed, since there are columns of lines");
}
