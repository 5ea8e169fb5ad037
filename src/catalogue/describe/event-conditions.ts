import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
} from "../json-event-definition.ts";
import type { EventMember } from "./event-shape.ts";
import type { JsonSchema } from "./schema-head.ts";

/** A member that is written by this name could be taken for a promise's. */
const consequence = "then";

/**
 * What must be there in some events alone, as JSON Schema: a rule for each set of events, that looks at the
 * member which distinguishes them. `filledValue` gives what a member holds that must have a value.
 */
export function conditionsSchema(
  { fields }: JsonEventDefinition,
  shape: readonly EventMember[],
  filledValue: (member: EventMember, field: JsonFieldDefinition) => JsonSchema,
): readonly JsonSchema[] {
  const places = placesOf(shape);
  const needed = fields.filter(
    ({ required, advice, when }) => required && !advice && when !== null,
  );
  const rules = Map.groupBy(needed, ({ when }) => JSON.stringify(when));
  return [...rules.values()].flatMap((same) => {
    const when = same[0]?.when ?? null;
    if (when === null || isInList(when.path, places)) return [];
    const all = same.flatMap((field) => {
      const member = places.get(field.path);
      return member === undefined ? [] : [below(field.path, places, filledValue(member, field))];
    });
    return [{ if: saying(when.path, when.values), [consequence]: { allOf: all } }];
  });
}

function placesOf(shape: readonly EventMember[]): ReadonlyMap<JsonPath, EventMember> {
  const all = shape.flatMap((member) => [
    [member.path, member] as const,
    ...placesOf(member.members),
  ]);
  return new Map(all);
}

function isInList(path: JsonPath, places: ReadonlyMap<JsonPath, EventMember>): boolean {
  const names = path.split(".");
  return names.some((_, index) => places.get(names.slice(0, index + 1).join("."))?.many === true);
}

/** Data whose member at the path is one of the values. */
function saying(path: JsonPath, values: readonly string[]): JsonSchema {
  return path
    .split(".")
    .reduceRight<JsonSchema>(
      (inner, name) => ({ type: "object", properties: { [name]: inner }, required: [name] }),
      { enum: values },
    );
}

/** Data whose member at the path is there and as reported, wherever what it is in is. */
function below(
  path: JsonPath,
  places: ReadonlyMap<JsonPath, EventMember>,
  value: JsonSchema,
): JsonSchema {
  const names = path.split(".");
  return names.reduceRight<JsonSchema>((inner, name, index) => {
    const isLast = index === names.length - 1;
    const needed = isLast ? { required: [name] } : {};
    const object = { type: "object", properties: { [name]: inner }, ...needed };
    if (index === 0) return object;
    const above = places.get(names.slice(0, index).join("."));
    const holder = above?.many === true ? { type: "array", items: object } : object;
    return { anyOf: [holder, { enum: [null, ""] }] };
  }, value);
}
