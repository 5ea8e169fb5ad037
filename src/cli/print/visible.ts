/** Control characters, line and paragraph separators, and the marks that turn the writing direction. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Text from outside (a name, a value) as one line that a terminal only shows: what it would hide or
 * obey is written out, e.g. `\n` or `\u{1b}`. A backslash is doubled, so that different names never
 * look the same.
 */
export function visible(text: string): string {
  return oneLine(text.replaceAll("\\", "\\\\"));
}

/** The same for a sentence of our own, which may have such text written out in it already. */
export function oneLine(sentence: string): string {
  return sentence.replaceAll(hidden, (character) => named[character] ?? `\\u{${code(character)}}`);
}

function code(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
