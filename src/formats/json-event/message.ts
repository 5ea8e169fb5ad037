import { bareEventCode } from "../../catalogue/half-hourly/event-code.ts";
import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
import type { Message, Subject } from "../../core/document.ts";
import type { Problem } from "../../core/problem.ts";
import type { JsonNode } from "./json-node.ts";
import { type JsonView, textsAt } from "./json-path.ts";
import { knownName, knownValues } from "./known-values.ts";
import { headerOf, interfacePath } from "./undescribed.ts";

/** What a message is made of. */
export interface JsonMessageParts {
  /** The whole file; its nodes say where in it they stand. */
  readonly text: string;
  readonly definition: JsonEventDefinition;
  readonly view: JsonView;
  readonly line: number;
  readonly lastLine: number;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
}

/** A message of a JSON file: an event, or one of its items with the event around it. */
export class JsonMessage implements Message {
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly #parts: JsonMessageParts;

  constructor(parts: JsonMessageParts) {
    this.line = parts.line;
    this.lastLine = parts.lastLine;
    this.group = groupOf(parts.definition, parts.view);
    this.subject = parts.subject;
    this.problems = parts.problems;
    this.#parts = parts;
  }

  /** Where in the file it stands. */
  get view(): JsonView {
    return this.#parts.view;
  }

  /**
   * The event as sent, with its own names, types and numbers, without blanks; where it has a list of
   * items, the one item in its place. `$known` holds what the definition reads from it.
   */
  json(): string {
    const { text, definition, view } = this.#parts;
    const { event, item } = view;
    const own = write(text, event, "", item);
    const known = JSON.stringify(knownValues(definition, view));
    if (event.kind !== "object" || event.members.has(knownName) || known === "{}") return own;
    const comma = event.members.size > 0 ? "," : "";
    return `${own.slice(0, -1)}${comma}${JSON.stringify(knownName)}:${known}}`;
  }
}

/**
 * Code of the group that messages of a JSON event are occurrences of: the name of its items; of half-hourly
 * settlement the event code, which tells the kinds of message of one interface apart.
 */
export function groupOf(definition: JsonEventDefinition, view: JsonView): string {
  const { items, discriminator } = definition;
  if (items !== null) return items.split(".").at(-1) ?? "event";
  if (discriminator.path !== interfacePath) return "event";
  const code = headerOf(definition).known.find(({ name }) => name === "eventCode");
  const [text] = code === undefined ? [] : textsAt(view, code.paths);
  return (text === undefined ? null : bareEventCode(text)) ?? "event";
}

function write(text: string, node: JsonNode, path: string, item: JsonView["item"]): string {
  if (item !== null && path === item.path && node !== item.node)
    return write(text, item.node, path, null);
  if (node.kind === "list")
    return `[${node.items.map((one) => write(text, one, "", null)).join(",")}]`;
  if (node.kind !== "object") return text.slice(node.start, node.end);
  const members = [...node.members].map(([name, value]) => {
    const below = path === "" ? name : `${path}.${name}`;
    return `${JSON.stringify(name)}:${write(text, value, below, item)}`;
  });
  return `{${members.join(",")}}`;
}
