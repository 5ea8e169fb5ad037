import type { JsonEventDefinition, JsonPath } from "../../catalogue/json-event-definition.ts";
import { eventTree, spelling, type TreeMember } from "./event-tree.ts";
import type { JsonList, JsonNode, JsonObject } from "./text/json-node.ts";

/** A member that is in another place than the definition has it, and is read all the same. */
export interface Otherwise {
  readonly path: JsonPath;
  readonly node: JsonNode;
  /** The name it is under; null where it has the right one and is one value in place of a list, or a list in place of one. */
  readonly name: string | null;
}

/** An event as its definition has it. */
export interface OwnNames {
  readonly event: JsonNode;
  readonly otherwise: readonly Otherwise[];
}

/**
 * The event with the definition's own names: those with other capitals, where capitals do not count, and
 * those that senders give members otherwise. One value in place of a list becomes a list of it, where the
 * definition is tolerant. Places in the text stay those of what was read.
 */
export function withOwnNames(definition: JsonEventDefinition, event: JsonNode): OwnNames {
  const otherwise: Otherwise[] = [];
  const renaming = new Renaming(definition.anyCase, otherwise);
  return { event: renaming.value(event, eventTree(definition)), otherwise };
}

class Renaming {
  readonly #anyCase: boolean;
  readonly #otherwise: Otherwise[];

  constructor(anyCase: boolean, otherwise: Otherwise[]) {
    this.#anyCase = anyCase;
    this.#otherwise = otherwise;
  }

  value(node: JsonNode, tree: TreeMember): JsonNode {
    if (tree.below.size === 0) return node;
    if (node.kind === "object") return this.#object(node, tree);
    if (node.kind !== "list") return node;
    const items = node.items.map((one) => this.value(one, tree));
    return items.some((one, at) => one !== node.items[at]) ? { ...node, items } : node;
  }

  #object(node: JsonObject, tree: TreeMember): JsonNode {
    const members = new Map<string, JsonNode>();
    let changed = false;
    for (const [name, value] of node.members) {
      const found = this.#member(name, value, node, tree, members);
      const own = found === undefined ? value : this.#shaped(this.value(value, found), found);
      if (found !== undefined && found.name !== name)
        this.#otherwise.push({ path: found.path, node: value, name });
      const ownName = found?.name ?? name;
      members.set(ownName, own);
      changed ||= own !== value || ownName !== name;
    }
    return changed ? { ...node, members } : node;
  }

  /** What a name stands for: the exact one goes first, and no member stands for two. */
  #member(
    name: string,
    value: JsonNode,
    { members }: JsonObject,
    tree: TreeMember,
    taken: ReadonlyMap<string, JsonNode>,
  ): TreeMember | undefined {
    const exact = tree.below.get(name);
    if (exact !== undefined) return exact;
    const other = tree.otherwise.get(spelling(name, this.#anyCase));
    if (other === undefined || members.has(other.name) || taken.has(other.name)) return undefined;
    // Several objects under an earlier name are not what the one object under its name now is.
    const isObject = other.fields[0]?.type === "object";
    return isObject && value.kind === "list" && onlyObject(value) === null ? undefined : other;
  }

  #shaped(node: JsonNode, { path, fields }: TreeMember): JsonNode {
    const [field] = fields;
    const only = node.kind === "list" && field?.type === "object" ? onlyObject(node) : null;
    if (only !== null && field?.advice === true) {
      this.#otherwise.push({ path, node, name: null });
      return only;
    }
    const isOne =
      (field?.type === "list" && node.kind === "object") ||
      (field?.type === "text-list" && node.kind === "text" && node.text !== "");
    if (!isOne || field?.advice !== true) return node;
    this.#otherwise.push({ path, node, name: null });
    const { start, end } = node;
    return { kind: "list", start, end, items: [node] };
  }
}

function onlyObject({ items }: JsonList): JsonNode | null {
  const [only] = items;
  return items.length === 1 && only?.kind === "object" ? only : null;
}
