/** What the built-in parser and writer can do with the text of numbers; the compiler's library has no types for it yet. */
const json = JSON as unknown as {
  parse(
    text: string,
    revive: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  /** Something that `JSON.stringify` writes as this text. */
  rawJSON(text: string): object;
};

/**
 * Parses JSON whose numbers are only to be written again: each is something that `JSON.stringify` writes
 * with the digits it had, where a number would be rounded (12345678901234567890) or cut (1.0).
 */
export function parseKeepingNumbers(text: string): unknown {
  return json.parse(text, (_, value, { source }) =>
    typeof value === "number" && source !== undefined ? json.rawJSON(source) : value,
  );
}

/**
 * Whether a number of a document stands for the one that was read. `1.0` is `1`, and what a program
 * that holds numbers as doubles makes of the one that was read is no change that anybody meant.
 */
export function isSameNumber(read: string, wanted: string): boolean {
  if (read === wanted) return true;
  const value = exactly(wanted);
  return value === exactly(read) || value === exactly(String(Number(read)));
}

const written = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A text that all ways of writing a number have in common, e.g. `15e-1` for 1.50; the text itself where it is no number. */
function exactly(text: string): string {
  const match = written.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", behind = "", power = "0"] = match;
  const digits = (whole + behind).replace(/^0+/, "");
  const short = digits.replace(/0+$/, "");
  if (short === "") return "0";
  return `${sign}${short}e${BigInt(power) - BigInt(behind.length - (digits.length - short.length))}`;
}
