/** What people write that JSON does not have, as it is at a place of a text. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^(?:\/\/|\/\*|#)/, "a comment, and JSON has none"],
  [/^-?(?:NaN|Infinity|inf)\b/i, "no number that JSON has: it has neither NaN nor Infinity"],
  [/^(?:None|True|False|undefined)\b/, "a word of another language: JSON has null, true and false"],
  [/^'/, "a single quote, and JSON has double quotes alone"],
];

/** What is wrong at a place of a text that is no JSON, as the end of a sentence; null where nothing more is known. */
export function sayForeign(text: string, at: number): string | null {
  const here = text.slice(at, at + 20);
  const found = foreign.find(([pattern]) => pattern.test(here));
  if (found !== undefined) return found[1];
  return /^[}\]]/.test(here) && /,\s*$/.test(text.slice(Math.max(0, at - 200), at))
    ? "behind a comma, and JSON has none after the last member"
    : null;
}
