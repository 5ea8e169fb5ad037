import type {
  JsonFieldDefinition,
  JsonLimits,
  JsonType,
} from "../../catalogue/json-event-definition.ts";
import { counted } from "../../runtime/counted.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { sayCode } from "../strict-codes.ts";
import { fitsLayout, sayNoIso } from "../text-time.ts";
import { listed, writtenZone } from "./known-values.ts";
import { patternOf } from "./patterns.ts";
import { isEmpty, type JsonList, type JsonNode, type JsonScalar } from "./text/json-node.ts";

/** Takes what is wrong with a member: its path, its value (null when it is missing) and a sentence. */
export type Find = (
  code: ProblemCode,
  path: string,
  node: JsonNode | null,
  sentence: string,
) => void;

/** What values of a type are, for a sentence. */
export const expectedTypes: Readonly<Record<JsonType, string>> = {
  text: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  date: "a real day such as 2026-06-10",
  datetime: "a real day and time such as 2026-06-10T09:03:00Z",
  object: "an object",
  list: "a list",
  "text-or-list": "a text or a list of texts",
  "text-list": "a list of texts",
};

/** What values are checked with. */
export interface Checking {
  readonly strict: boolean;
  /** Replaces a value that is not to be seen. */
  readonly mask: string | null;
  readonly find: Find;
}

/** Checks a value against what its definition says of it. */
export function checkNode(field: JsonFieldDefinition, node: JsonNode, checking: Checking): void {
  if (isEmpty(node)) return;
  const { path, type } = field;
  const say = (code: ProblemCode) =>
    checking.find(
      code,
      path,
      node,
      `${path} is ${describeNode(node)}, expected was ${expectedTypes[type]}${reason(code, node)}; ask the sender to correct it.`,
    );
  if (!isOf(type, node)) {
    say("WRONG_TYPE");
    return;
  }
  if (node.kind === "text") {
    const bad = badTime(type, node.text);
    if (bad !== null) say(field.advice ? "MEMBER_FORM" : bad);
    else checkText(field, node, node.text, checking);
  } else if (node.kind === "list") checkList(field, node, checking);
  else if (node.kind === "number") checkNumber(field, node, checking);
}

function badTime(type: JsonType, text: string): ProblemCode | null {
  if (type === "date" && !fitsLayout("yyyy-MM-dd", text)) return "BAD_DATE";
  return type === "datetime" && writtenZone(text) === null ? "BAD_DATETIME" : null;
}

function checkText(
  field: JsonFieldDefinition,
  node: JsonNode,
  text: string,
  { strict, mask, find }: Checking,
): void {
  const { path, codes, pattern, length } = field;
  if (text === mask && (codes !== null || field.personal)) return;
  if (codes !== null && !isListed(field, codes, text)) {
    const known = codes.join(", ");
    const isUnknown = field.exhaustive && !isListed(field, codes.map(plainly), plainly(text));
    if (isUnknown)
      find(
        "UNKNOWN_CODE",
        path,
        node,
        `${path} is ${describeNode(node)}, and can only be ${known}; ask the sender to correct it.`,
      );
    else
      find(
        "UNLISTED_CODE",
        path,
        node,
        `${path} is ${describeNode(node)}, which is none of the values known (${known}); ${sayCode(strict)}.`,
      );
  }
  if (!isWithin(length, characters(text)))
    sayForm(
      find,
      field,
      node,
      `has ${counted(characters(text), "character")}, and ought to have ${sayLimits(length)}`,
    );
  else if (pattern !== null && !patternOf(pattern).test(text))
    sayForm(find, field, node, `is ${describeNode(node)}, which does not match ${pattern}`);
}

/** A code as it is compared where capitals are let pass. */
function plainly(text: string): string {
  return text.toLowerCase();
}

/** Whether a text is one of the codes. Of a member that may be a list, `[A,B]` is one, too. */
function isListed({ type }: JsonFieldDefinition, codes: readonly string[], text: string): boolean {
  if (type !== "text-or-list" || codes.includes(text)) return codes.includes(text);
  const bare = codes.flatMap(listed);
  return listed(text).every((one) => bare.includes(one));
}

function checkList(field: JsonFieldDefinition, node: JsonList, checking: Checking): void {
  const { count, type } = field;
  if (!isWithin(count, node.items.length))
    sayForm(
      checking.find,
      field,
      node,
      `has ${counted(node.items.length, "element")}, and ought to have ${sayLimits(count)}`,
    );
  if (type !== "text-list" && type !== "text-or-list") return;
  for (const item of node.items)
    if (item.kind === "text") checkText(field, item, item.text, checking);
}

function checkNumber(field: JsonFieldDefinition, node: JsonScalar, { find }: Checking): void {
  const { range } = field;
  if (!isWithin(range, Number(node.text)))
    sayForm(find, field, node, `is ${node.text}, and ought to be ${sayLimits(range)}`);
}

function sayForm(find: Find, { path }: JsonFieldDefinition, node: JsonNode, what: string): void {
  find("MEMBER_FORM", path, node, `${path} ${what}; the message is taken all the same.`);
}

function isWithin(limits: JsonLimits | null, size: number): boolean {
  if (limits === null) return true;
  const [least, most] = limits;
  return (least === null || size >= least) && (most === null || size <= most);
}

function sayLimits(limits: JsonLimits | null): string {
  const [least, most] = limits ?? [null, null];
  if (least === most) return `${least}`;
  if (most === null) return `at least ${least}`;
  return least === null || least === 0 ? `at most ${most}` : `${least} to ${most}`;
}

/** Characters as people count them, not halves of them. */
export function characters(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length;
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
    case "text-list":
      return node.kind === "list" && node.items.every((one) => isText(one) || one.kind === "null");
    case "integer":
      return node.kind === "number" && Number.isInteger(Number(node.text));
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
