import { RefusedError } from "../refusal/refused-error.ts";
import { type Noun, nouns } from "./nouns.ts";

/** A thing as people name it, the way the screens do: `file 12`, `process order/4711`. */
export interface Reference {
  readonly noun: Noun;
  /** Its number, or a process's key with or without its type. */
  readonly id: string;
}

/** Reads words as a reference, e.g. `file 12` or `file:12`; null when they are not one. */
export function referenceFrom(words: readonly string[]): Reference | null {
  const [, noun = "", id = ""] = /^([a-z]+)[ :#]+(.+)$/.exec(words.join(" ").trim()) ?? [];
  const known = nouns.find((one) => one === noun);
  if (known === undefined || (known !== "process" && !isNumber(id))) return null;
  return { noun: known, id };
}

/** Reads words as a reference, e.g. `file 12`; throws a `RefusedError` that says how to name things when they are not one. */
export function referenceOf(words: readonly string[]): Reference {
  const reference = referenceFrom(words);
  if (reference !== null) return reference;
  throw new RefusedError(
    "invalid",
    `"${words.join(" ")}" names nothing; name it as lists do, e.g. \`file 12\`, \`message 34\`, \`process order/4711\``,
  );
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}
