import { bareEventCode } from "../../catalogue/half-hourly/event-code.ts";
import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
import type { Message, Subject } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import { type JsonView, textsAt } from "./json-path.ts";
import { knownName, knownValues } from "./known-values.ts";
import type { JsonNode } from "./text/json-node.ts";
import { headerOf, interfacePath } from "./undescribed.ts";

/** A message of a JSON file: an event, or one of its items with the event around it. */
export abstract class JsonMessage implements Message {
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];

  constructor({ line, lastLine, group, subject, problems }: JsonMessageParts) {
    this.line = line;
    this.lastLine = lastLine;
    this.group = group;
    this.subject = subject;
    this.problems = problems;
  }

  /** Where in the file it is. */
  abstract get view(): JsonView;

  abstract json(): string;
}

/** What is known of a message when it is given out. */
export type JsonMessageParts = Omit<Message, "json">;

/** A message whose file was read thoroughly. */
export class ReadMessage extends JsonMessage {
  readonly view: JsonView;
  readonly #text: string;
  readonly #definition: JsonEventDefinition;

  /** `text` is the whole file. */
  constructor(
    parts: JsonMessageParts,
    source: {
      readonly text: string;
      readonly definition: JsonEventDefinition;
      readonly view: JsonView;
    },
  ) {
    super(parts);
    this.view = source.view;
    this.#text = source.text;
    this.#definition = source.definition;
  }

  json(): string {
    return jsonOf(this.#text, this.#definition, this.view);
  }
}

/**
 * The event as sent, with its own types and numbers, without blanks; where it has a list of items, the one
 * item in its place. `$known` holds what the definition reads from it. `text` is the whole file.
 */
export function jsonOf(text: string, definition: JsonEventDefinition, view: JsonView): string {
  const { event, item } = view;
  const own = write(text, event, "", item);
  const known = JSON.stringify(knownValues(definition, view));
  if (event.kind !== "object" || event.members.has(knownName)) return own;
  return withKnown(own, known);
}

/** The text of an object that has members, or none, with what is known of it. */
export function withKnown(own: string, known: string): string {
  if (known === "{}") return own;
  const comma = own === "{}" ? "" : ",";
  return `${own.slice(0, -1)}${comma}${JSON.stringify(knownName)}:${known}}`;
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
  return groupNamed(text ?? null);
}

/** The group of a message of half-hourly settlement with an event code. */
export function groupNamed(eventCode: string | null): string {
  return (eventCode === null ? null : bareEventCode(eventCode)) ?? "event";
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
