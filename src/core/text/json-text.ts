import { escapeHidden } from "./hidden-characters.ts";

/**
 * A value as JSON in which nothing is raw that a terminal obeys or hides. `indent` blanks a level lay
 * it out over several lines.
 */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).split("\n").map(escapedJson).join("\n");
}

/** JSON text on one line with such characters written as `\u009b`: it is the same JSON. */
export function escapedJson(json: string): string {
  return escapeHidden(json, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
