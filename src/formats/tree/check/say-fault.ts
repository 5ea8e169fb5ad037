import type { FieldDefinition, FieldFormat } from "../../../catalogue/definition.ts";
import { sayIdentifier } from "../../../catalogue/identifier.ts";
import type { SubjectKind } from "../../../core/file/document.ts";
import { printable } from "../../printable.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { sayCode } from "../../strict-codes.ts";

/** A format in words, e.g. `a number of up to 9 digits, 1 of them behind the point`. */
function describeFormat(format: FieldFormat): string {
  switch (format.kind) {
    case "text":
      return `a text of up to ${format.length} ${format.length === 1 ? "character" : "characters"}`;
    case "number": {
      const { digits, decimals, signed } = format;
      const behind = decimals > 0 ? `, at most ${decimals} of them behind the point` : "";
      return `a number of up to ${digits} ${digits === 1 ? "digit" : "digits"}${behind}${signed ? ", with or without a sign" : ""}`;
    }
    case "date":
      return "a real day from 1950 to 2199 as ccyymmdd";
    case "datetime":
      return "a real day and time as ccyymmddhhmmss";
    case "time":
      return "a time of day as hhmmss";
    case "boolean":
      return "T or F";
    case "any":
      return "any text";
  }
}

/** The sentence about what is wrong with the value of a field. `strict`: a code that is not listed is an error. */
export function sayFault(
  code: ProblemCode,
  field: FieldDefinition,
  value: string,
  strict: boolean,
  subject: SubjectKind | null,
): string {
  const name = `${field.name}${field.item === null ? "" : ` (${field.item})`}`;
  const quoted = `"${printable(value)}"`;
  switch (code) {
    case "MISSING_VALUE":
      return `${name} is empty and must have a value: ${describeFormat(field.format)}; ask the sender for it.`;
    case "UNUSED_FILLED":
      return `${name} is ${quoted} where the catalogue says it is always empty; it is kept, ask the sender what is meant.`;
    case "MPAN_CHECK_DIGIT":
      return `${name} ${quoted} is not 13 digits with the right check digit at the end; look whether it is mistyped.`;
    case "SPOILT_IDENTIFIER":
    case "NO_METER_POINT":
    case "SUBJECT_CHECK_DIGIT":
      return `${name} ${quoted} ${sayIdentifier(code, subject)}.`;
    case "UNLISTED_CODE":
      return `${name} is ${quoted}, which is not among the codes the catalogue lists; ${sayCode(strict)}.`;
    case "INFERRED_FORMAT":
      return `${name} is ${quoted}, expected was ${describeFormat(field.format)}, which is inferred from a like item; accepted unchanged.`;
    default:
      return `${name} is ${quoted}, expected was ${describeFormat(field.format)}; ask the sender to correct it.`;
  }
}
