import type { FieldDefinition } from "../../catalogue/definition.ts";
import { formatName } from "../../catalogue/describe/format-name.ts";

/** Codes shown of a field before the rest is counted. */
const mostCodes = 8;

/** What the marks in a page's lines mean. */
export const fieldLegend =
  "? may be empty   - always empty   ~ format inferred from a like item   codes are advisory";

/** The fields of a group or a table as aligned lines: mark, name, item, format, the first codes. */
export function fieldRows(fields: readonly FieldDefinition[], indent: string): string[] {
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  const formatWidth = Math.max(0, ...fields.map((field) => format(field).length));
  const itemWidth = fields.some(({ item }) => item !== null) ? "J0000".length : 0;
  return fields.map((field) => {
    const cells = [
      field.name.padEnd(width),
      ...(itemWidth === 0 ? [] : [(field.item ?? "").padEnd(itemWidth)]),
      format(field).padEnd(formatWidth),
      codeList(field.format.kind === "boolean" ? null : field.codes),
    ];
    return `${indent}${mark(field)} ${cells.join("  ")}`.trimEnd();
  });
}

/** The first of the codes, and how many there are; empty when there is no list. */
export function codeList(codes: readonly string[] | null): string {
  if (codes === null) return "";
  const shown = codes.slice(0, mostCodes).join(" ");
  return codes.length > mostCodes ? `${shown} … ${codes.length} codes` : shown;
}

function mark({ unused, required }: FieldDefinition): string {
  if (unused) return "-";
  return required ? " " : "?";
}

function format(field: FieldDefinition): string {
  return `${field.inferred ? "~" : ""}${formatName(field)}`;
}
