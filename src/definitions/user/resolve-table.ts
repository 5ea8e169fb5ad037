import type { ColumnDefinition, FieldFormat, TableDefinition } from "../../catalogue/definition.ts";
import { readFormat } from "../../catalogue/field-format.ts";
import { usualLayouts } from "../../catalogue/layout.ts";
import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { keyOfColumn } from "./check-table.ts";
import type { WrittenColumn, WrittenTable } from "./table-schema.ts";

/** A table as readers need it, of a definition that `checkTable` finds nothing wrong with. */
export function resolveTable(written: WrittenTable, items: ItemLookup): TableDefinition {
  const { family, flow, version, name, delimiter, charset, from, to, subject } = written;
  const columns = written.columns.map((column, index) =>
    resolveColumn(written, column, index, items),
  );
  const keyOf = (column: string) => columns.find((one) => one.name === column)?.key ?? column;
  return {
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
    groupBy: (written.groupBy ?? []).map(keyOf),
    subject:
      subject === undefined
        ? null
        : {
            column: keyOf(subject.column),
            kind: subject.kind,
            otherwise: subject.otherwise ?? subject.kind,
          },
  };
}

function resolveColumn(
  { dates }: WrittenTable,
  column: WrittenColumn,
  index: number,
  items: ItemLookup,
): ColumnDefinition {
  const item = column.item === undefined ? undefined : items(column.item);
  const format = item?.format ?? readFormat(column.format, column.signed === true);
  return {
    item: column.item ?? null,
    name: column.name,
    key: keyOfColumn(column, index),
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
