import type { Look } from "../check/look.ts";
import { splitQuoted } from "../read/lines/split-quoted.ts";
import type { LineStyle } from "./line-writer.ts";

/** Whether the value at a position of a record is in quotes where nothing else is known. */
export type QuoteRule = (code: string, position: number, value: string) => boolean;

/** Lines without quotes. */
export function plainStyle(delimiter: number): LineStyle {
  const between = String.fromCharCode(delimiter);
  return {
    delimiter,
    split: (line) => line.split(between),
  };
}

/** Lines whose fields may be in quotes: as they were where a look tells, else as the rule says. */
export function quotedStyle(look: Look, delimiter: string, rule: QuoteRule): LineStyle {
  const isQuoted = (code: string, position: number, value: string): boolean => {
    if (value.includes('"') || value.includes(delimiter)) return true;
    const pattern = look.quotes.get(code)?.[position];
    if (pattern === undefined) return rule(code, position, value);
    return pattern === "Q" || (pattern === "q" && value !== "");
  };
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: (code, position, value) =>
      isQuoted(code, position, value) ? `"${value.replaceAll('"', '""')}"` : value,
    split: (line) => splitQuoted(line, delimiter).fields,
  };
}
