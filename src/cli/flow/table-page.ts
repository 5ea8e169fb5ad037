import type { TableDefinition } from "../../catalogue/definition.ts";
import { kindsText } from "../../catalogue/identifier.ts";
import { fieldLegend, fieldRows } from "./field-row.ts";

/** A flow whose files are CSV, for people to read on a terminal. */
export function tablePage(table: TableDefinition): string[] {
  const { flow, version, name, family, columns, groupBy, subject, trim } = table;
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name ?? key;
  const message =
    groupBy.length === 0
      ? "each row is a message"
      : `rows that follow each other and agree in ${groupBy.map(nameOf).join(", ")} are a message`;
  const about =
    subject === null ? "" : `, about the ${kindsText(subject)} in ${nameOf(subject.column)}`;
  const blanks = trim ? "; blanks around values are left out" : "";
  const lines = columns.filter(({ line }) => line);
  return [
    `${flow} version ${version}: ${name}`,
    `Family ${family}; ${message}${about}${blanks}`,
    "",
    fieldLegend,
    "",
    "Columns",
    ...fieldRows(
      columns.filter(({ line }) => !line),
      "  ",
    ),
    ...(lines.length === 0 ? [] : ["", "Columns given for each row of a message"]),
    ...fieldRows(lines, "  "),
  ];
}
