import type { Catalogue } from "../../../catalogue/definition.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import type { ErasedValue } from "../../../formats/erase/erase-file.ts";
import { leavesOf, replacedLeaves, tombstoneOf } from "../../../formats/erase/leaves.ts";
import { type PersonalFields, personalFields } from "../../../formats/erase/personal-fields.ts";
import type { PersonalField } from "../../../formats/erase/tombstone.ts";
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

/** A message's data, recorded under a flow and version, with tombstones for all that is marked in it. */
export function withoutMarked(name: string, data: string, catalogue: Catalogue): string {
  const fields = flowFields(catalogue, name);
  if (fields.size === 0) return data;
  return replacedLeaves(data, fields, ({ value, personal }) =>
    personal === null ? value : tombstoneOf(value, personal),
  );
}
