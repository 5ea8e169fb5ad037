import type { Line } from "./lines/line.ts";
import type { LinesAhead } from "./lines/lines-ahead.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/** A place where a line may be, and what speaks against it at first sight. */
export interface LinePlace {
  readonly node: FlowNode;
  /** The place has as many occurrences as it may. */
  readonly full: boolean;
  /** Groups that must be there would be missing if the open groups before this place ended now. */
  readonly missing: number;
  readonly inOrder: boolean;
}

/** What is wrong with a structure weighs as much as two wrong fields, so that one wrong field moves no record. */
const structureFault = 2;

/**
 * Of several places for a line, deepest open group first, the one where the least is wrong: with its fields
 * there (the two ZIN of D0209 differ in them), with the groups that would be missing, and with the records
 * that follow, which cannot be everywhere. Among equals one that keeps the order, then the first. Null:
 * lines have to come before it can be said.
 */
export function choosePlace(
  places: readonly LinePlace[],
  line: Line,
  plan: FlowPlan,
  ahead: LinesAhead,
): FlowNode | null {
  const alive = whereOthersFollow(places, plan, ahead);
  if (alive === null) return null;
  let best: FlowNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { node, full, missing, inOrder }] of places.entries()) {
    const structure = (full ? 1 : 0) + missing + (alive[index] === true ? 0 : 1);
    const cost = structure * structureFault + misfits(node, line) + (inOrder ? 0 : 0.5);
    if (cost < least) {
      best = node;
      least = cost;
    }
  }
  return best;
}

/**
 * For each place, whether the records that come next can follow there as far as anywhere. Several places
 * may be meant by a record that comes, too: all are followed. Null: as far as lines have come, all can.
 */
function whereOthersFollow(
  places: readonly LinePlace[],
  { codes }: FlowPlan,
  ahead: LinesAhead,
): readonly boolean[] | null {
  let reached: readonly (readonly FlowNode[])[] = places.map(({ node }) => [node]);
  for (let index = 0; ; index += 1) {
    const code = ahead.code(index);
    if (code === undefined) return null;
    if (code === null) break;
    // What a record that the flow does not have may be followed by is not known.
    if (!codes.has(code)) continue;
    const next = reached.map((nodes) => placesAfter(nodes, code));
    if (next.every((nodes) => nodes.length === 0)) break;
    reached = next;
    if (isSettled(reached)) break;
  }
  return reached.map((nodes) => nodes.length > 0);
}

function placesAfter(nodes: readonly FlowNode[], code: number): readonly FlowNode[] {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return only.next.get(code) ?? [];
  return [...new Set(nodes.flatMap((node) => node.next.get(code) ?? []))];
}

/** One place is left, or what follows can no longer distinguish those that are. */
function isSettled(reached: readonly (readonly FlowNode[])[]): boolean {
  const left = reached.filter((nodes) => nodes.length > 0);
  const [first = []] = left;
  const known = new Set(first);
  return left.every(
    (nodes) => nodes.length === known.size && nodes.every((node) => known.has(node)),
  );
}

/**
 * How many fields of a line are not as the group has them: required and empty, or filled and unused; and
 * whether their number is another. An empty last field may lack its delimiter.
 */
function misfits({ rules }: FlowNode, line: Line): number {
  const missing = rules.length - (line.count - 1);
  let count = missing === 0 || missing === 1 ? 0 : 1;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule === undefined) continue;
    if (line.isFilled(index + 1) ? rule.unused : rule.required) count += 1;
  }
  return count;
}
