import type { JsonPath, JsonSource } from "../../catalogue/json-event-definition.ts";
import { isEmpty, type JsonNode, type JsonObject } from "./text/json-node.ts";

/** An event, and the one of its items that a message is about. */
export interface JsonView {
  readonly event: JsonNode;
  /** The path of the list of items and the item that stands for it; null where the event is the message. */
  readonly item: { readonly path: JsonPath; readonly node: JsonNode } | null;
}

/** The values at a path, through lists: of `blocks.id` every block's. Those that are missing are not there. */
export function valuesAt({ event, item }: JsonView, path: JsonPath): JsonNode[] {
  if (item !== null && path === item.path) return [item.node];
  if (item !== null && path.startsWith(`${item.path}.`))
    return below([item.node], path.slice(item.path.length + 1));
  return below([event], path);
}

function below(nodes: JsonNode[], path: JsonPath): JsonNode[] {
  let found = nodes;
  for (const name of path.split("."))
    found = found.flatMap(elements).flatMap((node) => {
      const member = node.kind === "object" ? node.members.get(name) : undefined;
      return member === undefined ? [] : [member];
    });
  return found;
}

/** What a path goes on from: the elements of a list, else the value itself. */
export function elements(node: JsonNode): readonly JsonNode[] {
  return node.kind === "list" ? node.items : [node];
}

/** The texts at the first of the paths that has any; numbers and booleans as they are written. */
export function textsAt(view: JsonView, paths: readonly JsonPath[]): string[] {
  for (const path of paths) {
    const texts = valuesAt(view, path)
      .flatMap(elements)
      .flatMap((node) =>
        node.kind === "object" || node.kind === "list" || isEmpty(node) ? [] : [node.text],
      );
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The first text that a source gives; null when it gives none. */
export function textFrom(view: JsonView, source: JsonSource): string | null {
  if (source === null) return null;
  if ("value" in source) return source.value;
  return textsAt(view, source.paths)[0] ?? null;
}

/**
 * The text at the path of an event, its names spelled so or with other capitals: `interfaceID` is as
 * `InterfaceID` and `interfaceId` in examples of one specification. Null when there is none.
 */
export function textSpelled(event: JsonNode, path: JsonPath): string | null {
  const view = { event, item: null };
  const [exact] = textsAt(view, [path]);
  if (exact !== undefined) return exact;
  const spelling: string[] = [];
  let node: JsonNode | undefined = event;
  for (const name of path.split(".")) {
    if (node?.kind !== "object") return null;
    const found = nameSpelled(node, name);
    if (found === undefined) return null;
    spelling.push(found);
    node = node.members.get(found);
  }
  return textsAt(view, [spelling.join(".")])[0] ?? null;
}

/** The name that a member has in an object, spelled so or else with other capitals; undefined when it has none. */
export function nameSpelled({ members }: JsonObject, name: string): string | undefined {
  if (members.has(name)) return name;
  return members.keys().find((one) => one.toLowerCase() === name.toLowerCase());
}
