import type { Catalogue } from "../../../catalogue/definition.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import type { ErasedValue } from "../../../formats/erase/erase-file.ts";
import { leavesOf } from "../../../formats/erase/leaves.ts";
import { type PersonalFields, personalFields } from "../../../formats/erase/personal-fields.ts";
import { type PersonalField, tombstoneText } from "../../../formats/erase/tombstone.ts";
import type { OwnData } from "../../../store/port/erasure-store.ts";

const plainText: PersonalField = { kind: "text", codes: null };

/** All of an e-mail is said to a person. */
const emailFields: PersonalFields = new Map(
  ["to", "subject", "text", "html"].map((name) => [name, plainText]),
);

const address = /[^\s<>,;"]+@[^\s<>,;"]+/g;

/** What the rows about a subject say of the person: by what is marked in the catalogue and in schemas of processes. */
export function valuesOfRows(
  own: readonly OwnData[],
  catalogue: Catalogue,
  definitions: ReadonlyMap<string, ProcessDefinition>,
): ErasedValue[] {
  const known = new Map<string, PersonalFields>();
  const ofFlow = (name: string): PersonalFields => {
    const fields = known.get(name) ?? flowFields(catalogue, name);
    known.set(name, fields);
    return fields;
  };
  const values = own.flatMap((row) => valuesIn(row, rowFields(row, definitions, ofFlow)));
  // What its messages call personal is so in its events and commands as well.
  const all: PersonalFields = new Map([...known.values()].flatMap((fields) => [...fields]));
  const others = own.filter(({ of }) => of === "event" || of === "command");
  return [...values, ...others.flatMap((row) => valuesIn(row, all))];
}

function rowFields(
  { of, processType, name }: OwnData,
  definitions: ReadonlyMap<string, ProcessDefinition>,
  ofFlow: (name: string) => PersonalFields,
): PersonalFields {
  if (name === null) return emailFields;
  if (of === "message" || of === "outbound") return ofFlow(name);
  const definition = definitions.get(processType);
  const names =
    of === "event" ? definition?.personalIn(name) : definition?.commands.get(name)?.personal();
  return new Map([...(names ?? [])].map((one) => [one, plainText]));
}

/** Of a flow with its version behind a blank, or right behind it, or with none. */
function flowFields(catalogue: Catalogue, name: string): PersonalFields {
  const [flow = "", version = null] = name.split(" ");
  const fields = personalFields(catalogue, flow, version || null);
  const [, bare, number] = /^(.+)(\d{3})$/.exec(flow) ?? [];
  if (fields.size > 0 || bare === undefined || number === undefined) return fields;
  return personalFields(catalogue, bare, number);
}

function valuesIn({ name: flow, data }: OwnData, fields: PersonalFields): ErasedValue[] {
  if (fields.size === 0) return [];
  return leavesOf(JSON.parse(data), fields).flatMap(({ name, value, personal }) => {
    if (personal === null) return [];
    const one = { name, from: String(value), field: personal };
    const addresses = flow === null ? (String(value).match(address) ?? []) : [];
    return [one, ...addresses.map((from) => ({ name, from, field: plainText }))];
  });
}

/** Replaces values in texts. */
export interface Eraser {
  /** In what is about the person. */
  readonly text: (text: string) => string;
  /** In what may be about anybody: where it names the subject, else only values that are hardly anybody else's. */
  readonly freeText: (text: string) => string;
  /** Whether something of the person stands in bytes. */
  readonly isIn: (bytes: Uint8Array) => boolean;
}

/** A text so long tells somebody from others wherever it stands; a shorter one only under its own name. */
const tellingLength = 4;
const hardlyAnybodysLength = 8;

/** Replaces values; `keys` are what the subject goes by, and stay. */
export function eraserOf(values: readonly ErasedValue[], keys: readonly string[]): Eraser {
  const open = values.filter(
    ({ from, field }) => !keys.includes(from) && tombstoneText(from, field) !== from,
  );
  const telling = open.filter(
    ({ from, field }) =>
      field.kind === "text" && field.codes === null && from.trim().length >= tellingLength,
  );
  const long = telling.filter(({ from }) => from.length >= hardlyAnybodysLength);
  const own = replacing(open, telling);
  const others = replacing([], long);
  return {
    text: own,
    freeText: (text) => (keys.some((key) => text.includes(key)) ? own(text) : others(text)),
    isIn: (bytes) => {
      const text = Buffer.from(bytes).toString("utf8");
      return telling.some(({ from }) => text.includes(from));
    },
  };
}

/** Texts as they stand in JSON too, once more within a text of JSON. */
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
