import type { JsonNode } from "./text/json-node.ts";

/** A member whose name another one of its object has with other capitals. */
export interface SpelledTwice {
  readonly name: string;
  /** The name that is before it. */
  readonly first: string;
  readonly node: JsonNode;
}

/** The members, however deep in a value, that their object has under two spellings. */
export function* spelledTwice(node: JsonNode): Generator<SpelledTwice> {
  if (node.kind === "list") for (const one of node.items) yield* spelledTwice(one);
  if (node.kind !== "object") return;
  const names = new Map<string, string>();
  for (const [name, value] of node.members) {
    const key = name.toLowerCase();
    const first = names.get(key);
    if (first === undefined) names.set(key, name);
    else yield { name, first, node: value };
    yield* spelledTwice(value);
  }
}
