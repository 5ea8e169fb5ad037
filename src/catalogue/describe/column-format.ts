import type { ColumnDefinition } from "../definition.ts";
import { formatName } from "./format-name.ts";

/** The format of a column with its layout, e.g. `CHAR(30)`, `DATETIME as yyyy-MM-dd HH:mm`. */
export function columnFormat(column: ColumnDefinition): string {
  const { layout, personal } = column;
  const written = layout === null ? "" : ` as ${layout === "iso" ? "ISO 8601" : layout}`;
  return `${formatName(column)}${written}${personal ? ", personal data" : ""}`;
}
