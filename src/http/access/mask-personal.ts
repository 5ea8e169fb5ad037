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

/** What people write in their own words, where it stands beside who said it. */
const words: ReadonlySet<string> = new Set(["reason", "text"]);

/**
 * Numbers of metering points, meters, accounts and telephones within a sentence; first what is nobody's number though
 * many digits may follow each other in it: UUIDs, and hashes in hex, which have a letter somewhere.
 */
const nobodysOrLong =
  /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{16,128})\b|\d{9,}/g;

/** What stands in place of what is masked. */
export const masked = "[masked]";

/**
 * An answer for those who may not see what is said of persons, of the same shape. What an object says apart that it
 * quotes, a problem's `value` or a stuck thing's `quoted`, is masked in all its texts, however short it is.
 */
export function maskPersonal(value: unknown): unknown {
  return maskedWithin(value, []);
}

function maskedWithin(value: unknown, quotes: readonly string[]): unknown {
  if (typeof value === "string")
    return isMoment(value) ? value : maskedNumbers(withoutQuotes(value, quotes));
  if (Array.isArray(value)) return value.map((one) => maskedWithin(one, quotes));
  if (typeof value !== "object" || value === null) return value;
  const all = [...quotes, ...quotedBy(value)];
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedMember(value, name, inner, all)]),
  );
}

function quotedBy(of: object): string[] {
  const quoted = "quoted" in of && Array.isArray(of.quoted) ? of.quoted : [];
  const value = "value" in of && "message" in of ? [of.value] : [];
  const texts = [...quoted, ...value];
  return texts.filter((one): one is string => typeof one === "string" && one !== "");
}

/** A text without what it quotes: between quotation marks also the beginning of it, elsewhere as words of their own. */
function withoutQuotes(text: string, quotes: readonly string[]): string {
  let left = text;
  for (const quote of quotes) {
    const marked = left.replace(/"([^"]+)"/g, (all, inner: string) =>
      quote.startsWith(inner) ? `"${masked}"` : all,
    );
    left = marked === left ? withoutWord(left, quote) : marked;
  }
  return left;
}

function withoutWord(text: string, word: string): string {
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

function maskedNumbers(text: string): string {
  return text.replace(nobodysOrLong, (_, nobodys: string | undefined) => nobodys ?? masked);
}

/** A fraction of a second may have nine digits. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
}

function maskedMember(
  of: object,
  name: string,
  value: unknown,
  quotes: readonly string[],
): unknown {
  if (typeof value === "string") {
    if (own.has(name) || isCommandKey(of, name)) return value;
    if (words.has(name) && "actor" in of && of.actor !== null) return masked;
    return personal.has(name) ? masked : maskedWithin(value, quotes);
  }
  // A process's state is made of its data; the state of anything else is a word.
  if (name === "state" && typeof value === "object" && value !== null) return {};
  if (name === "saw" || name === "data") return {};
  if (name === "quoted" && Array.isArray(value)) return value.map(() => masked);
  return maskedWithin(value, quotes);
}

/** The key of a command names the command; the process has a key of its own beside. */
function isCommandKey(of: object, name: string): boolean {
  return name === "key" && "processKey" in of && "outcome" in of;
}
