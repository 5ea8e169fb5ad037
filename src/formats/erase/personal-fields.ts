import type { Catalogue, FieldDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import type { JsonFieldDefinition } from "../../catalogue/json-event-definition.ts";
import type { PersonalField, PersonalKind } from "./tombstone.ts";

/** The names that a flow's data has for what says something of persons. */
export type PersonalFields = ReadonlyMap<string, PersonalField>;

/** Nothing of the kind. */
export const nothingPersonal: PersonalFields = new Map();

/** What is marked personal in a flow, by the names of its data; empty of a flow that the catalogue does not have. */
export function personalFields(
  catalogue: Catalogue,
  flow: string,
  version: string | null,
): PersonalFields {
  const found = new Map<string, PersonalField>();
  const tree = catalogue.find(flow, version)?.definition;
  if (tree !== undefined) addGroups(found, tree.groups);
  for (const table of catalogue.tables()) if (table.flow === flow) addFields(found, table.columns);
  for (const event of catalogue.jsonEvents())
    if (event.flow === flow) for (const field of event.fields) addMember(found, field);
  return found;
}

function addGroups(found: Map<string, PersonalField>, groups: readonly GroupDefinition[]): void {
  for (const group of groups) {
    addFields(found, group.fields);
    addGroups(found, group.groups);
  }
}

function addFields(found: Map<string, PersonalField>, fields: readonly FieldDefinition[]): void {
  for (const { key, personal, format, codes } of fields)
    if (personal) found.set(key, { kind: kindOf(format.kind), codes });
}

function addMember(
  found: Map<string, PersonalField>,
  { path, personal, type, codes }: JsonFieldDefinition,
): void {
  const name = path.split(".").at(-1);
  if (personal && name !== undefined) found.set(name, { kind: kindOf(type), codes });
}

function kindOf(format: string): PersonalKind {
  if (format === "date" || format === "datetime") return "date";
  if (format === "number" || format === "integer") return "digits";
  return format === "boolean" ? "boolean" : "text";
}
