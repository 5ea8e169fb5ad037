import type { DataValue, GroupData } from "../core/file/document.ts";

/** One line of a file that its messages do not tell, or that looked unlike the others. */
export interface OddLine {
  /** Its text where it is not what a writer would make of its values; null when only its end differs. */
  readonly text: string | null;
  /** What ended it; null for what ends the others. */
  readonly end: string | null;
  /** Stands for nothing in a message: a blank line, a group that no message is below, a row that could not be read. */
  readonly alone: boolean;
}

/** What is said of a line that has more than its data. */
export const sayBeyond =
  "The line was read with more fields than it may have, which no data holds; leave it out of the layout to write it without them.";

/** Names that line ends have in a layout. */
const ends: Readonly<Record<string, string>> = { LF: "\n", CRLF: "\r\n", CR: "\r", none: "" };

/** What a layout calls a line end. */
export function endName(end: string): string {
  return Object.entries(ends).find(([, characters]) => characters === end)?.[0] ?? "LF";
}

/** The line end that a layout's name stands for; null when it is none. */
export function endNamed(name: DataValue | undefined): string | null {
  return typeof name === "string" ? (ends[name] ?? null) : null;
}

/** Odd lines, by line number, as a layout has them. */
export function oddLinesData(lines: ReadonlyMap<number, OddLine>): readonly GroupData[] {
  return [...lines].map(([line, { text, end, alone }]) => ({
    line: String(line),
    ...(text !== null && { text }),
    ...(end !== null && { end: endName(end) }),
    ...(alone && { alone: "yes" }),
  }));
}

/** Reads them back; what is not in shape is left out. */
export function oddLinesOf(value: DataValue | undefined): ReadonlyMap<number, OddLine> {
  if (!Array.isArray(value)) return none;
  return new Map(value.flatMap(oddLineOf));
}

const none: ReadonlyMap<number, OddLine> = new Map();

// Whoever made the layout need not have kept to its type.
function oddLineOf(value: unknown): (readonly [number, OddLine])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const data = value as GroupData;
  const line = Number(textOf(data["line"]));
  if (!Number.isInteger(line) || line < 1) return [];
  const end = endNamed(data["end"]);
  return [[line, { text: textOf(data["text"]), end, alone: data["alone"] === "yes" }]];
}

function textOf(value: DataValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
