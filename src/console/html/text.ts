import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { escapeForPeople, escapeHidden } from "../../core/text/hidden-characters.ts";

/** A piece of a page, escaped: a template whose parts may still be awaited. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * Text of others, as people are to see it: what is hidden, or changes the direction of writing, is written
 * out, so that no name and no value shows as another.
 */
export function shown(text: string | number | null | undefined): string {
  if (text === null || text === undefined) return "";
  return escapeHidden(String(text), escapeForPeople);
}

/** Nothing at all, where a piece of a page may be missing. */
export const noHtml: Html = html``;

/** A piece of a page where a condition holds. */
export function when(condition: boolean, piece: () => Html): Html {
  return condition ? piece() : noHtml;
}

/**
 * A value as JSON that people may change and send back: what would be hidden in it is written as JSON writes
 * characters by their numbers.
 */
export function editableJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 1).split("\n");
  return lines.map((line) => escapeHidden(line, byItsNumber)).join("\n");
}

function byItsNumber(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
