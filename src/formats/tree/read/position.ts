import { halfHoursOn } from "../../../calendar/settlement-day.ts";
import { times } from "../../../runtime/counted.ts";
import type { TreeFindings } from "../check/findings.ts";
import { choosePlace } from "./choose-place.ts";
import type { Line } from "./lines/line.ts";
import type { LinesAhead } from "./lines/lines-ahead.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/**
 * Where in the tree of a flow the last line was, and how often each group has occurred there. The
 * same code may be at several places of a flow; which one is meant follows from this position.
 */
export class Position {
  /** Node of the last line. */
  current: FlowNode;
  /** The message that is open holds groups out of order or too often: its data needs the slower way. */
  irregular = false;
  /** Where the line of which it was decided last is. */
  #chosen: FlowNode | null = null;
  /** Records have come that the flow does not have: what is missing may be among them. */
  unknownRecords = false;
  readonly #plan: FlowPlan;
  readonly #findings: TreeFindings;
  /** By node: occurrences below the open parent, place of the last child, line of the open occurrence. */
  readonly #counts: number[];
  readonly #lastChild: number[];
  readonly #lines: number[];
  /** By node: whether the groups below the open occurrence have kept their order. */
  readonly #ordered: boolean[];
  /** The settlement day that the open occurrence of a node tells. */
  readonly #days = new Map<FlowNode, string>();

  constructor(plan: FlowPlan, findings: TreeFindings) {
    this.#plan = plan;
    this.#findings = findings;
    this.current = plan.root;
    const { zeros, minusOnes, trues } = plan.beginning;
    this.#counts = zeros.slice();
    this.#lastChild = minusOnes.slice();
    this.#lines = zeros.slice();
    this.#ordered = trues.slice();
  }

  /**
   * Says where the line is, if its code can be at several places: the lines after it may tell.
   * False: more of them have to come.
   */
  decide(line: Line, code: number, ahead: LinesAhead): boolean {
    const candidates = this.current.next.get(code);
    // An open group may have been meant otherwise; where the line is then, what follows tells as well.
    if (candidates === undefined) return !this.#plan.codes.has(code) || ahead.haveCome();
    if (candidates.length === 1) return true;
    this.#chosen = this.#choose(candidates, line, ahead);
    return this.#chosen !== null;
  }

  /** The node that the line, of which it was decided, is an occurrence of; null when its code cannot be here. */
  resolve(code: number): FlowNode | null {
    const candidates = this.current.next.get(code);
    if (candidates === undefined) return null;
    return candidates.length === 1 ? (candidates[0] ?? null) : this.#chosen;
  }

  #choose(candidates: readonly FlowNode[], line: Line, ahead: LinesAhead): FlowNode | null {
    const places = candidates.map((node) => ({
      node,
      full: this.#isFull(node),
      missing: this.#missingBefore(node),
      inOrder: node.index >= this.#lastChildOf(node.parent),
    }));
    return choosePlace(places, line, this.#plan, ahead);
  }

  /** Groups that would be missing if the open groups that a line of this node does not belong to ended now. */
  #missingBefore(target: FlowNode): number {
    let count = 0;
    for (let node: FlowNode | null = this.current; node !== null && node !== target.parent; ) {
      for (const child of node.judged) if (this.#lacks(child)) count += 1;
      node = node.parent;
    }
    return count;
  }

  #lastChildOf(node: FlowNode | null): number {
    return node === null ? -1 : (this.#lastChild[node.id] ?? -1);
  }

