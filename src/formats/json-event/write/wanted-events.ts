import type { JsonView } from "../json-path.ts";
import { knownName } from "../known-values.ts";
import type { JsonNode } from "../text/json-node.ts";
import { isSame } from "./rewrite.ts";

/** An event that was read, and what it is to become. */
export interface WantedEvent {
  readonly read: JsonNode;
  readonly wanted: JsonNode;
}

/**
 * Puts messages together to the events that they were read from, in the file's order. Null when they
 * make no such events any more: there are more messages or fewer, or those of one event disagree in what
 * is beside their items.
 */
export function wantedEvents(
  views: readonly JsonView[],
  wanted: readonly JsonNode[],
): WantedEvent[] | null {
  if (views.length !== wanted.length) return null;
  const found: WantedEvent[] = [];
  for (let first = 0; first < views.length; ) {
    const { event, item } = views[first] ?? {};
    if (event === undefined) return null;
    let next = first + 1;
    while (views[next]?.event === event) next += 1;
    const own = wanted.slice(first, next).map((one) => withoutKnown(one, event));
    const whole = item?.path === undefined ? (own[0] ?? null) : together(own, item.path.split("."));
    if (whole === null) return null;
    found.push({ read: event, wanted: whole });
    first = next;
  }
  return found;
}

/** A message's data as an event: without what the reader added, unless the event had that name itself. */
export function withoutKnown(wanted: JsonNode, event: JsonNode | undefined): JsonNode {
  if (wanted.kind !== "object") return wanted;
  if (event?.kind === "object" && event.members.has(knownName)) return wanted;
  const members = new Map(wanted.members);
  members.delete(knownName);
  return { ...wanted, members };
}

/** One event of the messages of its items. */
function together(messages: readonly JsonNode[], path: readonly string[]): JsonNode | null {
  const items: JsonNode[] = [];
  for (const message of messages) {
    const item = memberOf(message, path);
    if (item === null) return null;
    items.push(item);
  }
  const [[whole], [item]] = [messages, items];
  if (whole === undefined || item === undefined) return null;
  const agree = messages.every((one) =>
    isSame(withMember(one, path, item), withMember(whole, path, item)),
  );
  if (!agree) return null;
  const { start, end } = item;
  return withMember(whole, path, { kind: "list", start, end, items });
}

function memberOf(node: JsonNode, path: readonly string[]): JsonNode | null {
  let found: JsonNode | undefined = node;
  for (const name of path) found = found?.kind === "object" ? found.members.get(name) : undefined;
  return found ?? null;
}

/** The value with another member at a path that it has. */
function withMember(
  node: JsonNode,
  [name, ...below]: readonly string[],
  value: JsonNode,
): JsonNode {
  if (name === undefined) return value;
  const member = node.kind === "object" ? node.members.get(name) : undefined;
  if (node.kind !== "object" || member === undefined) return node;
  return { ...node, members: new Map(node.members).set(name, withMember(member, below, value)) };
}
