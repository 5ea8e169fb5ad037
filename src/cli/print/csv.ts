/**
 * A row of CSV for people: values with a comma, a quote or a line end in them are quoted, and a text that a
 * spreadsheet would take for a formula is made plain text by an apostrophe before it.
 */
export function csvRow(values: readonly (string | number | null)[]): string {
  return values.map(csvValue).join(",");
}

/** Begins what spreadsheets take for a formula; a signed number is none. */
const formula = /^[=+\-@\t\r]/;
const signedNumber = /^[+-]?\d+(\.\d+)?$/;

function csvValue(value: string | number | null): string {
  const said = String(value ?? "");
  const text = formula.test(said) && !signedNumber.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
