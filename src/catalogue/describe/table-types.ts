import type { ColumnDefinition, TableDefinition } from "../definition.ts";
import { columnFormat } from "./column-format.ts";
import { memberName } from "./event-types.ts";
import { codeUnion, comment, typeName } from "./type-text.ts";

/**
 * The TypeScript types of a table's messages: a row, or the rows of one key with what they share at the
 * top. Columns that the table does not have are in the data, too, but not in the type.
 */
export function tableTypes(table: TableDefinition): string {
  const { flow, version, name, columns, groupBy } = table;
  const title = `${flow} version ${version}: ${name}.`;
  const own = typeName(table);
  if (groupBy.length === 0) return typeText(own, [title, "A row is a message."], columns, looks);
  const keys = groupBy.join(" and ");
  const about = [title, `A message is the rows that follow each other with the same ${keys}.`];
  const lines = `${comment(["A row each."], "  ")}  readonly lines: readonly Line[];\n`;
  return [
    typeText(
      own,
      about,
      columns.filter(({ line }) => !line),
      lines,
    ),
    typeText(
      "Line",
      ["One row of a message."],
      columns.filter(({ line }) => line),
      looks,
    ),
  ].join("\n");
}

/** What a reader says of how a row looked. */
const looks = [
  comment(["The positions in quotes, where they are not those of the file's first row."], "  "),
  "  readonly $quoted?: string;\n",
  comment(["The line ends after the row, where they are not the file's."], "  "),
  "  readonly $after?: string;\n",
].join("");

function typeText(
  name: string,
  about: readonly string[],
  columns: readonly ColumnDefinition[],
  more: string,
): string {
  const members = columns.map(columnText).join("");
  return `${comment(about, "")}export type ${name} = {\n${members}${more}};\n`;
}

function columnText(column: ColumnDefinition): string {
  const { name, key, required } = column;
  const about = comment([`${name}, ${columnFormat(column)}.`], "  ");
  return `${about}  readonly ${memberName(key)}${required ? "" : "?"}: ${valueType(column)};\n`;
}

function valueType({ format, layout, codes }: ColumnDefinition): string {
  if (format.kind === "boolean")
    return (layout ?? "")
      .split("/")
      .map((word) => JSON.stringify(word))
      .join(" | ");
  return codes === null ? "string" : codeUnion(codes);
}
