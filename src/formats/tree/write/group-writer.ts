import { type DataValue, type GroupData, isGroup } from "../../../core/file/document.ts";
import type { Problem } from "../../../core/file/problem.ts";
import { printable } from "../../printable.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { problem } from "../../problem-log.ts";
import { orderCode, orderKey, restKey } from "../read/group-data.ts";
import { besides, chainAbove, occurrences } from "../read/order.ts";
import { type FlowNode, type FlowPlan, rawKey, recordCode } from "../read/plan.ts";
import type { LineWriter } from "./line-writer.ts";

/** Most problems of a document that are reported. */
const mostProblems = 1000;

/** A group below another one, and its data. */
interface Below {
  readonly node: FlowNode;
  readonly data: GroupData;
}

/** Writes groups of data as lines, and says what of the data cannot be written. */
export class GroupWriter {
  readonly problems: Problem[] = [];
  /** Occurrences of the flow's first group. */
  firstGroups = 0;
  readonly #lines: LineWriter;
  readonly #plan: FlowPlan;

  constructor(lines: LineWriter, plan: FlowPlan) {
    this.#lines = lines;
    this.#plan = plan;
  }

  /** A group's line, then its groups. */
  group(node: FlowNode, data: GroupData): void {
    let used = this.#line(node, data);
    const { line } = this.#lines;
    if (node.keepsRecords || node.children.length > 0) used += this.below(node, data);
    if (used !== countKeys(data)) this.#sayUnknown(node, data, line);
  }

  /** A group's line alone, for one that is above messages. */
  lineOf(node: FlowNode, data: GroupData): void {
    if (this.#line(node, data) !== countKeys(data)) this.#sayUnknown(node, data, this.#lines.line);
  }

  /** What is below the roots, where it is data of its own. */
  top(data: GroupData): void {
    const { root } = this.#plan;
    const line = this.#lines.line + 1;
    if (this.below(root, data) !== countKeys(data)) this.#sayUnknown(root, data, line);
  }

  /**
   * A message of records that its flow does not know. The groups above and beside it, which its data has
   * too, are written in their own places.
   */
  recordsOf(data: GroupData): void {
    const { root } = this.#plan;
    const line = this.#lines.line + 1;
    const outside = [...besides(root), ...this.#plan.nodes.filter((node) => node.aboveMessage)];
    const known = new Set([rawKey, orderKey, restKey, ...outside.map(({ group }) => group.key)]);
    this.#records(root, data);
    if (data[restKey] !== undefined) this.#sayLeftOut(root, line);
    for (const key in data) if (!known.has(key)) this.#sayUnknownKey(root.group.code, key, line);
  }

  /** The records and groups below a group; gives how many names of the data they use. */
  below(node: FlowNode, data: GroupData): number {
    let used = node.keepsRecords ? this.#records(node, data) : 0;
    const order = data[orderKey];
    if (order !== undefined) used += 1;
    const sorted = typeof order === "string" ? inOrder(node, data, order) : null;
    for (const child of node.children) {
      const value = data[child.group.key];
      if (value === undefined) continue;
      used += 1;
      if (sorted === null) this.#each(value, child);
    }
    for (const one of sorted ?? []) this.group(one.node, one.data);
    return used;
  }

  /** The records that a group's flow does not know, right behind it; gives how many names of the data they use. */
  #records(node: FlowNode, data: GroupData): number {
    const records = data[rawKey];
    if (records === undefined) return 0;
    if (!areGroups(records)) this.#sayNoGroup(node, rawKey);
    for (const record of occurrences(records)) this.record(record);
    return 1;
  }

  /** A record that its flow does not know: a code and numbered fields. */
  record(data: GroupData): void {
    const { code, ...fields } = data;
    const name = typeof code === "string" ? code : "";
    this.#lines.begin(name);
    if (!recordCode.test(name))
      this.find("WRONG_TYPE", name, "code", name, "A record needs a code of up to 10 characters.");
    const used = this.#further(name, fields, 0);
    this.#lines.end();
    if (used === countKeys(fields)) return;
    for (const key of Object.keys(fields))
      if (!numbered.test(key)) this.#sayUnknownKey(name, key, this.#lines.line);
  }

  find(
    code: ProblemCode,
    group: string | null,
    field: string | null,
    value: string | null,
    sentence: string,
    line = this.#lines.line,
  ): void {
    if (this.problems.length >= mostProblems) return;
    this.problems.push(problem(code, { line, group, field, value }, sentence));
  }

  #line(node: FlowNode, data: GroupData): number {
    const { code } = node.group;
    const lines = this.#lines;
    if (node.first) this.firstGroups += 1;
    lines.begin(code);
    let used = lines.fields(data, node.keys);
    if (used < 0) used = this.#oneByOne(node, data);
    if (node.open) used += this.#further(code, data, node.fields.length);
    lines.end();
    return used;
  }

