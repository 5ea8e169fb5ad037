import { nearestWord } from "../../core/text/nearest-word.ts";
import { printable } from "../printable.ts";
import type { TreeMember } from "./event-tree.ts";
import type { JsonNode } from "./text/json-node.ts";

/** Takes a member that a definition does not have: its path, its value, and the one that it may stand for. */
type OnUnknown = (path: string, node: JsonNode, meant: string | null) => void;

/** Most that are reported about one message: more would help nobody. */
const mostUnknown = 20;
/** Longest name that is compared with others. */
const longestName = 64;

/** Looks for members that a definition does not have; each path is reported once. */
export class UnknownMembers {
  readonly #told = new Set<string>();
  readonly #onUnknown: OnUnknown;

  constructor(onUnknown: OnUnknown) {
    this.#onUnknown = onUnknown;
  }

  /** Looks through values of one place. Those of which the definition names no member may have any. */
  look({ path: above, below }: TreeMember, nodes: readonly JsonNode[]): void {
    if (below.size === 0) return;
    for (const node of nodes) {
      if (node.kind !== "object") continue;
      for (const [name, value] of node.members) {
        if (this.#told.size >= mostUnknown) return;
        const path = above === "" ? name : `${above}.${name}`;
        if (below.has(name) || this.#told.has(path)) continue;
        this.#told.add(path);
        const missing = [...below.keys()].filter((one) => !node.members.has(one));
        this.#onUnknown(printable(path), value, meantBy(name, missing));
      }
    }
  }
}

/** The end of a sentence about a missing member that asks after one of a similar name, where such a one is there. */
export function sayStandsThere(
  name: string,
  below: TreeMember["below"],
  parents: readonly JsonNode[],
): string {
  const unknown = new Set<string>();
  for (const node of parents) {
    if (node.kind !== "object" || node.members.has(name)) continue;
    for (const one of node.members.keys()) {
      if (unknown.size >= mostUnknown) break;
      if (!below.has(one)) unknown.add(one);
    }
  }
  const near = meantBy(name, [...unknown]);
  return near === null ? "" : ` ${printable(near)} is there; is it meant?`;
}

/**
 * The one of several names that a name most likely is; null when none is near enough. Names that differ in a
 * number are of different things, as the blocks `B008` and `B009` are.
 */
function meantBy(name: string, names: readonly string[]): string | null {
  if (name.length > longestName) return null;
  const digits = digitsOf(name);
  const alike = names.filter((one) => one.length <= longestName && digitsOf(one) === digits);
  return nearestWord(name, alike);
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D/g, "");
}
