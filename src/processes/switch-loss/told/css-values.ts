import { isGroup } from "../../../core/file/document.ts";

/**
 * A value of a message of the switching service: under `known`, where the flow's definition says so whatever
 * the message looks like, else under its own name in the message or its `data`; null when it is nowhere.
 */
export function saidIn(message: object, known: string, ...names: readonly string[]): string | null {
  for (const name of [known, ...names])
    for (const place of [member(message, "$known"), member(message, "data"), message]) {
      const value = member(place, name);
      if (typeof value === "string" && value !== "") return value;
      if (typeof value === "boolean") return String(value);
    }
  return null;
}

/** A value of a message of the switching service as true or false; null when it is nowhere. */
export function isSaidIn(message: object, known: string): boolean | null {
  const text = saidIn(message, known)?.toLowerCase();
  return text === undefined ? null : text === "true";
}

function member(of: unknown, name: string): unknown {
  return isGroup(of) && Object.hasOwn(of, name) ? of[name] : undefined;
}
