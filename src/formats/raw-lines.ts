const mark = "\xef\xbb\xbf";

/** A line as it is in a file. */
export interface RawLine {
  readonly text: string;
  /** What ends it: a newline, with or without a carriage return, or nothing at the end of the file. */
  readonly end: string;
}

/** A file cut into its lines; the mark before the first is left out. */
export function rawLines(text: string): {
  readonly lines: readonly RawLine[];
  readonly byteOrderMark: boolean;
} {
  const byteOrderMark = text.startsWith(mark);
  const lines: RawLine[] = [];
  for (let at = byteOrderMark ? mark.length : 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    let to = newline < 0 ? next : newline;
    if (text[to - 1] === "\r" && to > at) to -= 1;
    lines.push({ text: text.slice(at, to), end: text.slice(to, next) });
    at = next;
  }
  return { lines, byteOrderMark };
}

/** What occurs most often; null of nothing. */
export function most<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  let found: T | null = null;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (found === null || count > (counts.get(found) ?? 0)) found = value;
  }
  return found;
}
