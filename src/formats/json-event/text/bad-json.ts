import { printable } from "../../printable.ts";
import { sayForeign } from "./say-wrong.ts";
import { TextLines } from "./text-lines.ts";

/** Where a text that is no JSON begins in its file; lines and columns are counted from 1. */
export interface JsonTextPlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place of a file that is no JSON. */
export interface BadJson {
  readonly line: number;
  /** The characters that are there. */
  readonly found: string;
  readonly sentence: string;
}

/** Says where a text breaks the grammar of JSON: `at` is a character of it, `expected` what should be there. */
export function badJson(
  text: string,
  { at, expected }: { readonly at: number; readonly expected: string },
  begins: JsonTextPlace = { line: 1, column: 1 },
): BadJson {
  const own = new TextLines(text).placeOf(at);
  const line = begins.line + own.line - 1;
  const column = own.line === 1 ? begins.column + own.column - 1 : own.column;
  const found = text.slice(at, at + 20);
  const what = found === "" ? "the file ends" : `is "${printable(found)}"`;
  const foreign = sayForeign(text, at);
  const more = foreign === null ? "" : `: that is ${foreign}`;
  const remedy =
    foreign === null
      ? "ask the sender for the file again"
      : "ask the sender to correct it, for the same file sent again is no better";
  const sentence = `At line ${line}, column ${column} ${what} where ${expected} was expected${more}; ${remedy}.`;
  return { line, found, sentence };
}
