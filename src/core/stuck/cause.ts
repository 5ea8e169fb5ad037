import { hash } from "node:crypto";

/** Why things are stuck, distinguished by what went wrong and not by the values it went wrong with. */
export interface Cause {
  /** Short and always the same for the same cause, e.g. `3f9a1c`. */
  readonly id: string;
  /** The cause in words, e.g. `BAD_DATE in D0010, group 030, readingDateTime`. */
  readonly title: string;
}

/** Digits of an id: 16 million causes, and a person can type it. */
const idDigits = 6;

/** The cause with these words; what kind of thing is stuck belongs to it. */
export function causeOf(kind: string, title: string): Cause {
  return { id: hash("sha256", `${kind}\n${title}`, "hex").slice(0, idDigits), title };
}

/**
 * What an error's text comes to without its values: the first line, in which quoted text, identifiers (`REG-7f03`
 * from its first digit or hyphen on) and numbers are left out, and the function and file of the first line of its stack, if it has one. Line
 * numbers are left out too: they move with every change of a file.
 */
export function errorCause(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const frame = rest.map((line) => /^\s+at (.+)$/.exec(line)?.[1]).find((at) => at !== undefined);
  const what = withoutValues(first);
  return frame === undefined ? what : `${what}, at ${placeOf(frame)}`;
}

const values =
  /"[^"]*"|'[^']*'|`[^`]*`|\b[0-9a-f]{8}-[0-9a-f-]{27}\b|\b[0-9a-f]{16,}\b|(?:(?<=-)[0-9a-f]*)?\d[\w.,:/-]*/gi;

function withoutValues(text: string): string {
  return text.replaceAll(values, "…");
}

/** The title of the cause why processes of a type cannot be built. */
export function buildFailedTitle(type: string, error: string): string {
  return `${type}: ${errorCause(error)}`;
}

/** What is no value however it came into a text: numbers so short are counts and codes. */
const shortestValue = 5;

/**
 * The values that a text of process code has, as `errorCause` tells them from words: what is between quotation
 * marks, and numbers and identifiers. The longest first.
 */
export function valuesIn(text: string): string[] {
  const found = [...text.matchAll(values)].map(([value]) => {
    const inner = /^(["'`])(.*)\1$/.exec(value)?.[2];
    return inner ?? (value.length < shortestValue ? "" : value.replace(/[.,:/-]+$/, ""));
  });
  return [...new Set(found)].filter((one) => one !== "").toSorted((a, b) => b.length - a.length);
}

/** `fold (file:///srv/order/build.ts:12:5)` is `fold (build.ts)`. */
function placeOf(frame: string): string {
  const [, name, path = frame] = /^(?:async )?(.*?) ?\(?([^()\s]+)\)?$/.exec(frame) ?? [];
  const file = path.replace(/(:\d+)+$/, "").replace(/^.*[/\\]/, "");
  return name ? `${name} (${file})` : file;
}
