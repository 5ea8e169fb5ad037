import type { GroupData } from "../../../core/file/document.ts";
import type { WritableMessage } from "../../writer.ts";
import { chainAbove } from "./order.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

/**
 * The place in its flow that a message is an occurrence of: the one of its group's code whose names its
 * data has. Null when the flow has no such message.
 */
export function messageNode(plan: FlowPlan, { group, data }: WritableMessage): FlowNode | null {
  const [first, ...others] = messageNodes(plan).get(group) ?? [];
  if (first === undefined) return plan.raw;
  if (others.length === 0) return first;
  return others.reduce(
    (best, node) => (misfit(node, data) < misfit(best, data) ? node : best),
    first,
  );
}

const nodesOfPlans = new WeakMap<FlowPlan, ReadonlyMap<string, readonly FlowNode[]>>();

function messageNodes(plan: FlowPlan): ReadonlyMap<string, readonly FlowNode[]> {
  const known = nodesOfPlans.get(plan);
  if (known !== undefined) return known;
  const messages = plan.nodes.filter((node) => node.group.message);
  const made = Map.groupBy(messages, (node) => node.group.code);
  nodesOfPlans.set(plan, made);
  return made;
}

/** How badly data fits a node: names it does not have, values that must be there or must not. */
function misfit(node: FlowNode, data: GroupData): number {
  const known = new Set([
    ...node.fields.map(({ key }) => key),
    ...[...node.children, ...chainAbove(node)].map(({ group }) => group.key),
  ]);
  const unknown = Object.keys(data).filter((key) => !known.has(key)).length;
  const wrong = node.fields.filter(({ key, required, unused }) =>
    data[key] === undefined ? required : unused,
  ).length;
  return unknown * 1000 + wrong;
}
