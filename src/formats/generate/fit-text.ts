import type { JsonFieldDefinition } from "../../catalogue/json-event-definition.ts";
import { patternText } from "./pattern-text.ts";
import type { Random } from "./value/random.ts";

type Form = Pick<JsonFieldDefinition, "pattern" | "length" | "type">;

/** The text where it has the form that a member is to have, else another of that form. */
export function fitText(text: string, form: Form, random: Random): string {
  if (form.type === "datetime") return fitTime(text, form);
  if (isFit(text, form)) return text;
  if (form.pattern === null) return fitLength(text, form, random);
  // Where length and pattern are at odds, there is no right one.
  const made = patternText(form.pattern, random) ?? text;
  return made;
}

function isFit(text: string, { pattern, length }: Form): boolean {
  const [least, most] = length ?? [null, null];
  if (text.length < (least ?? 0) || text.length > (most ?? text.length)) return false;
  return pattern === null || new RegExp(pattern, "u").test(text);
}

function fitLength(text: string, { length }: Form, random: Random): string {
  const [least, most] = length ?? [null, null];
  if (text.length < (least ?? 0)) return text + random.digits((least ?? 0) - text.length);
  return text
    .slice(0, most ?? text.length)
    .trimEnd()
    .padEnd(least ?? 0, "0");
}

/** `2026-06-10T09:03:00Z`, at the midnight or with the offset that is wanted. */
function fitTime(text: string, form: Form): string {
  const offset = text.replace(/Z$/, "+00:00");
  const midnight = text.replace(/T.*$/, "T00:00:00Z");
  const offsetMidnight = midnight.replace(/Z$/, "+00:00");
  return [text, offset, midnight, offsetMidnight].find((one) => isFit(one, form)) ?? text;
}
