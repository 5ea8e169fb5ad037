/**
 * What a terminal obeys, hides or shows as something else: control characters, invisible ones, marks of
 * writing direction, separators of lines, halves of characters, and blanks that are no plain space.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** Most text has nothing of the kind, which this tells faster. */
const plain = /^[\x20-\x7e]*$/;

/**
 * The text with every such character written as `escaped` says: the one table for all that Busbar prints,
 * logs or writes beside a file.
 */
export function escapeHidden(text: string, escaped: (character: string) => string): string {
  return plain.test(text) ? text : text.replaceAll(hidden, escaped);
}

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Such a character in text for people: `\n`, `\u{1b}`. */
export function escapeForPeople(character: string): string {
  return named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
