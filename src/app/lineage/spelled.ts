import { hasRightCheckDigit } from "../../catalogue/mpan.ts";

/** One way to read a text that somebody looks for, with what was done to it in words. */
export interface Spelling {
  readonly text: string;
  /** Null: as it was typed. */
  readonly changed: string | null;
}

/** How a text may be meant: as it was typed, then without the blanks that people put into numbers, then in capitals. */
export function spellingsOf(typed: string): readonly Spelling[] {
  const text = typed.trim();
  const closed = text.replaceAll(/[\s\u00a0-]+/g, "");
  const all: readonly Spelling[] = [
    { text, changed: null },
    ...(/^\d+$/.test(closed) ? [{ text: closed, changed: "without blanks and dashes" }] : []),
    { text: text.toUpperCase(), changed: "in capitals" },
  ];
  return all.filter(({ text: one }, at) => all.findIndex((other) => other.text === one) === at);
}

/** What a text looks like, in words; null when it looks like nothing in particular. */
export function looksLike(text: string): string | null {
  if (/^\d{13}$/.test(text))
    return hasRightCheckDigit(text)
      ? "an MPAN core"
      : "an MPAN core, but for its check digit, which is wrong";
  if (/^\d{21}$/.test(text)) return "a whole MPAN; its core is the last 13 digits";
  if (/^[1-9]\d{5,9}$/.test(text)) return "an MPRN, if it is one of a gas meter point";
  return null;
}
