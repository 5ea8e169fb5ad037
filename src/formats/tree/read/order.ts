import { type DataValue, type GroupData, isGroup } from "../../../core/file/document.ts";
import type { WritableMessage } from "../../writer.ts";
import { orderCode } from "./group-data.ts";
import { packCode } from "./lines/line.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/** How an order names a message that begins with a record its flow does not know. */
const unknownRecord = "*";

/** A message and the node it is an occurrence of. */
export interface NodedMessage extends WritableMessage {
  readonly node: FlowNode;
}

/** One group outside the messages, or one message, in the order to write them. */
export interface Step {
  readonly node: FlowNode;
  readonly data: GroupData;
}

/** Messages, and the groups above and beside them, in a given order; null when it does not fit them. */
export function inGivenOrder(
  plan: FlowPlan,
  messages: readonly NodedMessage[],
  order: string,
): readonly Step[] | null {
  const nodes = nodesOf(plan, order);
  return nodes === null ? null : stepsOf(plan, messages, nodes);
}

/**
 * Messages, and the groups above and beside them, in the definition's order as far as the messages let
 * it: they stay in theirs. Messages in a row with the same data of a group above share it.
 */
export function inUsualOrder(plan: FlowPlan, messages: readonly NodedMessage[]): readonly Step[] {
  return stepsOf(plan, messages, new UsualOrder(plan).of(messages)) ?? [];
}

/** The codes of nodes as an order names them. */
export function nameOrder(plan: FlowPlan, nodes: readonly FlowNode[]): string {
  return nodes.map((node) => (node === plan.raw ? unknownRecord : orderCode(node))).join(" ");
}

function nodesOf(plan: FlowPlan, order: string): readonly FlowNode[] | null {
  const nodes: FlowNode[] = [];
  let current = plan.root;
  for (const name of order.split(" ")) {
    const [code = ""] = name.split("~");
    const found =
      name === unknownRecord
        ? plan.raw
        : current.next
            .get(packCode(code))
            ?.find((node) => orderCode(node) === name && (!node.inMessage || node.group.message));
    if (found === undefined || found === null) return null;
    nodes.push(found);
    if (found !== plan.raw) current = found;
  }
  return nodes;
}

/** An occurrence that is open, and how many of the groups beside messages below it were placed. */
interface Scope {
  readonly node: FlowNode;
  readonly data: GroupData;
  readonly placed: Map<FlowNode, number>;
}

function openScope(node: FlowNode, data: GroupData): Scope {
  return { node, data, placed: new Map() };
}

function stepsOf(
  plan: FlowPlan,
  messages: readonly NodedMessage[],
  nodes: readonly FlowNode[],
): readonly Step[] | null {
  const steps: Step[] = [];
  const all: Scope[] = [openScope(plan.root, messages[0]?.data ?? {})];
  const scopes = new Map(all.map((scope) => [scope.node, scope]));
  let next = 0;
  for (const node of nodes) {
    const message = messages[next];
    if (node.inMessage) {
      if (message?.node !== node) return null;
      next += 1;
      steps.push(message);
    } else if (node.aboveMessage) {
      const data = groupAt(message?.data, node);
      if (data === null) return null;
      const scope = openScope(node, data);
      scopes.set(node, scope);
      all.push(scope);
      steps.push(scope);
    } else {
      const data = nextBeside(scopes.get(node.parent ?? plan.root), node);
      if (data === null) return null;
      steps.push({ node, data });
    }
  }
  const whole = next === messages.length && all.every(isPlaced);
  return whole ? steps : null;
}

function nextBeside(scope: Scope | undefined, node: FlowNode): GroupData | null {
  if (scope === undefined) return null;
  const place = scope.placed.get(node) ?? 0;
  scope.placed.set(node, place + 1);
  return occurrences(scope.data[node.group.key])[place] ?? null;
}

function isPlaced({ node, data, placed }: Scope): boolean {
  return besides(node).every(
    (child) => occurrences(data[child.group.key]).length === (placed.get(child) ?? 0),
  );
}

/** Children that are neither messages nor above them. */
export function besides(node: FlowNode): readonly FlowNode[] {
  return node.children.filter((child) => !child.inMessage && !child.aboveMessage);
}

/** A group's occurrences in data, one or several. */
export function occurrences(value: DataValue | undefined): readonly GroupData[] {
  if (Array.isArray(value)) return value.every(isGroup) ? value : value.filter(isGroup);
  return isGroup(value) ? [value] : [];
}

/** Data of a group above a message; one that the message does not tell of is empty. */
function groupAt(data: GroupData | undefined, node: FlowNode): GroupData | null {
  if (data === undefined) return null;
  return occurrences(data[node.group.key])[0] ?? {};
}

class UsualOrder {
  readonly #plan: FlowPlan;
  readonly #nodes: FlowNode[] = [];

  constructor(plan: FlowPlan) {
    this.#plan = plan;
  }

  of(messages: readonly NodedMessage[]): readonly FlowNode[] {
    const open: Scope[] = [openScope(this.#plan.root, messages[0]?.data ?? {})];
    for (const { node, data } of messages) {
      const chain = node === this.#plan.raw ? chainOf(this.#plan, data) : chainAbove(node);
      let shared = 1;
      while (isShared(open[shared], chain[shared - 1], data)) shared += 1;
      while (open.length > shared) this.#close(open.pop());
      for (const above of chain.slice(shared - 1)) {
        this.#placeBefore(open.at(-1), above.index);
        this.#nodes.push(above);
        open.push(openScope(above, groupAt(data, above) ?? {}));
      }
      if (node !== this.#plan.raw) this.#placeBefore(open.at(-1), node.index);
      this.#nodes.push(node);
    }
    while (open.length > 0) this.#close(open.pop());
    return this.#nodes;
  }

  #close(scope: Scope | undefined): void {
    this.#placeBefore(scope, Number.POSITIVE_INFINITY);
  }

  /** Places the groups beside messages that are before a place among their siblings. */
  #placeBefore(scope: Scope | undefined, index: number): void {
    if (scope === undefined) return;
    for (const child of besides(scope.node)) {
      if (child.index >= index || scope.placed.has(child)) continue;
      const count = occurrences(scope.data[child.group.key]).length;
      scope.placed.set(child, count);
      for (let place = 0; place < count; place += 1) this.#nodes.push(child);
    }
  }
}

/** The groups above a node, outermost first, the one above the roots left out. */
export function chainAbove(node: FlowNode): readonly FlowNode[] {
  const chain: FlowNode[] = [];
  for (let above = node.parent; above !== null && above.parent !== null; above = above.parent)
    chain.unshift(above);
  return chain;
}

/** The groups above messages that data tells of, outermost first. */
function chainOf({ root }: FlowPlan, data: GroupData): readonly FlowNode[] {
  const chain: FlowNode[] = [];
  const tells = ({ aboveMessage, group }: FlowNode) =>
    aboveMessage && data[group.key] !== undefined;
  for (let next = root.children.find(tells); next !== undefined; next = next.children.find(tells))
    chain.push(next);
  return chain;
}

function isShared(scope: Scope | undefined, node: FlowNode | undefined, data: GroupData): boolean {
  if (scope === undefined || node === undefined || scope.node !== node) return false;
  return isSame(scope.data, groupAt(data, node) ?? {});
}

/** Whether two pieces of data say the same. */
function isSame(a: DataValue | undefined, b: DataValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}
