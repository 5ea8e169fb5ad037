import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
import { isoZone, type WrittenZone } from "../text-time.ts";
import { type JsonView, textFrom, textsAt } from "./json-path.ts";
import { headerOf } from "./undescribed.ts";

/** The name under which a message's data has them. */
export const knownName = "$known";

/** Values by the names of the definition, each a text or a list of texts. */
export type KnownValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * What is known of an event however it was sent: the correlators and codes that its definition names, and
 * `sentAt` with `sentAtZone`, which says whether the time was written with `Z`, an offset or neither.
 */
export function knownValues(definition: JsonEventDefinition, view: JsonView): KnownValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const { name, paths, list } of allKnown(definition)) {
    const texts = textsAt(view, paths);
    const [first] = texts;
    if (first === undefined) continue;
    values[name] = list ? texts.flatMap(listed) : first;
  }
  return { ...values, ...sentValues(textFrom(view, definition.created)) };
}

/** What a definition takes from its events, and what their header has besides. */
export function allKnown(definition: JsonEventDefinition): JsonEventDefinition["known"] {
  const own = new Set(definition.known.map(({ name }) => name));
  const header = headerOf(definition).known.filter(({ name }) => !own.has(name));
  return [...definition.known, ...header];
}

/** When it was sent, where that is a time. */
export function sentValues(sentAt: string | null): KnownValues {
  const zone = sentAt === null ? null : writtenZone(sentAt);
  return sentAt === null || zone === null ? {} : { sentAt, sentAtZone: zone };
}

/** A text such as `[A,B]` is a list that was sent as text. */
export function listed(text: string): string[] {
  const inside = /^\[(.*)\]$/s.exec(text)?.[1];
  if (inside === undefined) return [text];
  return inside
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** The zone of a date-time, or of a day, which is a local one; null when the text is neither. */
export function writtenZone(text: string): WrittenZone | null {
  return isoZone(text) ?? isoZone(`${text}T00:00`);
}
