import type { ErasedValue } from "../../../formats/erase/erase-file.ts";
import { replacedLeaves, tombstoneOf } from "../../../formats/erase/leaves.ts";
import { nothingPersonal } from "../../../formats/erase/personal-fields.ts";
import { type PersonalField, tombstoneText } from "../../../formats/erase/tombstone.ts";
import { isReach, isSeveralWords, isWords, tellsAnywhere } from "./telling.ts";

/** Replaces values in texts. */
export interface Eraser {
  /** In a sentence about the person. */
  readonly text: (text: string) => string;
  /** In JSON data that was made of the person's files: values under their own names, else none that files keep. */
  readonly data: (json: string) => string;
  /** In what may be about anybody: where it names the subject, else only what tells somebody from all others. */
  readonly freeText: (text: string) => string;
  /** Whether something of the person is in bytes. */
  readonly isIn: (bytes: Uint8Array) => boolean;
  /** The field of which a text says the value, if it does so of any. */
  readonly saidIn: (text: string) => string | null;
  /** Whether a name of a file holds a value, whatever is between its words. */
  readonly isNamedIn: (fileName: string) => boolean;
}

/** A text so long tells somebody from others where it is about them. */
const tellingLength = 4;
/** A text so long in a reason is no chance. */
const leastSaid = 3;

/**
 * Replaces values; `keys` are what the subject goes by, and stay. `unmarked`: what files keep that say something of
 * the person, in fields that are not marked.
 */
export function eraserOf(
  values: readonly ErasedValue[],
  keys: readonly string[],
  unmarked: readonly string[] = [],
): Eraser {
  const open = values.filter(
    ({ from, field }) => !keys.includes(from) && tombstoneText(from, field) !== from,
  );
  const telling = open.filter((one) => {
    const isText = one.field.kind === "text" && one.field.codes === null;
    return isText && one.from.trim().length >= tellingLength && (isWords(one) || isReach(one));
  });
  const own = replacing(open, telling);
  const others = replacing([], open.filter(tellsAnywhere));
  const names = keys.map(
    (key) =>
      new RegExp(
        `(?<![\\p{L}\\p{N}_-])${RegExp.escape(key)}(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`,
        "u",
      ),
  );
  return {
    text: own,
    data: dataEraser(open, unmarked),
    freeText: (text) => (names.some((name) => name.test(text)) ? own(text) : others(text)),
    isIn: (bytes) => {
      const text = Buffer.from(bytes).toString("utf8");
      return telling.some(({ from }) => text.includes(from));
    },
    saidIn: (text) => {
      const said = plainWords(text);
      const found = open.find((one) => isSaidIn(one, said));
      return found?.name ?? null;
    },
    isNamedIn: (fileName) => {
      const said = plainWords(fileName);
      return open.some((one) => isSaidIn(one, said));
    },
  };
}

function isSaidIn(value: ErasedValue, said: string): boolean {
  if (!(isWords(value) || isReach(value)) || value.from.trim().length < leastSaid) return false;
  const words = plainWords(value.from);
  return words !== " " && said.includes(words);
}

/** The words of a text with blanks about each, whatever their case and what is between them. */
function plainWords(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `.replace(/^ {2}$/, " ");
}

function dataEraser(
  open: readonly ErasedValue[],
  unmarked: readonly string[],
): (json: string) => string {
  const named = new Map<string, Map<string, PersonalField>>();
  for (const { name, from, field } of open) {
    const fields = named.get(name) ?? new Map<string, PersonalField>();
    named.set(name, fields.set(from, field));
  }
  // What is in a field that is not marked stays in the bytes, and whoever reads them again gets it again.
  const isGone = ({ from }: ErasedValue) => !unmarked.some((text) => text.includes(from));
  const free = replacing(
    [],
    open.filter((one) => (isSeveralWords(one) || isReach(one)) && isGone(one)),
  );
  const repeated = new Map(
    open.filter((one) => isWords(one) && isGone(one)).map(({ from, field }) => [from, field]),
  );
  return (json) =>
    replacedLeaves(json, nothingPersonal, ({ name, value, repeats }) => {
      const text = String(value);
      const field = named.get(name)?.get(text) ?? (repeats ? repeated.get(text) : undefined);
      if (field !== undefined) return tombstoneOf(value, field);
      return typeof value === "string" ? free(value) : value;
    });
}

/** Texts as they are in JSON too, once more within a text of JSON. */
function spellings(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1);
  return [...new Set([text, once, JSON.stringify(once).slice(1, -1)])];
}

function replacing(
  named: readonly ErasedValue[],
  anywhere: readonly ErasedValue[],
): (text: string) => string {
  const replaced = new Map<string, string>();
  for (const { name, from, field } of named) {
    const key = JSON.stringify(name);
    const to = tombstoneText(from, field);
    replaced.set(`${key}:${JSON.stringify(from)}`, `${key}:${JSON.stringify(to)}`);
    if (field.kind === "digits") replaced.set(`${key}:${from}`, `${key}:${to}`);
  }
  const free = new Map<string, string>();
  for (const { from, field } of anywhere) {
    const to = spellings(tombstoneText(from, field));
    for (const [at, one] of spellings(from).entries()) free.set(one, to[at] ?? to[0] ?? "");
  }
  const patterns = [
    ...[...byLength(replaced)].map((one) => RegExp.escape(one)),
    ...[...byLength(free)].map(
      (one) => `(?<![\\p{L}\\p{N}])${RegExp.escape(one)}(?![\\p{L}\\p{N}]|":)`,
    ),
  ];
  if (patterns.length === 0) return (text) => text;
  const pattern = new RegExp(patterns.join("|"), "gu");
  return (text) => text.replace(pattern, (one) => replaced.get(one) ?? free.get(one) ?? one);
}

/** The longest first: a name before a part of it. */
function byLength(of: ReadonlyMap<string, string>): string[] {
  return [...of.keys()].toSorted((one, other) => other.length - one.length);
}
