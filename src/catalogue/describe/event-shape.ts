import type { JsonEventDefinition, JsonFieldDefinition } from "../json-event-definition.ts";

/** A member of a message's data that the definition of its event knows. */
export interface EventMember {
  readonly name: string;
  /** From the top of the data. */
  readonly path: string;
  /** Null for an object that the definition only goes through; of several, which differ in events, the first. */
  readonly field: JsonFieldDefinition | null;
  /** The values that make it this event, of the member that says so; null for all others. */
  readonly values: readonly string[] | null;
  /** It must have a value in every event, or something below it must. */
  readonly required: boolean;
  /** It is a list whose elements have the members. */
  readonly many: boolean;
  readonly members: readonly EventMember[];
}

/** The known members of the data of an event's messages as they nest, in the definition's order. */
export function eventShape(definition: JsonEventDefinition): readonly EventMember[] {
  return membersBelow("", definition);
}

/** Whether a message without it is invalid. */
function mustBeThere({ required, advice, when }: JsonFieldDefinition): boolean {
  return required && !advice && when === null;
}

function membersBelow(parent: string, definition: JsonEventDefinition): readonly EventMember[] {
  const { fields, items, discriminator } = definition;
  const prefix = parent === "" ? "" : `${parent}.`;
  const paths = fields.map(({ path }) => path);
  // The event is known by it, whether the definition checks it or not.
  if (!paths.includes(discriminator.path)) paths.unshift(discriminator.path);
  const below = paths.filter((path) => path.startsWith(prefix) && path !== parent);
  const names = new Set(below.map((path) => path.slice(prefix.length).split(".")[0] ?? ""));
  return [...names].map((name) => {
    const path = prefix + name;
    const field = fields.find((one) => one.path === path) ?? null;
    const members = membersBelow(path, definition);
    const mayBeMissing = field !== null && !mustBeThere(field);
    return {
      name,
      path,
      field,
      values: path === discriminator.path ? discriminator.values : null,
      required:
        path === discriminator.path ||
        (!mayBeMissing && (field !== null || members.some((member) => member.required))),
      // A message has the one item it is of in place of the list.
      many: (field?.type === "list" || field?.type === "text-list") && path !== items,
      members,
    };
  });
}
