import type { ColumnDefinition } from "../../catalogue/definition.ts";
import { sayIdentifier } from "../../catalogue/identifier.ts";
import { isoLayout } from "../../catalogue/layout.ts";
import type { SubjectKind } from "../../core/file/document.ts";
import { counted } from "../../runtime/counted.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { sayCode } from "../strict-codes.ts";
import { sayNoIso } from "../text-time.ts";

/** The sentence about what is wrong with a value of a column. `strict`: a code that is not listed is an error. */
export function sayCellFault(
  code: ProblemCode,
  column: ColumnDefinition,
  value: string,
  strict: boolean,
  subject: SubjectKind | null,
): string {
  const name = `Column ${printable(column.name)}`;
  const quoted = `"${printable(value)}"`;
  const expected = describe(column);
  switch (code) {
    case "MISSING_VALUE":
      return `${name} is empty and must have a value: ${expected}; ask the sender for it.`;
    case "SPOILT_IDENTIFIER":
    case "NO_METER_POINT":
    case "SUBJECT_CHECK_DIGIT":
      return `${name} is ${quoted}, which ${sayIdentifier(code, subject)}.`;
    case "UNLISTED_CODE":
      return `${name} is ${quoted}, which is none of the values known (${column.codes?.join(", ")}); ${sayCode(strict)}.`;
    case "CONTROL_CHARACTER":
      return `${name} has a control character in it (shown as \\t or its number, \\u{7f}); ask the sender to correct the file.`;
    default: {
      const isIso = column.format.kind === "datetime" && column.layout === isoLayout;
      const why = isIso ? sayNoIso(value) : null;
      return `${name} is ${quoted}, expected was ${expected}${why === null ? "" : ` (${why})`}; ask the sender to correct it.`;
    }
  }
}

function describe({ format, layout }: ColumnDefinition): string {
  switch (format.kind) {
    case "text":
      return `a text of up to ${counted(format.length, "character")}`;
    case "number": {
      const behind = format.decimals > 0 ? `, at most ${format.decimals} behind the point` : "";
      const sign = format.signed ? ", with or without a sign" : "";
      return `a number of up to ${format.digits} digits${behind}${sign}`;
    }
    case "date":
      return `a real day as ${layout}`;
    case "datetime":
      return layout === "iso"
        ? "a real day and time such as 2026-06-10T09:03:00Z"
        : `a real day and time as ${layout}`;
    case "time":
      return `a time of day as ${layout}`;
    case "boolean":
      return (layout ?? "").replace("/", " or ");
    case "any":
      return "any text";
  }
}
