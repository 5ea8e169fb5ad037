import type { Catalogue } from "../../catalogue/definition.ts";
import type { Message } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { hasError, type Problem } from "../../core/file/problem.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { inLineOrder, type ProblemLog, problem } from "../problem-log.ts";
import { easedCodes, isStrict } from "../strict-codes.ts";
import { checkEvent, subjectOf } from "./check-event.ts";
import { describeNode, type Find } from "./check-value.ts";
import type { JsonView } from "./json-path.ts";
import {
  eventsIn,
  type MatchedEvent,
  nothingSaid,
  type SaidOfItself,
  type Unmatched,
} from "./match-event.ts";
import { groupOf, ReadMessage } from "./message.ts";
import type { Otherwise } from "./own-names.ts";
import { type MessageLines, QuickMessage } from "./quick/quick-message.ts";
import type { QuickFile } from "./quick/quick-read.ts";
import { spelledTwice } from "./spelled-twice.ts";
import type { JsonNode } from "./text/json-node.ts";
import type { TextLines } from "./text/text-lines.ts";
import { interfacePath } from "./undescribed.ts";

/** What events are read with. */
export interface EventsOptions {
  readonly catalogue: Catalogue;
  readonly log: ProblemLog;
  readonly text: string;
  readonly lines: TextLines;
  readonly onMessage: ((message: Message) => void) | null;
}

/** Reads the events of a parsed file into messages. */
export class Events {
  envelope: Envelope | null = null;
  /** What the file's one event says of itself. */
  said: SaidOfItself = nothingSaid;
  messages = 0;
  invalid = 0;
  readonly #options: EventsOptions;
  /** Line of the last message: a message's line is its identity within the file, so no two share one. */
  #line = 0;
  #first: MatchedEvent | null = null;

  constructor(options: EventsOptions) {
    this.#options = options;
  }

  /** Takes a file that was read in one go. */
  take({ envelope, said, events }: QuickFile): void {
    const { text, onMessage } = this.#options;
    this.envelope = envelope;
    this.said = said;
    this.messages = events.length;
    for (const event of events) {
      const lines = this.#linesOf(event);
      onMessage?.(new QuickMessage(text, event, lines));
    }
  }

