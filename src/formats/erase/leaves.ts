import type { PersonalFields } from "./personal-fields.ts";
import type { PersonalField } from "./tombstone.ts";

/** A value that stands in data, with the names that lead to it. */
export interface Leaf {
  readonly path: string;
  /** The name under which it stands; of an element of a list, that of the list. */
  readonly name: string;
  readonly value: string | number | boolean;
  /** Null: it says nothing of persons. */
  readonly personal: PersonalField | null;
  /** It repeats what stands elsewhere in the data. */
  readonly repeats: boolean;
}

/** Where data has once more what a definition reads from it. */
const knownName = "$known";

/** The values of some data, those below a personal name marked. */
export function leavesOf(data: unknown, fields: PersonalFields): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (
    value: unknown,
    at: { readonly path: string; readonly name: string },
    personal: PersonalField | null,
    repeats: boolean,
  ): void => {
    if (Array.isArray(value))
      for (const [index, one] of value.entries())
        walk(one, { ...at, path: `${at.path}[${index}]` }, personal, repeats);
    else if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value))
        walk(
          one,
          { path: `${at.path}.${name}`, name },
          personal ?? fields.get(name) ?? null,
          repeats || name === knownName,
        );
    else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      leaves.push({ ...at, value, personal, repeats });
  };
  walk(data, { path: "", name: "" }, null, false);
  return leaves;
}
