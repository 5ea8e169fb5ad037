import { identifierFault, sayIdentifier } from "../../catalogue/identifier.ts";
import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
  JsonType,
} from "../../catalogue/json-event-definition.ts";
import type { Subject } from "../../core/document.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { sayCode } from "../strict-codes.ts";
import { fitsLayout, sayNoIso } from "../text-time.ts";
import { isEmpty, type JsonNode } from "./json-node.ts";
import { elements, type JsonView, textsAt, valuesAt } from "./json-path.ts";
import { writtenZone } from "./known-values.ts";

/** Takes what is wrong with a member: its path, its value (null when it is missing) and a sentence. */
export type Find = (
  code: ProblemCode,
  path: string,
  node: JsonNode | null,
  sentence: string,
) => void;

/** What a message is about; null when it does not say. */
export function subjectOf({ subject }: JsonEventDefinition, view: JsonView): Subject | null {
  const [key] = subject === null ? [] : textsAt(view, subject.paths);
  if (key === undefined || subject === null) return null;
  return { kind: /^\d{13}$/.test(key) ? subject.kind : subject.otherwise, key };
}

/** Notes a subject that can be no identifier of its kind. */
function checkSubject(definition: JsonEventDefinition, view: JsonView, find: Find): void {
  const subject = subjectOf(definition, view);
  const fault = subject === null ? null : identifierFault(subject.kind, subject.key);
  if (subject === null || fault === null) return;
  const [path = "", node = null] = placeOf(definition.subject?.paths ?? [], view);
  const what = sayIdentifier(fault, subject.kind);
  find(fault, path, node, `${path} is "${printable(subject.key)}", which ${what}.`);
}

/** The path that gives a message's subject, and the first value there. */
function placeOf(paths: readonly JsonPath[], view: JsonView): [JsonPath?, JsonNode?] {
  for (const path of paths) {
    const nodes = valuesAt(view, path).flatMap(elements);
    const node = nodes.find((one) => "text" in one && !isEmpty(one));
    if (node !== undefined) return [path, node];
  }
  return [];
}

/** Every known member against its definition. `strict`: a code that is not listed is an error. */
export function checkEvent(
  definition: JsonEventDefinition,
  view: JsonView,
  strict: boolean,
  find: Find,
): void {
  for (const field of definition.fields) {
    const found = valuesAt(view, field.path);
    const filled = found.filter((node) => !isEmpty(node));
    // The event was known by its discriminator, which may stand there with other capitals.
    const needed = field.required && field.path !== definition.discriminator.path;
    if (needed && (filled.length === 0 || filled.length < placesOf(view, field.path)))
      find(
        "MISSING_VALUE",
        field.path,
        found.find(isEmpty) ?? null,
        `${field.path} is missing or empty and must have a value: ${expected[field.type]}; ask the sender for it.`,
      );
    for (const node of filled) checkNode(field, node, strict, find);
  }
  checkSubject(definition, view, find);
}

/** How many values a path must have for none to be missing: one for each element of the lists it goes through. */
function placesOf(view: JsonView, path: string): number {
  const end = path.lastIndexOf(".");
  return end < 0 ? 1 : valuesAt(view, path.slice(0, end)).flatMap(elements).length;
}

const expected: Readonly<Record<JsonType, string>> = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  date: "a real day such as 2026-06-10",
  datetime: "a real day and time such as 2026-06-10T09:03:00Z",
  object: "an object",
  list: "a list",
  "text-or-list": "a text or a list of texts",
};

function checkNode(field: JsonFieldDefinition, node: JsonNode, strict: boolean, find: Find): void {
  const { path, type, codes } = field;
  const say = (code: ProblemCode) =>
    find(
      code,
      path,
      node,
      `${path} is ${describeNode(node)}, expected was ${expected[type]}${reason(code, node)}; ask the sender to correct it.`,
    );
  if (!isOf(type, node)) {
    say("WRONG_TYPE");
    return;
  }
  if (node.kind !== "text") return;
  if (type === "date" && !fitsLayout("yyyy-MM-dd", node.text)) say("BAD_DATE");
  else if (type === "datetime" && writtenZone(node.text) === null) say("BAD_DATETIME");
  else if (codes !== null && !codes.includes(node.text))
    find(
      "UNLISTED_CODE",
      path,
      node,
      `${path} is ${describeNode(node)}, which is none of the values known (${codes.join(", ")}); ${sayCode(strict)}.`,
    );
}

function reason(code: ProblemCode, node: JsonNode): string {
  const why = code === "BAD_DATETIME" && node.kind === "text" ? sayNoIso(node.text) : null;
  return why === null ? "" : ` (${why})`;
}

function isOf(type: JsonType, node: JsonNode): boolean {
  switch (type) {
    case "text":
    case "date":
    case "datetime":
      return node.kind === "text";
    case "text-or-list":
      return node.kind === "text" || (node.kind === "list" && node.items.every(isText));
    case "object":
      return node.kind === "object";
    default:
      return node.kind === type;
  }
}

function isText({ kind }: JsonNode): boolean {
  return kind === "text";
}

/** What a value is, for a sentence: an object or a list by its kind, any other by its text. */
export function describeNode(node: JsonNode): string {
  if (node.kind === "object") return "an object";
  if (node.kind === "list") return node.items.length > 0 ? "a list" : "an empty list";
  return node.kind === "text" ? `"${printable(node.text)}"` : node.text;
}
