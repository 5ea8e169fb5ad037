import { identifierFault, sayIdentifier, subjectKindOf } from "../../catalogue/identifier.ts";
import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
} from "../../catalogue/json-event-definition.ts";
import type { Subject } from "../../core/file/document.ts";
import { printable } from "../printable.ts";
import { type Checking, checkNode, expectedTypes, type Find } from "./check-value.ts";
import { Conditions, type FieldNow } from "./conditions.ts";
import { eventTree, type TreeMember } from "./event-tree.ts";
import { elements, type JsonView, textsAt, valuesAt } from "./json-path.ts";
import { isEmpty, type JsonNode } from "./text/json-node.ts";
import { sayStandsThere, UnknownMembers } from "./unknown-members.ts";

/** What a message is about; null when it does not say. */
export function subjectOf(definition: JsonEventDefinition, view: JsonView): Subject | null {
  const [key] = definition.subject === null ? [] : textsAt(view, definition.subject.paths);
  return key === undefined ? null : subjectNamed(definition, key);
}

/** What a message is about whose text is given. */
export function subjectNamed({ subject }: JsonEventDefinition, key: string): Subject | null {
  if (subject === null) return null;
  return { kind: subjectKindOf(subject, key), key };
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
  /** Members that are not in this event, and all below them. */
  readonly #excluded = new Set<JsonPath>();
  /** Null where the definition does not name all members there are. */
  readonly #unknown: UnknownMembers | null;

  constructor(definition: JsonEventDefinition, view: JsonView, checking: Checking) {
    this.#definition = definition;
    this.#view = view;
    this.#checking = checking;
    this.#conditions = new Conditions((path) => textsAt(view, [path]), definition);
    const { find } = checking;
    this.#unknown = definition.closed
      ? new UnknownMembers((path, node, meant) =>
          find("UNKNOWN_MEMBER", path, node, sayUnknown(definition, path, meant)),
        )
      : null;
  }

  run(): void {
    this.#members(eventTree(this.#definition), [this.#view.event], true);
  }

  /** `needed`: where there is no value that they could be in, those that must be there are missing. */
  #members(above: TreeMember, parents: readonly JsonNode[], needed: boolean): void {
    this.#unknown?.look(above, parents);
    for (const member of above.below.values()) this.#member(member, above, parents, needed);
  }

  #member(
    member: TreeMember,
    above: TreeMember,
    parents: readonly JsonNode[],
    needed: boolean,
  ): void {
    const field = this.#conditions.fieldOf(member);
    const found = this.#valuesOf(member, parents);
    this.#checkBelongs(member, above, found);
    const isMissing = this.#checkThere(field, member, found, { parents, needed, above });
    if (field !== null) for (const node of found) checkNode(field, node, this.#checking);
    if (member.below.size === 0) return;
    const inside = found.flatMap(elements).filter(({ kind }) => kind !== "null");
    // What a missing member would hold is missing with it; an optional one need not hold anything.
    const neededInside = needed && !isMissing && field?.needed !== false;
    this.#members(member, inside, neededInside);
  }

  /** Notes a member that the interface has in other events alone; what is in it is not reported as well. */
  #checkBelongs(member: TreeMember, above: TreeMember, found: readonly JsonNode[]): void {
    const { path } = member;
    if (this.#excluded.has(above.path)) {
      this.#excluded.add(path);
      return;
    }
    const node = found.find(holdsSomething);
    const by = node === undefined ? null : this.#conditions.excludedBy(member);
    if (node === undefined || by === null) return;
    this.#excluded.add(path);
    const { flow } = this.#definition;
    const others = `${by.path} is ${by.values.join(" or ")}`;
    const sentence = `${path} is a member that ${flow} has only where ${others}; it is kept and the message is taken all the same.`;
    this.#checking.find("UNKNOWN_MEMBER", path, node, sentence);
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
    { name, path }: TreeMember,
    found: readonly JsonNode[],
    { parents, needed, above }: Around,
  ): boolean {
    // The event was known by its discriminator, which may be there with other capitals.
    if (field?.needed !== true || path === this.#definition.discriminator.path) return false;
    const filled = found.filter((node) => isFilled(field, node)).length;
    if (filled > 0 ? filled >= parents.length : parents.length === 0 && !needed) return false;
    const node = found.find((one) => !isFilled(field, one)) ?? null;
    const wanted = expectedTypes[field.type];
    const { find } = this.#checking;
    const near = sayStandsThere(name, above.below, parents);
    if (field.advice)
      find(
        "MEMBER_MISSING",
        path,
        node,
        `${path} is missing or empty, and ought to be ${wanted}; the message is taken all the same.${near}`,
      );
    else
      find(
        "MISSING_VALUE",
        path,
        node,
        `${path} is missing or empty and must have a value: ${wanted}; ask the sender for it.${near}`,
      );
    return true;
  }
}

/** Where a member is looked for. */
interface Around {
  readonly parents: readonly JsonNode[];
  readonly needed: boolean;
  readonly above: TreeMember;
}

function sayUnknown({ flow }: JsonEventDefinition, path: string, meant: string | null): string {
  const ask = meant === null ? "." : `; is ${meant} meant?`;
  return `${path} is no member that ${flow} has; it is kept and not looked at${ask}`;
}

/** Whether there is a value in it, however deep. */
function holdsSomething(node: JsonNode): boolean {
  if (node.kind === "object") return [...node.members.values()].some(holdsSomething);
  return node.kind === "list" ? node.items.some(holdsSomething) : !isEmpty(node);
}

/** Whether it says something, be it that there is nothing to say. */
function isFilled({ nullable, length }: JsonFieldDefinition, node: JsonNode): boolean {
  if (node.kind === "null") return nullable;
  return !isEmpty(node) || length?.[0] === 0;
}
