import type { JsonEventDefinition, JsonFieldDefinition } from "../json-event-definition.ts";
import { type EventMember, eventShape } from "./event-shape.ts";
import { eventsOf, formOf } from "./field-form.ts";
import { codeUnion, comment, typeName } from "./type-text.ts";

/**
 * The TypeScript type of an event's messages. Members beyond those the definition knows are in the data,
 * too, and may be anything: a name that is mistyped is one of them, unless the compiler is asked to refuse
 * dots there (`noPropertyAccessFromIndexSignature`).
 */
export function eventTypes(definition: JsonEventDefinition): string {
  const { flow, version, name, items } = definition;
  const title = `${flow} version ${version}: ${name}.`;
  const message =
    items === null
      ? "An event is a message."
      : `A message is the event with one item of \`${items}\`.`;
  const about = comment([title, `${message} Other members are kept and not looked at.`], "");
  const body =
    membersText(eventShape(definition), "  ") + knownText(definition) + otherMembers("  ");
  return `${about}export type ${typeName(definition)} = {\n${body}};\n`;
}

function membersText(members: readonly EventMember[], indent: string): string {
  return members.map((member) => memberText(member, indent)).join("");
}

function memberText(member: EventMember, indent: string): string {
  const { name, field, required } = member;
  const type = typeOf(member, indent);
  const said = field === null || member.values !== null ? null : describe(field);
  const about = said === null ? "" : comment([said], indent);
  const optional = required ? "" : "?";
  const orNull = required && field?.nullable !== true ? "" : " | null";
  return `${about}${indent}readonly ${memberName(name)}${optional}: ${type}${orNull};\n`;
}

/** Members that the definition does not know. */
function otherMembers(indent: string): string {
  return `${indent}readonly [name: string]: unknown;\n`;
}

function typeOf({ members, field, many, values }: EventMember, indent: string): string {
  if (values !== null) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (members.length > 0) {
    const inner = `${indent}  `;
    const group = `{\n${membersText(members, inner)}${otherMembers(inner)}${indent}}`;
    return many ? `readonly ${group}[]` : group;
  }
  switch (field?.type) {
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "object":
      return "{ readonly [name: string]: unknown }";
    case "list":
      return many ? "readonly unknown[]" : "unknown";
    case "text-list":
      return "readonly (string | null)[]";
    case "text-or-list":
      return "string | readonly string[]";
    default:
      return field?.codes === null || field === null || field === undefined
        ? "string"
        : codeUnion(field.codes);
  }
}

const says: Readonly<Record<JsonFieldDefinition["type"], string>> = {
  text: "Text",
  number: "A number",
  integer: "A whole number",
  boolean: "True or false",
  date: "A day such as 2026-06-10",
  datetime: "A day and time such as 2026-06-10T09:03:00Z",
  object: "An object",
  list: "A list",
  "text-or-list": "A text, or a list of texts",
  "text-list": "A list of texts",
};

/** What a member holds, as a sentence; null when that is any text. */
export function describe(field: JsonFieldDefinition): string | null {
  const { type, codes, personal } = field;
  const [form, events] = [formOf(field), eventsOf(field)];
  const isPlain = type === "text" && codes === null && form === null && events === null;
  if (isPlain && !personal) return null;
  const said = [
    says[type] + (form === null ? "" : ` (${form})`),
    ...(codes === null ? [] : ["the values listed are those known so far"]),
    ...(events === null ? [] : [`in ${events}`]),
    ...(personal ? ["personal data"] : []),
  ];
  return `${said.join("; ")}.`;
}

function knownText({ known }: JsonEventDefinition): string {
  const values = known.map(({ name, list }) => {
    const type = list ? "readonly string[]" : "string";
    return `    readonly ${memberName(name)}?: ${type};\n`;
  });
  const zone = '    readonly sentAtZone?: "utc" | "offset" | "local";\n';
  const about = comment(
    ["Values under one name however they were sent, as a reader adds them."],
    "  ",
  );
  return `${about}  readonly $known?: {\n${values.join("")}    readonly sentAt?: string;\n${zone}  };\n`;
}

/** A name as a member has it, in quotes where it is no identifier. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
