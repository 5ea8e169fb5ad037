import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";

/** What is at a path; null when nothing is. */
export function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const step of path) {
    const next = isSeq<Node>(node) ? node.items[Number(step)] : pairIn(node, String(step))?.value;
    node = next ?? null;
  }
  return node;
}

/** Offset of a name in the settings that a node holds; null when it has none such. */
export function nameOffset(node: Node | null, name: string): number | null {
  const key = pairIn(node, name)?.key;
  return isScalar(key) && key.range ? key.range[0] : null;
}

function pairIn(node: Node | null, name: string): Pair<Node, Node | null> | undefined {
  if (!isMap<Node, Node | null>(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}
