import type { Field } from "./fields.ts";

/** How the rows of a file look where their values leave a choice. */
export interface RowStyle {
  readonly delimiter: string;
  readonly lineEnd: string;
  /** Positions whose values are quoted though they need not be. */
  readonly quoted: ReadonlySet<number>;
}

/** Whether a value must be in quotes to be read back as it is. */
export function needsQuotes(text: string, delimiter: string, columns: number): boolean {
  if (text === "") return columns === 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22 || code === 0x0a || code === 0x0d) return true;
  }
  return text.includes(delimiter);
}

/** Positions that a row quotes without need. */
export function quotedWithoutNeed(fields: readonly Field[], delimiter: string): Set<number> {
  const positions = fields.flatMap(({ text, quoted }, position) =>
    quoted && !needsQuotes(text, delimiter, fields.length) ? [position] : [],
  );
  return new Set(positions);
}

/** Positions that are quoted in the style. */
export function quotedIn(style: RowStyle, values: readonly string[]): number[] {
  return values.flatMap((text, position) =>
    style.quoted.has(position) || needsQuotes(text, style.delimiter, values.length)
      ? [position]
      : [],
  );
}

/** The positions a row quotes, where they are not those of the style, as text such as `0 3`; null otherwise. */
export function oddQuotes(style: RowStyle, fields: readonly Field[]): string | null {
  if (fields.every((field, position) => isUsual(style, field, position, fields.length)))
    return null;
  return fields.flatMap(({ quoted }, position) => (quoted ? [position] : [])).join(" ");
}

function isUsual(
  { delimiter, quoted }: RowStyle,
  field: Field,
  position: number,
  columns: number,
): boolean {
  return field.quoted === (quoted.has(position) || needsQuotes(field.text, delimiter, columns));
}

/** The text of a row with these positions in quotes. */
export function rowText(
  values: readonly string[],
  quoted: readonly number[],
  delimiter: string,
): string {
  const inQuotes = new Set(quoted);
  return values
    .map((text, position) => (inQuotes.has(position) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(delimiter);
}
