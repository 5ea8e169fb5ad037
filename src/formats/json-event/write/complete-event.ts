import type { JsonEventDefinition } from "../../../catalogue/json-event-definition.ts";
import { Conditions } from "../conditions.ts";
import { eventTree, type TreeMember } from "../event-tree.ts";
import { elements, type JsonView, textsAt } from "../json-path.ts";
import { withOwnNames } from "../own-names.ts";
import type { JsonNode, JsonObject } from "../text/json-node.ts";

/**
 * A new event as its definition wants it written: its members under the definition's names, and null for
 * each that must be there, may be null and is missing where what it is in is there.
 */
export function completeEvent(
  definition: JsonEventDefinition,
  event: JsonNode,
  nothing: JsonNode,
): JsonNode {
  const named = withOwnNames(definition, event).event;
  const view: JsonView = { event: named, item: null };
  const conditions = new Conditions((path) => textsAt(view, [path]), definition);
  return complete(named, eventTree(definition), { conditions, nothing });
}

interface Completing {
  readonly conditions: Conditions;
  readonly nothing: JsonNode;
}

function complete(node: JsonNode, tree: TreeMember, completing: Completing): JsonNode {
  if (tree.below.size === 0) return node;
  if (node.kind === "list")
    return { ...node, items: elements(node).map((one) => complete(one, tree, completing)) };
  if (node.kind !== "object") return node;
  const known = completing.conditions;
  const lacking = [...tree.below.values()].some(
    (member) => !node.members.has(member.name) && isNull(known, member),
  );
  const members = new Map(lacking ? inOrder(node, tree, completing) : node.members);
  for (const [name, value] of members) {
    const below = tree.below.get(name);
    if (below !== undefined) members.set(name, complete(value, below, completing));
  }
  return { ...node, members };
}

function isNull(conditions: Conditions, member: TreeMember): boolean {
  const field = conditions.fieldOf(member);
  return field?.needed === true && field.nullable;
}

/** The members in the definition's order, with those that are null, then all others. */
function* inOrder(
  { members }: JsonObject,
  tree: TreeMember,
  { conditions, nothing }: Completing,
): Generator<[string, JsonNode]> {
  for (const [name, member] of tree.below) {
    const value = members.get(name) ?? (isNull(conditions, member) ? nothing : undefined);
    if (value !== undefined) yield [name, value];
  }
  for (const [name, value] of members) if (!tree.below.has(name)) yield [name, value];
}
