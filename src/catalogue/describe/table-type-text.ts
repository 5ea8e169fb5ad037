import type { ColumnDefinition, TableDefinition } from "../definition.ts";
import { formatName } from "./format-name.ts";
import { codeUnion, comment, typeName } from "./type-text.ts";

/** The TypeScript types of a table's messages: one with its reference as name, and one of its lines. */
export function tableTypeText(table: TableDefinition): string {
  const { flow, version, name, columns, groupBy } = table;
  const reference = typeName(table);
  const title = `${flow} version ${version}: ${name}.`;
  if (groupBy.length === 0)
    return type(reference, [title, "A message is a row."], columns.map(member));
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name ?? key;
  const kind = `A message is the rows that agree in ${groupBy.map(nameOf).join(", ")}.`;
  const line = `${reference}Line`;
  const lines = `  /** One for each row, in order. */\n  readonly lines: readonly ${line}[];\n`;
  const shared = columns.filter((column) => !column.line).map(member);
  const own = columns.filter((column) => column.line).map(member);
  return [
    type(reference, [title, kind], [...shared, lines]),
    type(line, [`A row of ${flow}.`], own),
  ].join("\n");
}

function type(name: string, about: readonly string[], members: readonly string[]): string {
  return `${comment(about, "")}export type ${name} = {\n${members.join("")}};\n`;
}

function member(column: ColumnDefinition): string {
  const about = comment([`${column.name}, ${formatName(column)}.`], "  ");
  return `${about}  readonly ${column.key}${column.required ? "" : "?"}: ${valueType(column)};\n`;
}

function valueType({ format, layout, codes }: ColumnDefinition): string {
  if (format.kind === "boolean")
    return (layout ?? "")
      .split("/")
      .map((word) => JSON.stringify(word))
      .join(" | ");
  return codes === null ? "string" : codeUnion(codes);
}
