import { identifierFault, sayIdentifier } from "../../catalogue/identifier.ts";
import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonLimits,
  JsonPath,
  JsonType,
} from "../../catalogue/json-event-definition.ts";
import type { Subject } from "../../core/file/document.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { sayCode } from "../strict-codes.ts";
import { fitsLayout, sayNoIso } from "../text-time.ts";
import { Conditions, type FieldNow } from "./conditions.ts";
import { eventTree, type TreeMember } from "./event-tree.ts";
import { elements, type JsonView, textsAt, valuesAt } from "./json-path.ts";
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

/** What a message is about; null when it does not say. */
export function subjectOf(definition: JsonEventDefinition, view: JsonView): Subject | null {
  const [key] = definition.subject === null ? [] : textsAt(view, definition.subject.paths);
  return key === undefined ? null : subjectNamed(definition, key);
}

/** What a message is about whose text is given. */
export function subjectNamed({ subject }: JsonEventDefinition, key: string): Subject | null {
  if (subject === null) return null;
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
  new EventCheck(definition, view, { strict, mask: definition.mask, find }).run();
  checkSubject(definition, view, find);
}

class EventCheck {
  readonly #definition: JsonEventDefinition;
  readonly #view: JsonView;
  readonly #checking: Checking;
  readonly #conditions: Conditions;

  constructor(definition: JsonEventDefinition, view: JsonView, checking: Checking) {
    this.#definition = definition;
    this.#view = view;
    this.#checking = checking;
    this.#conditions = new Conditions((path) => textsAt(view, [path]), definition);
  }

  run(): void {
    const { below } = eventTree(this.#definition);
    this.#members(below, [this.#view.event], true);
  }

  /** `needed`: where there is no value that they could stand in, those that must be there are missing. */
  #members(below: TreeMember["below"], parents: readonly JsonNode[], needed: boolean): void {
    for (const member of below.values()) this.#member(member, parents, needed);
  }

  #member(member: TreeMember, parents: readonly JsonNode[], needed: boolean): void {
    const field = this.#conditions.fieldOf(member);
    const found = this.#valuesOf(member, parents);
    const isMissing = this.#checkThere(field, member, found, { parents: parents.length, needed });
    if (field !== null) for (const node of found) checkNode(field, node, this.#checking);
    if (member.below.size === 0) return;
    const inside = found.flatMap(elements).filter(({ kind }) => kind !== "null");
    // What a missing member would hold is missing with it; an optional one need not hold anything.
    const neededInside = needed && !isMissing && field?.needed !== false;
    this.#members(member.below, inside, neededInside);
  }

  #valuesOf({ name, path }: TreeMember, parents: readonly JsonNode[]): JsonNode[] {
    const { item } = this.#view;
    if (item !== null && path === item.path) return [item.node];
    return parents.flatMap((node) => {
      const value = node.kind === "object" ? node.members.get(name) : undefined;
      return value === undefined ? [] : [value];
    });
  }

  /** Notes a member that must have a value and has none; whether it did. */
  #checkThere(
    field: FieldNow | null,
    { path }: TreeMember,
    found: readonly JsonNode[],
    { parents, needed }: { readonly parents: number; readonly needed: boolean },
  ): boolean {
    // The event was known by its discriminator, which may stand there with other capitals.
    if (field?.needed !== true || path === this.#definition.discriminator.path) return false;
    const filled = found.filter((node) => isFilled(field, node)).length;
    if (filled > 0 ? filled >= parents : parents === 0 && !needed) return false;
    const node = found.find((one) => !isFilled(field, one)) ?? null;
    const wanted = expected[field.type];
    const { find } = this.#checking;
    if (field.advice)
      find(
        "MEMBER_MISSING",
        path,
        node,
        `${path} is missing or empty, and ought to be ${wanted}; the message is taken all the same.`,
      );
    else
      find(
        "MISSING_VALUE",
        path,
        node,
        `${path} is missing or empty and must have a value: ${wanted}; ask the sender for it.`,
      );
    return true;
  }
}

/** Whether it says something, be it that there is nothing to say. */
function isFilled({ nullable, length }: JsonFieldDefinition, node: JsonNode): boolean {
  if (node.kind === "null") return nullable;
  return !isEmpty(node) || length?.[0] === 0;
}

const expected: Readonly<Record<JsonType, string>> = {
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
interface Checking {
  readonly strict: boolean;
  /** Stands in place of a value that is not to be seen. */
  readonly mask: string | null;
  readonly find: Find;
}

function checkNode(field: JsonFieldDefinition, node: JsonNode, checking: Checking): void {
  if (isEmpty(node)) return;
  const { path, type } = field;
  const say = (code: ProblemCode) =>
    checking.find(
      code,
      path,
      node,
      `${path} is ${describeNode(node)}, expected was ${expected[type]}${reason(code, node)}; ask the sender to correct it.`,
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
      `has ${characters(text)} characters, and ought to have ${sayLimits(length)}`,
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
      `has ${node.items.length} elements, and ought to have ${sayLimits(count)}`,
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
function characters(text: string): number {
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
