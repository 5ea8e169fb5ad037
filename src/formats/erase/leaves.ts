import type { PersonalFields } from "./personal-fields.ts";
import { type PersonalField, tombstoneText } from "./tombstone.ts";

/** A value that is in data, with the names that lead to it. */
export interface Leaf {
  readonly path: string;
  /** The name under which it is; of an element of a list, that of the list. */
  readonly name: string;
  readonly value: string | number | boolean;
  /** Null: it says nothing of persons. */
  readonly personal: PersonalField | null;
  /** It repeats what is elsewhere in the data. */
  readonly repeats: boolean;
}

/** Where data has once more what a definition reads from it. */
const knownName = "$known";

/** The values of some data, those below a personal name marked. */
export function leavesOf(data: unknown, fields: PersonalFields): Leaf[] {
  const leaves: Leaf[] = [];
  walked(data, fields, (leaf) => {
    leaves.push(leaf);
    return leaf.value;
  });
  return leaves;
}

/** JSON text with other values, as it was where none is another. */
export function replacedLeaves(
  json: string,
  fields: PersonalFields,
  replace: (leaf: Leaf) => Leaf["value"],
): string {
  let isOther = false;
  const made = walked(JSON.parse(json), fields, (leaf) => {
    const value = replace(leaf);
    isOther ||= value !== leaf.value;
    return value;
  });
  return isOther ? JSON.stringify(made) : json;
}

/** What replaces a value, of the same type. */
export function tombstoneOf(value: Leaf["value"], field: PersonalField): Leaf["value"] {
  if (typeof value === "boolean") return value;
  const text = tombstoneText(String(value), field);
  return typeof value === "number" ? Number(text) : text;
}

function walked(
  data: unknown,
  fields: PersonalFields,
  replace: (leaf: Leaf) => Leaf["value"],
): unknown {
  const walk = (
    value: unknown,
    at: { readonly path: string; readonly name: string },
    personal: PersonalField | null,
    repeats: boolean,
  ): unknown => {
    if (Array.isArray(value))
      return value.map((one, index) =>
        walk(one, { ...at, path: `${at.path}[${index}]` }, personal, repeats),
      );
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [
          name,
          walk(
            one,
            { path: `${at.path}.${name}`, name },
            personal ?? fields.get(name) ?? null,
            repeats || name === knownName,
          ),
        ]),
      );
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return replace({ ...at, value, personal, repeats });
    return value;
  };
  return walk(data, { path: "", name: "" }, null, false);
}
