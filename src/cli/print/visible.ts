import { escapeForPeople, escapeHidden } from "../../core/text/hidden-characters.ts";

/**
 * Text from outside (a name, a value) as one line that a terminal only shows: what it would hide or
 * obey is written out, e.g. `\n` or `\u{1b}`. A backslash is doubled, so that different names never
 * look the same.
 */
export function visible(text: string): string {
  return oneLine(text.replaceAll("\\", "\\\\"));
}

/** A sentence of our own on one line, with hidden characters shown; text in it may be written out already. */
export function oneLine(sentence: string): string {
  return escapeHidden(sentence, escapeForPeople);
}
