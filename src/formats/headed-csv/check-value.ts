import type { ColumnDefinition, TableDefinition } from "../../catalogue/definition.ts";
import { identifierFault, isSpoilt, subjectKindOf } from "../../catalogue/identifier.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { fitsLayout } from "../text-time.ts";

/** What is wrong with a value that is not empty: what its format forbids, else what is worth a warning; null when nothing is. */
export function faultOf(
  table: TableDefinition,
  column: ColumnDefinition,
  text: string,
): ProblemCode | null {
  return keyFault(table, column, text) ?? formatFault(column, text) ?? meaningFault(column, text);
}

function formatFault({ format, layout }: ColumnDefinition, text: string): ProblemCode | null {
  switch (format.kind) {
    case "text":
      return text.length > format.length ? "TOO_LONG" : null;
    case "number":
      return numberFault(text, format.digits, format.decimals, format.signed);
    case "date":
      return fitsLayout(layout ?? "", text) ? null : "BAD_DATE";
    case "datetime":
      return fitsLayout(layout ?? "", text) ? null : "BAD_DATETIME";
    case "time":
      return fitsLayout(layout ?? "", text) ? null : "BAD_TIME";
    case "boolean":
      return (layout ?? "").split("/").includes(text) ? null : "BAD_BOOLEAN";
    case "any":
      return null;
  }
}

function numberFault(
  text: string,
  digits: number,
  decimals: number,
  signed: boolean,
): ProblemCode | null {
  const match = /^([+-]?)(\d*)(?:\.(\d+))?$/.exec(text);
  const [, sign = "", whole = "", behind = ""] = match ?? [];
  if (match === null || whole + behind === "" || (sign !== "" && !signed)) return "BAD_NUMBER";
  if (behind.length > decimals) return "TOO_MANY_DECIMALS";
  return whole.length + behind.length > digits ? "TOO_MANY_DIGITS" : null;
}

/** What is wrong with a value that distinguishes messages: the subject, and what rows are grouped by. */
function keyFault(
  { subject, groupBy }: TableDefinition,
  { key, format }: ColumnDefinition,
  text: string,
): ProblemCode | null {
  if (subject?.column === key) return identifierFault(subjectKindOf(subject, text), text);
  return format.kind === "text" && groupBy.includes(key) && isSpoilt(text)
    ? "SPOILT_IDENTIFIER"
    : null;
}

function meaningFault({ codes, format }: ColumnDefinition, text: string): ProblemCode | null {
  if (codes === null || format.kind === "boolean" || codes.includes(text)) return null;
  return "UNLISTED_CODE";
}

/** Whether a value holds a control character; tab and, in quotes, line ends are none. */
export function hasControlInCell(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f)
      return true;
  }
  return false;
}