  #oneByOne({ keys, group }: FlowNode, data: GroupData): number {
    let used = 0;
    for (const key of keys) {
      const value = data[key];
      if (value === undefined) this.#lines.empty();
      else {
        used += 1;
        if (typeof value !== "string" || !this.#lines.field(value))
          this.#fault(group.code, key, value);
      }
    }
    return used;
  }

  #fault(group: string, key: string, value: DataValue): void {
    if (typeof value === "string") this.sayUnwritable(group, key, value);
    else {
      this.#lines.empty();
      this.find("WRONG_TYPE", group, key, null, `"${key}" must be text.`);
    }
  }

  sayUnwritable(group: string, key: string, value: string): void {
    this.find(
      "UNWRITABLE_CHARACTER",
      group,
      key,
      value,
      "The value has a character that the format cannot hold: a delimiter, a control character or one outside Latin-1; write it in another way.",
    );
  }

  /** Fields without names, after so many that have one; gives how many there are. */
  #further(group: string, data: GroupData, after: number): number {
    let used = 0;
    let last = after;
    for (const key in data) {
      const position = Number(numbered.exec(key)?.[1]);
      if (position > after) {
        used += 1;
        last = Math.max(last, position);
      }
    }
    for (let position = after + 1; position <= last; position += 1) {
      const key = `field${position}`;
      const value = data[key] ?? "";
      if (typeof value !== "string" || !this.#lines.field(value)) this.#fault(group, key, value);
    }
    return used;
  }

  #each(value: DataValue, node: FlowNode): void {
    if (isGroup(value)) this.group(node, value);
    else if (!Array.isArray(value)) this.#sayNoGroup(node, node.group.key);
    else
      for (const group of value)
        if (isGroup(group)) this.group(node, group);
        else this.#sayNoGroup(node, node.group.key);
  }

  /** Says which groups outside the messages are none. */
  checkOutside(node: FlowNode, data: GroupData): void {
    for (const outside of outsideOf(this.#plan, node)) {
      const value = data[outside.group.key];
      if (value !== undefined && !areGroups(value)) this.#sayNoGroup(node, outside.group.key);
    }
  }

  #sayNoGroup({ group }: FlowNode, key: string): void {
    this.find("WRONG_TYPE", group.code, key, null, `"${key}" must be a group or a list of groups.`);
  }

  #sayUnknown(node: FlowNode, data: GroupData, line: number): void {
    const known = namesOf(this.#plan, node);
    for (const key in data)
      if (key === restKey) this.#sayLeftOut(node, line);
      else if (!known.has(key) && !(node.open && numbered.test(key)))
        this.#sayUnknownKey(node.group.code, key, line);
  }

  #sayUnknownKey(group: string, key: string, line: number): void {
    const say = `The group has no field or group called "${printable(key)}".`;
    this.find("UNKNOWN_NAME", group, printable(key), null, say, line);
  }

  #sayLeftOut(node: FlowNode, line: number): void {
    this.find(
      "MESSAGE_TOO_LARGE",
      node.group.code,
      restKey,
      null,
      "The data says that groups were left out of it, so the file would not be whole; read it whole.",
      line,
    );
  }
}

/** How fields without a name are called. */
const numbered = /^field([1-9]\d{0,3})$/;

function countKeys(data: GroupData): number {
  let count = 0;
  for (const _key in data) count += 1;
  return count;
}

const namesOfNodes = new WeakMap<FlowNode, ReadonlySet<string>>();

/** Every name that data of a node may have; a message's also those of the groups above and beside it. */
function namesOf(plan: FlowPlan, node: FlowNode): ReadonlySet<string> {
  const known = namesOfNodes.get(node);
  if (known !== undefined) return known;
  const leads = node.group.message || (node === plan.root && !plan.wholeFile);
  const outside = leads ? outsideOf(plan, node) : [];
  const groups = [...node.children, ...outside].map(({ group }) => group.key);
  const names = new Set([orderKey, ...node.keys, ...groups]);
  if (node.keepsRecords) names.add(rawKey);
  namesOfNodes.set(node, names);
  return names;
}

/** The groups above a message, and those beside it at the top. */
function outsideOf({ root }: FlowPlan, node: FlowNode): readonly FlowNode[] {
  return [...chainAbove(node), ...besides(root)];
}

/** Whether a value is a group or a list of them. */
function areGroups(value: unknown): boolean {
  return isGroup(value) || (Array.isArray(value) && value.every(isGroup));
}

/** The groups of data in a given order; null when it does not fit them. */
function inOrder(node: FlowNode, data: GroupData, order: string): readonly Below[] | null {
  const left = new Map(
    node.children.map((child) => [child, [...occurrences(data[child.group.key])]]),
  );
  const sorted: Below[] = [];
  for (const name of order.split(" ")) {
    const child = node.children.find((one) => orderCode(one) === name);
    const group = child === undefined ? undefined : left.get(child)?.shift();
    if (child === undefined || group === undefined) return null;
    sorted.push({ node: child, data: group });
  }
  return [...left.values()].every((groups) => groups.length === 0) ? sorted : null;
}
