import { escapeForPeople, escapeHidden } from "../core/text/hidden-characters.ts";

/** Most characters of a found value that a problem quotes. */
const longest = 80;

/** Text made safe to show: at most 80 characters, with what a terminal obeys or hides written as `\u{1b}`. */
export function printable(text: string): string {
  return escapeHidden(text.slice(0, longest), escapeForPeople).slice(0, longest);
}
