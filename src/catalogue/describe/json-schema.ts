import type { CodeLabels, FieldDefinition, FlowDefinition } from "../definition.ts";
import { countName, formatName } from "./format-name.ts";
import {
  type ChildShape,
  type GroupShape,
  type MessageShape,
  messageShapes,
} from "./message-shape.ts";
import { type JsonSchema, schemaHead } from "./schema-head.ts";
import { valuePattern } from "./value-pattern.ts";

/**
 * A JSON Schema (draft 2020-12) of the data of a flow's messages: what a reader gives for a message it
 * finds no error in. Strict: no other properties. Code lists are advisory, so codes are examples; a
 * format that is inferred is said but not asked for. `labels` gives what an item's codes stand for.
 */
export function jsonSchema(flow: FlowDefinition, labels: (item: string) => CodeLabels): JsonSchema {
  const kinds = messageShapes(flow);
  const { quoting, delimiter: between } = flow.rules;
  const delimiter = quoting === "none" ? between : null;
  const keepsRecords = flow.partial || flow.names !== undefined;
  const known: Known = { labels, partial: flow.partial, keepsRecords, delimiter };
  const head = schemaHead(flow);
  const [only, ...others] = kinds.map((kind) => ({
    title: kindTitle(kind),
    ...groupSchema(kind, known, true),
  }));
  if (only === undefined || others.length > 0) return { ...head, anyOf: [only, ...others] };
  const { title: description, ...schema } = only;
  return { ...head, description, ...schema };
}

function kindTitle({ group }: MessageShape): string {
  return group === null
    ? "The whole file is one message"
    : `A message is an occurrence of group ${group.code} ${group.name}`;
}

/** What is known of a flow beside its groups. */
interface Known {
  readonly labels: (item: string) => CodeLabels;
  readonly partial: boolean;
  readonly keepsRecords: boolean;
  /** The character that is in no text, since it would end a field; null where quotes keep it. */
  readonly delimiter: string | null;
}

function groupSchema(shape: GroupShape, known: Known, top = false): JsonSchema {
  const required = [
    ...shape.fields.filter((field) => field.required),
    ...shape.groups.filter((child) => child.required),
  ].map(({ key }) => key);
  const properties = Object.fromEntries([
    ...shape.fields.map((field) => [field.key, fieldSchema(field, known)]),
    ...shape.groups.map((child) => [child.key, childSchema(child, known)]),
    ...marks(shape, top),
    ...(known.keepsRecords ? [["$records", unknownRecords] as const] : []),
  ]);
  return {
    type: "object",
    properties,
    ...(known.partial && { patternProperties: furtherFields }),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** Fields that a flow which is known in part may have, by position. */
const furtherFields = { "^field[1-9]\\d*$": { type: "string" } };

const unknownRecords = {
  type: "array",
  description: "Records that the catalogue does not know, which came right after this one.",
  items: {
    type: "object",
    properties: { code: { type: "string" } },
    patternProperties: furtherFields,
    required: ["code"],
    additionalProperties: false,
  },
};

/** What a reader adds to the data where a file is not quite as the catalogue has it. */
function marks({ groups }: GroupShape, top: boolean): [string, JsonSchema][] {
  const order = {
    type: "string",
    description: "Codes of the groups as they came, where that is not the catalogue's order.",
  };
  const rest = {
    type: "object",
    description: "How many groups were left out because there were too many to hold.",
    properties: { groups: { type: "string", pattern: "^\\d+$" } },
    required: ["groups"],
    additionalProperties: false,
  };
  const found: [string, JsonSchema][] = [];
  if (groups.length > 1) found.push(["$order", order]);
  if (top && groups.length > 0) found.push(["$rest", rest]);
  return found;
}

function childSchema(child: ChildShape, known: Known): JsonSchema {
  const { group, many } = child;
  const title = `${group.code} ${group.name}`.trim();
  const schema = groupSchema(child, known);
  if (!many) return { title, ...schema };
  const { min, max, counts } = group;
  const conditional = group.conditional ? ", conditional" : "";
  return {
    title,
    description: `Occurs: ${countName(group)}${conditional}.`,
    type: "array",
    items: schema,
    minItems: counts === null ? Math.max(min, 1) : Math.min(...counts),
    ...(max !== null && { maxItems: max }),
  };
}

function fieldSchema(field: FieldDefinition, { labels, delimiter }: Known): JsonSchema {
  const { format, inferred } = field;
  const known = field.item === null ? {} : labels(field.item);
  const text = {
    title: field.name,
    description: describe(field, known),
    type: "string",
    minLength: 1,
  };
  if (format.kind === "boolean" && !inferred) return { ...text, enum: ["T", "F"] };
  const examples = field.codes === null ? {} : { examples: field.codes };
  if (inferred || format.kind === "any") return { ...text, ...examples };
  const length = format.kind === "text" ? { maxLength: format.length } : {};
  return { ...text, ...length, pattern: valuePattern(format, delimiter), ...examples };
}

function describe(field: FieldDefinition, labels: CodeLabels): string {
  const item = field.item === null ? "" : `${field.item}, `;
  const inferred = field.inferred ? ", inferred from a like item" : "";
  const about = `${item}${formatName(field)}${inferred}.`;
  const said = (field.codes ?? []).flatMap((code) =>
    labels[code] === undefined ? [] : [`${code} ${labels[code]}`],
  );
  return said.length === 0 ? about : `${about} Codes: ${said.join("; ")}.`;
}
