import type { JsonEventDefinition, JsonFieldDefinition } from "../json-event-definition.ts";
import { conditionsSchema } from "./event-conditions.ts";
import { type EventMember, eventShape } from "./event-shape.ts";
import { describe } from "./event-types.ts";
import { isoDay, isoTimePattern } from "./layout-pattern.ts";
import { type JsonSchema, schemaHead } from "./schema-head.ts";

/**
 * A JSON Schema of the data of an event's messages: what a reader gives for one it finds no error in.
 * Other members than the known ones may be there. What is optional may be null, as senders write it.
 */
export function eventSchema(definition: JsonEventDefinition): JsonSchema {
  const shape = eventShape(definition);
  const { properties, ...object } = objectSchema(shape);
  const conditions = conditionsSchema(definition, shape, (member, field) =>
    filled({ ...member, field, required: true }),
  );
  return {
    ...schemaHead(definition),
    ...object,
    properties: { ...(properties as JsonSchema), $known: knownSchema(definition) },
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

function objectSchema(members: readonly EventMember[]): JsonSchema {
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map((member) => [member.name, memberSchema(member)])),
    ...(required.length > 0 && { required }),
  };
}

/** A member that must have a value. */
function filled(member: EventMember): JsonSchema {
  const schema = valueSchema(member);
  return member.field?.nullable === true ? { anyOf: [schema, { enum: [null] }] } : schema;
}

function memberSchema(member: EventMember): JsonSchema {
  const { field, required } = member;
  const description = field === null ? null : describe(field);
  const about = description === null ? {} : { description };
  const schema = { ...about, ...valueSchema(member) };
  if (required && field?.nullable !== true) return schema;
  return { anyOf: [schema, { enum: required ? [null] : [null, ""] }] };
}

function valueSchema({ members, field, many, values }: EventMember): JsonSchema {
  if (values !== null) return { enum: values };
  if (members.length > 0 && !many) return objectSchema(members);
  if (many) {
    if (field?.type === "text-list") return scalarSchema(field);
    const inner = members.length > 0 ? { items: objectSchema(members) } : {};
    const needed = members.some((member) => member.required) ? { minItems: 1 } : {};
    return { type: "array", ...inner, ...needed };
  }
  return field === null ? {} : scalarSchema(field);
}

function scalarSchema({ type, codes, required, advice }: JsonFieldDefinition): JsonSchema {
  const text = { type: "string", ...(required && !advice && { minLength: 1 }) };
  // What another form is only a warning for, is no day either.
  if (advice && (type === "date" || type === "datetime")) return text;
  switch (type) {
    case "number":
    case "boolean":
    case "object":
      return { type };
    case "integer":
      return { type };
    case "list":
      return { type: "array" };
    case "text-list":
      return { type: "array", items: { type: ["string", "null"] } };
    case "text-or-list":
      return { anyOf: [text, { type: "array", items: { type: "string" } }] };
    case "date":
      return { ...text, pattern: `^${isoDay}$` };
    case "datetime":
      return { ...text, pattern: `^${isoDay}(?:${isoTimePattern})?$` };
    default:
      return codes === null ? text : { ...text, examples: codes };
  }
}

function knownSchema({ known }: JsonEventDefinition): JsonSchema {
  const text = { type: "string" };
  const values = known.map(({ name, list }) => [
    name,
    list ? { type: "array", items: text } : text,
  ]);
  return {
    description: "Values under one name however they were sent, as a reader adds them.",
    type: "object",
    properties: {
      ...Object.fromEntries(values),
      sentAt: text,
      sentAtZone: { enum: ["utc", "offset", "local"] },
    },
  };
}
