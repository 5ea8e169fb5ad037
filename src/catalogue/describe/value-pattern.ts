import type { FieldFormat } from "../definition.ts";

/**
 * A regular expression for the values a format allows, as a reader checks them. Without look-ahead, so
 * that it works in every language's engine; what it cannot say is that a day is a real one (30 February).
 * `delimiter` is the character that would end a field and so is in no text; null where quotes keep it.
 */
export function valuePattern(format: FieldFormat, delimiter: string | null = "|"): string {
  switch (format.kind) {
    case "number":
      return numberPattern(format.digits, format.decimals, format.signed);
    case "date":
      return `^${day}$`;
    case "datetime":
      return `^${day}${timeOfDay}$`;
    case "time":
      return `^${timeOfDay}$`;
    case "boolean":
      return "^[TF]$";
    default:
      return `^[^${delimiter ?? ""}\\u0000-\\u001f\\u007f]*$`;
  }
}

const day = "(?:19[5-9]|20\\d|21\\d)\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
const timeOfDay = "(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d";

/** At most `digits` in all, at most `decimals` behind the point: one way for each number of decimals. */
function numberPattern(digits: number, decimals: number, signed: boolean): string {
  const ways = [`\\d{1,${digits}}`];
  for (let behind = 1; behind <= Math.min(decimals, digits); behind += 1)
    ways.push(`\\d{0,${digits - behind}}\\.\\d{${behind}}`);
  return `^${signed ? "[+-]?" : ""}(?:${ways.join("|")})$`;
}