  #isFull(node: FlowNode): boolean {
    return node.group.max !== null && this.#countOf(node) >= node.group.max;
  }

  #countOf(node: FlowNode): number {
    return this.#counts[node.id] ?? 0;
  }

  /** Ends the open groups that a line of this node, or the end of the file (null), does not belong to. */
  leave(target: FlowNode | null): void {
    const parent = target === null ? null : target.parent;
    for (let node: FlowNode | null = this.current; node !== null && node !== parent; ) {
      if (node.judged.length > 0) this.#judge(node);
      node = node.parent;
      if (node !== null) this.current = node;
    }
  }

  /** Begins an occurrence of the node; `leave` has come before. */
  enter(node: FlowNode, line: number): void {
    const { parent, id } = node;
    if (parent !== null) {
      const last = this.#lastChild[parent.id] ?? -1;
      if (node.index >= last) this.#lastChild[parent.id] = node.index;
      else if (this.#ordered[parent.id] === true) this.#outOfOrder(node, parent, line);
      const count = (this.#counts[id] ?? 0) + 1;
      this.#counts[id] = count;
      if (node.group.max !== null && count > node.group.max) this.#tooMany(node, count, line);
    }
    for (const child of node.children) this.#counts[child.id] = 0;
    this.#lastChild[id] = -1;
    this.#ordered[id] = true;
    this.#lines[id] = line;
    this.current = node;
  }

  /** The line entered last tells a settlement day. */
  tellDay(node: FlowNode, day: string): void {
    this.#days.set(node, day);
  }

  /** The numbers of occurrences that are right: of half hours, the one that their day has, where it is reported. */
  #rightCounts({ group: { counts }, dayNode }: FlowNode): readonly number[] | null {
    if (counts === null || dayNode === null) return counts;
    const halfHours = halfHoursOn(this.#days.get(dayNode) ?? "");
    return halfHours === null || !counts.includes(halfHours) ? counts : [halfHours];
  }

  #outOfOrder(node: FlowNode, parent: FlowNode, line: number): void {
    this.#ordered[parent.id] = false;
    const later = parent.children[this.#lastChild[parent.id] ?? 0]?.group.code ?? "";
    if (node.inMessage) this.irregular = true;
    if (!this.#plan.ordered) return;
    this.#findings.find(
      node.inMessage,
      "GROUP_ORDER",
      () => ({ line, group: node.group.code }),
      () =>
        `Group ${node.group.code} is after group ${later}, the catalogue has it before; accepted unchanged.`,
    );
  }

  #tooMany(node: FlowNode, count: number, line: number): void {
    const { code, name, max, counts } = node.group;
    if (node.inMessage) this.irregular = true;
    if (count !== (max ?? 0) + 1 || counts !== null) return;
    const where = whereBelow(node);
    this.#findings.find(
      node.inMessage,
      "TOO_MANY_GROUPS",
      () => ({ line, group: code }),
      () =>
        `Group ${code} (${name}) may occur ${times(max ?? 0)} ${where}, and this is one more; ask the sender to correct the file.`,
    );
  }

  #judge(node: FlowNode): void {
    for (const child of node.judged) {
      const { min } = child.group;
      const counts = this.#rightCounts(child);
      const count = this.#countOf(child);
      if (count === 0) {
        if (this.#lacks(child)) this.#missing(node, child);
      } else if (counts === null ? count < min : !counts.includes(count))
        this.#wrongNumber(node, child, count, counts);
    }
  }

  /** Whether the open group above lacks this one, which it must have. */
  #lacks(child: FlowNode): boolean {
    const { min, conditional } = child.group;
    if (min === 0 || conditional || this.#countOf(child) > 0) return false;
    if (child.twins.some((twin) => this.#countOf(twin) > 0)) return false;
    return !(this.unknownRecords && this.#isUnproved(child));
  }

  /** Whether the code of the group was never seen in a document. */
  #isUnproved({ group }: FlowNode): boolean {
    return this.#plan.definition.names?.unproved[group.code] !== undefined;
  }

  #missing(node: FlowNode, child: FlowNode): void {
    const { code, name } = child.group;
    const where = whereBelow(child);
    this.#findings.find(
      node.inMessage,
      "MISSING_GROUP",
      () => this.#placeOf(node, child),
      () => `Group ${code} (${name}) must occur ${where} and is missing; ask the sender for it.`,
    );
  }

  #wrongNumber(
    node: FlowNode,
    child: FlowNode,
    count: number,
    counts: readonly number[] | null,
  ): void {
    const { code, name, min } = child.group;
    const day = child.dayNode === null ? undefined : this.#days.get(child.dayNode);
    const right = counts === null ? `at least ${min} would be right` : rightNumber(counts, day);
    const where = whereBelow(child);
    this.#findings.find(
      node.inMessage,
      "WRONG_OCCURRENCES",
      () => ({ ...this.#placeOf(node, child), value: String(count) }),
      () =>
        `Group ${code} (${name}) occurs ${times(count)} ${where.replace("in each", "in this")} where ${right}; ask the sender to correct the file.`,
    );
  }

  #placeOf(node: FlowNode, child: FlowNode): { line: number | null; group: string } {
    if (node === this.#plan.root) return { line: null, group: child.group.code };
    return { line: this.#lines[node.id] ?? null, group: node.group.code };
  }

  /**
   * For a code that cannot be here: whether an open group was meant to be another one of the same code
   * that has other groups below it, at the same place (D0209 has two ZIN, D0030 three SUP) or further up (a
   * name below an asset, and one below its meter point). If so the position is moved there and the nodes
   * are given, old to new; else null.
   */
  moveToTwin(code: number): ReadonlyMap<FlowNode, FlowNode> | null {
    for (let open: FlowNode | null = this.current; open !== null; open = open.parent)
      for (const twin of [...open.twins, ...open.namesakes]) {
        if (twin.inMessage !== open.inMessage || this.#isFull(twin)) continue;
        const moved = new Map<FlowNode, FlowNode>();
        const fits = this.#mirror(open, twin, moved);
        const current = moved.get(this.current);
        const goal = current?.next.get(code)?.find((node) => node.depth > twin.depth);
        if (!fits || current === undefined || goal === undefined) continue;
        this.#move(open, twin, moved);
        for (let left = open.parent; left !== null && left !== twin.parent; left = left.parent)
          this.#judge(left);
        this.irregular = true;
        this.current = current;
        return moved;
      }
    return null;
  }

  #mirror(from: FlowNode, to: FlowNode, moved: Map<FlowNode, FlowNode>): boolean {
    moved.set(from, to);
    return from.children.every((child) => {
      const other = to.children.find((one) => one.group.code === child.group.code);
      return other === undefined ? this.#countOf(child) === 0 : this.#mirror(child, other, moved);
    });
  }

  #move(open: FlowNode, twin: FlowNode, moved: ReadonlyMap<FlowNode, FlowNode>): void {
    for (const child of twin.children) this.#counts[child.id] = 0;
    for (const [from, to] of moved) {
      if (from !== open) this.#counts[to.id] = this.#countOf(from);
      this.#lines[to.id] = this.#lines[from.id] ?? 0;
      const last = from.children[this.#lastChild[from.id] ?? -1];
      this.#lastChild[to.id] = last === undefined ? -1 : (moved.get(last)?.index ?? -1);
    }
    this.#counts[open.id] = this.#countOf(open) - 1;
    this.#counts[twin.id] = this.#countOf(twin) + 1;
    if (open.parent !== null && twin.index > this.#lastChildOf(open.parent))
      this.#lastChild[open.parent.id] = twin.index;
  }
}

/** As the end of a sentence. A day with one right number says why. */
function rightNumber(counts: readonly number[], day: string | undefined): string {
  const [only = 48, ...others] = counts;
  if (others.length > 0 || day === undefined) return `${orList(counts)} would be right`;
  const why = { 46: ", when clocks go forward", 50: ", when clocks go back" }[only] ?? "";
  return `${only} would be right on ${day}${why}`;
}

function orList(counts: readonly number[]): string {
  const last = counts.at(-1) ?? 0;
  return counts.length < 2 ? String(last) : `${counts.slice(0, -1).join(", ")} or ${last}`;
}

function whereBelow(node: FlowNode): string {
  return node.parent === null || node.parent.parent === null
    ? "in the file"
    : `in each group ${node.parent.group.code}`;
}