  #linesOf({ start, end }: { readonly start: number; readonly end: number }): MessageLines {
    const { lines } = this.#options;
    this.#line = Math.max(lines.placeOf(start).line, this.#line + 1);
    const line = this.#line;
    return { line, lastLine: Math.max(line, lines.placeOf(end - 1).line) };
  }

  read(top: JsonNode): void {
    const values = top.kind === "list" ? top.items : [top];
    if (values.length === 0)
      this.#find(
        "UNKNOWN_FLOW",
        top,
        "The file is an empty list: there is no event in it to tell its flow by.",
      );
    const definitions = this.#options.catalogue.jsonEvents();
    const checked = new Set<JsonNode>();
    let events = 0;
    for (const value of values)
      for (const found of eventsIn(value, definitions)) {
        if (!checked.has(value) && "event" in found && isOfSettlement(found)) {
          checked.add(value);
          this.#spelledTwice(value);
        }
        const goesOn = "event" in found ? this.#event(found) : this.#unmatched(found);
        if (!goesOn) return;
        events += 1;
      }
    // What one event says of itself is not said of a file with several.
    if (events === 1 && this.#first !== null) this.said = this.#first.said;
    if (events > 1 && this.envelope !== null)
      this.envelope = { ...this.envelope, fileIdentifier: null };
  }

  /** Members of one object whose names differ in capitals alone. */
  #spelledTwice(value: JsonNode): void {
    for (const { name, first, node } of spelledTwice(value)) {
      const { line, column } = this.#options.lines.placeOf(node.start);
      this.#find(
        "REPEATED_NAME",
        node,
        `At line ${line}, column ${column} is the value of "${printable(name)}", whose object has "${printable(first)}" too: capitals do not count in names, so nobody can tell which value is meant; ask the sender to correct the file.`,
      );
    }
  }

  /** False: the rest of the file is not to be read. */
  #unmatched({ unlike, wrapper }: Unmatched): false {
    if (wrapper !== null && unlike.kind !== "object") {
      const what = describeNode(unlike);
      this.#find(
        "WRONG_TYPE",
        unlike,
        `Under ${printable(wrapper)} is ${what}, expected was an event, which is an object, or a list of them; ask the sender to correct it.`,
      );
      return false;
    }
    const code = this.#first === null ? "UNKNOWN_FORMAT" : "MIXED_FLOWS";
    this.#find(
      code,
      unlike,
      "The event has no member that tells its kind (`eventType` or `CommonBlock.S0.interfaceID`, say); it is kept as it is.",
    );
    return false;
  }

  /** False when the rest of the file is not to be read. */
  #event(match: MatchedEvent): boolean {
    const node = match.event;
    if (this.#first === null) this.#begin(match);
    else if (!isAlike(match.envelope, this.#first.envelope)) {
      const { flow } = match.envelope;
      this.#find(
        "MIXED_FLOWS",
        node,
        `The event is ${printable(flow)} of another flow, version or sender than the file's first; a file is of one. Ask the sender for a file for each.`,
      );
      return false;
    }
    if (!match.known) {
      this.#find(
        "UNKNOWN_FLOW",
        node,
        `${match.definition.discriminator.path} is "${printable(match.says)}", which no definition in the catalogue has; add one and read the file again.`,
      );
      return false;
    }
    if (!match.described && this.#first === match)
      this.#find(
        "UNDESCRIBED_FLOW",
        node,
        `The catalogue does not describe ${printable(match.says)}; its envelope is read, and all else it holds is kept as it is, unchecked; describe it in a catalogue of your own to have more.`,
      );
    if (!match.exact && this.#first === match)
      this.#find(
        "OTHER_VERSION",
        node,
        `Version ${printable(match.envelope.version ?? "")} is not in the catalogue; the file is read as ${match.definition.flow} version ${match.definition.version}.`,
      );
    this.#items(match);
    return true;
  }

  #begin(match: MatchedEvent): void {
    this.#first = match;
    const { catalogue, log } = this.#options;
    if (isStrict(catalogue, match.envelope.flow)) log.raise(["UNLISTED_CODE"]);
    log.ease(easedCodes(catalogue, match.envelope.flow));
    this.envelope = match.envelope;
  }

  #items(match: MatchedEvent): void {
    const { event, definition } = match;
    const path = definition.items;
    const items = path === null ? undefined : memberAt(event, path);
    if (path === null || items === undefined || items.kind !== "list") {
      this.#message(match, { event, item: null }, event);
      return;
    }
    if (items.items.length === 0)
      this.#find(
        "NO_EVENTS",
        items,
        `${path} is an empty list; there is nothing to take from the event.`,
      );
    for (const node of items.items) this.#message(match, { event, item: { path, node } }, node);
  }

  #message({ definition, otherwise }: MatchedEvent, view: JsonView, span: JsonNode): void {
    const { text, lines, log, onMessage } = this.#options;
    const { line, lastLine } = this.#linesOf(span);
    const group = groupOf(definition, view);
    const found: Problem[] = [];
    const strict = log.isRaised("UNLISTED_CODE");
    const find: Find = (code, field, node, sentence) => {
      const at = node === null ? line : lines.placeOf(node.start).line;
      const value =
        node === null ? null : text.slice(node.start, Math.min(node.end, node.start + 200));
      const place = { line: at, group, field, value };
      log.add(found, code, () => problem(code, place, sentence));
    };
    for (const one of otherwise) sayOtherwise(one, find);
    checkEvent(definition, view, strict, find);
    const problems = inLineOrder(found);
    this.messages += 1;
    if (hasError(problems)) this.invalid += 1;
    const subject = subjectOf(definition, view);
    const parts = { line, lastLine, group, subject, problems };
    onMessage?.(new ReadMessage(parts, { text, definition, view }));
  }

  #find(code: ProblemCode, { start }: JsonNode, sentence: string): void {
    const { log, lines } = this.#options;
    const { line } = lines.placeOf(start);
    const place =
      code === "UNKNOWN_FORMAT" ? { line, kind: "JSON without a known header" } : { line };
    log.add(log.file, code, () => problem(code, place, sentence));
  }
}

function sayOtherwise({ path, node, name }: Otherwise, find: Find): void {
  if (name === null)
    find(
      "MEMBER_FORM",
      path,
      node,
      node.kind === "list"
        ? `${path} is a list where an object is expected; its one element is read.`
        : `${path} is ${describeNode(node)} where a list is expected; it is read as a list of one.`,
    );
  else
    find(
      "MEMBER_NAME",
      path,
      node,
      `${path} is under the name "${printable(name)}"; it is read as what it is.`,
    );
}

function isAlike(a: Envelope, b: Envelope): boolean {
  return (
    a.flow === b.flow &&
    a.version === b.version &&
    a.from.role === b.from.role &&
    a.from.participant === b.from.participant
  );
}

/** Whether it is of half-hourly settlement, whose senders do not agree on capitals. */
function isOfSettlement({ definition }: MatchedEvent): boolean {
  return definition.discriminator.path === interfacePath;
}

function memberAt(node: JsonNode, path: string): JsonNode | undefined {
  let found: JsonNode | undefined = node;
  for (const name of path.split("."))
    found = found?.kind === "object" ? found.members.get(name) : undefined;
  return found;
}
