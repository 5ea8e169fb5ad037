import { html } from "hono/html";
import { z } from "zod";
import type { RunnableCommand } from "../core/define/command.ts";
import { type Html, noHtml, shown, when } from "./html/text.ts";

/** What a field of a command's data is asked as. */
type Kind = "text" | "date" | "number" | "whole" | "yes" | "choice" | "lines" | "json";

/** A field of a command's data. */
export interface CommandField {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
  /** Left empty, it is sent as null. */
  readonly isNullable: boolean;
  readonly choices: readonly string[];
  readonly help: string | null;
  readonly usual: unknown;
}

const types = z.union([z.string(), z.array(z.string())]).optional();
const property = z.looseObject({
  type: types,
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  items: z.looseObject({ type: types }).optional(),
  anyOf: z.array(z.looseObject({ type: types })).optional(),
});
type Property = z.infer<typeof property>;

const objectSchema = z.looseObject({
  type: z.literal("object"),
  properties: z.record(z.string(), property),
  required: z.array(z.string()).default([]),
});

/** The prefix of the name of a field in a form. */
const prefix = "data.";

/** The fields of a command's data as its schema has them; null where it is no object of fields. */
export function commandFields(
  command: Pick<RunnableCommand, "jsonSchema">,
): readonly CommandField[] | null {
  const read = objectSchema.safeParse(command.jsonSchema());
  if (!read.success) return null;
  const { properties, required } = read.data;
  return Object.entries(properties).map(([name, given]) => {
    const { own, isNullable } = withoutNull(given);
    return {
      name,
      kind: kindOf(own),
      required: required.includes(name) && !isNullable && given.default === undefined,
      isNullable: isNullable && required.includes(name),
      choices: (own.enum ?? []).map(String),
      help: given.description ?? own.description ?? null,
      usual: given.default,
    };
  });
}

/** What is asked for besides null: zod writes `type: ["string", "null"]`, or one of two schemas. */
function withoutNull(given: Property): { readonly own: Property; readonly isNullable: boolean } {
  const { type, anyOf } = given;
  if (Array.isArray(type)) {
    const named = type.filter((one) => one !== "null");
    const [only] = named;
    const isOne = named.length === 1 && only !== undefined;
    return {
      own: isOne ? { ...given, type: only } : given,
      isNullable: named.length < type.length,
    };
  }
  const [first, ...more] = anyOf?.filter((one) => one.type !== "null") ?? [];
  if (first === undefined || more.length > 0 || anyOf?.length !== 2)
    return { own: given, isNullable: false };
  return { own: { ...given, ...property.parse(first) }, isNullable: true };
}

function kindOf({ type, enum: words, format, items }: Property): Kind {
  if (words?.every((word) => typeof word === "string")) return "choice";
  if (type === "boolean") return "yes";
  if (type === "integer") return "whole";
  if (type === "number") return "number";
  if (type === "array" && items?.type === "string") return "lines";
  if (type !== "string") return "json";
  return format === "date" ? "date" : "text";
}

/** What is wrong with a command's data: at a field by its name, and what is of none. */
export type FieldErrors = ReadonlyMap<string, readonly string[]>;

/** The inputs of a command's fields, with what was sent and what is wrong with it. */
export function commandInputs(
  command: string,
  fields: readonly CommandField[],
  sent: (name: string) => string | null,
  errors: FieldErrors,
): Html {
  return html`${fields.map((field) => {
    const id = `${command}-${field.name}`;
    const said = errors.get(field.name) ?? [];
    const about = [
      ...(field.help === null ? [] : [`${id}-help`]),
      ...(said.length === 0 ? [] : [`${id}-error`]),
    ].join(" ");
    const described = html`${when(about !== "", () => html` aria-describedby="${about}"`)}${when(said.length > 0, () => html` aria-invalid="true"`)}`;
    const usual = field.usual === undefined ? "" : textOf(field.usual);
    return html`<p class="field"><label for="${id}">${shown(labelOf(field.name))}${when(!field.required && field.kind !== "yes", () => html` <span class="by">(may be left empty)</span>`)}</label> ${inputOf(field, id, sent(prefix + field.name) ?? usual, described)}${when(field.help !== null, () => html`<span class="by" id="${id}-help">${shown(field.help)}</span>`)}${when(said.length > 0, () => html`<strong class="error" id="${id}-error">${shown(said.join("; "))}</strong>`)}</p>`;
  })}`;
}

/** `newDeliveryDate` reads "new delivery date". */
function labelOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inputOf(field: CommandField, id: string, value: string, described: Html): Html {
  const { kind, required, choices } = field;
  const name = prefix + field.name;
  const must = required ? html` required` : noHtml;
  if (kind === "yes")
    return html`<input id="${id}" name="${name}" type="checkbox" value="true"${value === "true" ? html` checked` : noHtml}${described}>`;
  if (kind === "choice")
    return html`<select id="${id}" name="${name}"${must}${described}><option value=""></option>${choices.map((one) => html`<option value="${one}"${one === value ? html` selected` : noHtml}>${shown(one)}</option>`)}</select>`;
  if (kind === "lines" || kind === "json")
    return html`<textarea id="${id}" name="${name}" rows="3" spellcheck="false"${kind === "lines" ? html` placeholder="one a line"` : html` placeholder="JSON"`}${must}${described}>${value}</textarea>`;
  const step = kind === "number" ? html` step="any"` : noHtml;
  const type = kind === "whole" ? "number" : kind;
  return html`<input id="${id}" name="${name}" type="${type}"${step} value="${value}" autocomplete="off"${must}${described}>`;
}

/** The data that a form says, for the command to check; what is left empty is left out. */
export function dataSent(
  fields: readonly CommandField[],
  sent: (name: string) => string,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const text = sent(prefix + field.name);
    if (field.kind === "yes") {
      if (text === "true" || field.required || field.usual === true)
        data[field.name] = text === "true";
    } else if (text !== "") data[field.name] = valueSent(field.kind, text);
    else if (field.isNullable) data[field.name] = null;
  }
  return data;
}

function valueSent(kind: Kind, text: string): unknown {
  if (kind === "number" || kind === "whole") {
    const number = Number(text);
    // A text that is no number is reported by the schema, at its field.
    return Number.isNaN(number) ? text : number;
  }
  if (kind === "lines")
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  if (kind !== "json") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
