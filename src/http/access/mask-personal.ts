import { valuesIn } from "../../core/stuck/cause.ts";
import { masked, maskedReaches } from "../../core/text/mask-numbers.ts";
import { printable } from "../../formats/printable.ts";
import type { Who } from "./who.ts";

/** What is said of persons: keys of processes are metering points and accounts, data is what was sent about them. */
const personal: ReadonlySet<string> = new Set([
  "data",
  "from",
  "key",
  "line",
  "processKey",
  "saw",
  "subject",
  "subjectKey",
  "subjects",
  "value",
]);

/** Names by which Busbar itself calls something: masked, they could not be asked for or given back. */
const own: ReadonlySet<string> = new Set([
  "cause",
  "hash",
  "id",
  "idempotencyKey",
  "request",
  "requestId",
  "set",
]);

/** What people write in their own words, where it is beside who said it. */
const words: ReadonlySet<string> = new Set(["reason", "text"]);

/** What the texts of an object and all within it are said without. */
interface Quotes {
  /** What the object says apart that it quotes: masked wherever it is. */
  readonly apart: readonly string[];
  /** What is masked in it by its name: masked within sentences too, for a word of its own may be a state. */
  readonly masked: readonly string[];
}

/**
 * An answer for those who may not see what is said of persons, of the same shape. What an object says apart that it
 * quotes, a problem's `value` or the `quoted` of a stuck thing or a story, is masked in all its texts, however short
 * it is; so is, within its sentences, whatever of it is masked by name, such as its key.
 */
export function maskPersonal(value: unknown): unknown {
  return maskedWithin(value, { apart: [], masked: [] });
}

function maskedWithin(value: unknown, quotes: Quotes): unknown {
  if (typeof value === "string") return isMoment(value) ? value : maskedText(value, quotes);
  if (Array.isArray(value)) return value.map((one) => maskedWithin(one, quotes));
  if (typeof value !== "object" || value === null) return value;
  const all = {
    apart: longestFirst([...quotes.apart, ...quotedBy(value)]),
    masked: longestFirst([...quotes.masked, ...maskedOf(value)]),
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedMember(value, name, inner, all)]),
  );
}

function maskedText(text: string, quotes: Quotes): string {
  const within = text.includes(" ") ? quotes.masked : [];
  return maskedReaches(within.reduce(withoutWord, quotes.apart.reduce(withoutQuote, text)));
}

function quotedBy(of: object): string[] {
  const quoted = "quoted" in of && Array.isArray(of.quoted) ? of.quoted : [];
  const value = "value" in of && "message" in of ? [of.value] : [];
  const texts = [...quoted, ...value];
  return texts.filter((one): one is string => typeof one === "string" && one !== "");
}

/** The texts that an object has under names that are masked, and those people wrote. */
function maskedOf(of: object): string[] {
  return Object.entries(of).flatMap(([name, value]) => {
    const isWords = words.has(name) && isSaidBySomebody(of);
    if (isWords || isMaskedWhole(of, name)) return typeof value === "string" ? textsIn(value) : [];
    return name === "saw" || name === "data" ? textsIn(value) : [];
  });
}

/** Whether a text under this name is masked; a problem's value is what the problem quotes. */
function isMaskedWhole(of: object, name: string): boolean {
  return personal.has(name) && !isCommandKey(of, name) && !(name === "value" && "message" in of);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value, ...textsIn(objectFrom(value))];
  if (typeof value !== "object" || value === null) return [];
  // Shorter ones are codes and yes or no, which sentences are full of.
  return Object.values(value)
    .flatMap(textsIn)
    .filter((text) => text.length > shortestWithin);
}

const shortestWithin = 3;

/** What a text is the JSON of, as the data of commands is; null where it is of no object. */
function objectFrom(text: string): unknown {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The longest first, so that what another begins with does not leave its end. */
function longestFirst(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted((a, b) => b.length - a.length);
}

/** A text without what it quotes: as words of their own, and between quotation marks also the beginning of it. */
function withoutQuote(text: string, quote: string): string {
  const printed = printable(quote);
  const isBeginning = (inner: string) =>
    [quote, printed].some((whole) => whole.startsWith(inner.replace(/…$/, "")));
  const withoutMarked = (of: string) =>
    of.replace(/"([^"]+)"/g, (all, inner: string) => (isBeginning(inner) ? `"${masked}"` : all));
  // So short a number may be that of a line; where it is quoted, that is what is meant.
  if (/^\d{1,4}$/.test(quote) && withoutMarked(text) !== text) return withoutMarked(text);
  return withoutMarked(withoutWord(withoutWord(text, quote), printed));
}

function withoutWord(text: string, word: string): string {
  if (!text.includes(word)) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, "gu");
  return text.replace(pattern, masked);
}

/** What somebody may see of an answer: what is said of persons is a right of its own. */
export function shownTo<Answer>(
  { personal: mayAll }: Pick<Who, "personal">,
  answer: Answer,
): Answer {
  // The masked answer has the same shape.
  return mayAll ? answer : (maskPersonal(answer) as Answer);
}

/** A fraction of a second may have nine digits. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
}

function maskedMember(of: object, name: string, value: unknown, quotes: Quotes): unknown {
  if (typeof value === "string") {
    if (name === "message" && isCommand(of)) return masked;
    if (isOfProcess(of, name)) return maskedText(value, withValuesOf(quotes, value));
    if (own.has(name) || isCommandKey(of, name)) return value;
    if (words.has(name) && isSaidBySomebody(of)) return masked;
    return personal.has(name) ? masked : maskedWithin(value, quotes);
  }
  // The message of an error that process code threw is in its stack once more.
  if (name === "error" && typeof value === "object" && value !== null && "message" in value)
    return maskedWithin(value, withValuesOf(quotes, String(value.message)));
  // A process's state is made of its data; the state of anything else is a word.
  if (name === "state" && typeof value === "object" && value !== null) return {};
  if (name === "saw" || name === "data") return {};
  if (name === "quoted" && Array.isArray(value)) return value.map(() => masked);
  return maskedWithin(value, quotes);
}

function withValuesOf(quotes: Quotes, text: string): Quotes {
  return { ...quotes, apart: longestFirst([...quotes.apart, ...valuesIn(text)]) };
}

/** What became of a command, kept or not; its message is its process's, which may say anything of its state. */
function isCommand(of: object): boolean {
  return "outcome" in of && "kept" in of;
}

/** Why an action or a build failed, in the words of process code: its values are masked, as causes leave them out. */
function isOfProcess(of: object, name: string): boolean {
  if (name === "error") return true;
  return name === "reason" && ("nth" in of || "attempt" in of);
}

function isSaidBySomebody(of: object): boolean {
  return "actor" in of && of.actor !== null;
}

/** The key of a command names the command; the process has a key of its own beside. */
function isCommandKey(of: object, name: string): boolean {
  return name === "key" && "processKey" in of && "outcome" in of;
}
