/** A row of CSV: values with a comma, a quote or a line end in them are quoted. */
export function csvRow(values: readonly (string | number | null)[]): string {
  return values.map((value) => csvValue(String(value ?? ""))).join(",");
}

function csvValue(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
