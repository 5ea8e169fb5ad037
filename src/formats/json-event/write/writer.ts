import type { Catalogue } from "../../../catalogue/definition.ts";
import { hasError } from "../../../core/file/problem.ts";
import type { ReaderOptions } from "../../family.ts";
import { type ReadBack, readBack } from "../../read-back.ts";
import type { WritableDocument, Written } from "../../writer.ts";
import { jsonLimits } from "../limits.ts";
import { JsonMessage } from "../message.ts";
import { JsonEventReader } from "../reader.ts";
import type { JsonNode } from "../text/json-node.ts";
import { parseJson } from "../text/parse-json.ts";
import { completeEvent } from "./complete-event.ts";
import { isSame, rewrite } from "./rewrite.ts";
import { wantedEvents, withoutKnown } from "./wanted-events.ts";

/**
 * Writes events as JSON. Of a text that they were read from, what still says the same is written again
 * as it was; a changed value is put in its place. Where messages make other events than they were read
 * from, all is laid out anew, each message an event of its own. Text that could not be read to its end is
 * refused even where data was changed: what was not read would be lost. What was written is read again
 * before it is given out: what a reader would refuse is refused.
 */
export function writeJson(document: WritableDocument, catalogue: Catalogue): Written {
  const { flow } = document.envelope;
  const open = (options: ReaderOptions) => new JsonEventReader(options);
  const check = (bytes: Buffer) =>
    readBack({ bytes, catalogue, open, flow, messages: null, unwritten: [] });
  const given = (bytes: Buffer, { problems }: ReadBack): Written =>
    problems.length > 0 ? { ok: false, problems } : { ok: true, bytes };
  const text = document.layout?.["text"];
  if (typeof text !== "string") {
    const bytes = Buffer.from(laidOut(newText(document, catalogue), document));
    return given(bytes, check(bytes));
  }
  const source = Buffer.from(text);
  const read = check(source);
  const unread = read.outcome.problems.filter((one) => hasError([one]));
  if (unread.length > 0) return { ok: false, problems: unread };
  const messages = read.messages.filter((message) => message instanceof JsonMessage);
  const written = textOf(document, text, messages);
  if (written === text) return given(source, read);
  const bytes = Buffer.from(written);
  return given(bytes, check(bytes));
}

/** The text with the line ends that a layout asks for. No text of JSON has a line end in it. */
function laidOut(text: string, { layout }: WritableDocument): string {
  const ended = layout?.["finalNewline"] === "no" ? text.replace(/\n$/, "") : text;
  return layout?.["lineEnd"] === "CRLF" ? ended.replaceAll("\n", "\r\n") : ended;
}

/** Messages' data as one JSON text, and where in it each is. */
interface Wanted {
  readonly text: string;
  readonly messages: readonly JsonNode[];
}

/** Data goes as deep as its event, and the list of messages is around it. */
const bounds = { values: Number.POSITIVE_INFINITY, depth: jsonLimits.depth + 1 };

/** Messages that were read from no text, as their definition wants them written. */
function newText({ envelope, messages }: WritableDocument, catalogue: Catalogue): string {
  const { flow, version } = envelope;
  const all = JSON.stringify(messages.map(({ data }) => data));
  const nodes = elementsOf(all);
  if (nodes === null) return all;
  const known = catalogue.jsonEvents().filter((one) => one.flow === flow);
  const definition = known.find((one) => one.version === version) ?? known[0];
  const text = `${all}null`;
  const nothing: JsonNode = { kind: "null", start: all.length, end: text.length, text: "null" };
  const whole = nodes.map((node) =>
    definition === undefined ? node : completeEvent(definition, node, nothing),
  );
  return anew([], { text, messages: whole });
}

function textOf(
  { messages }: WritableDocument,
  text: string,
  read: readonly JsonMessage[],
): string {
  const all = JSON.stringify(messages.map(({ data }) => data));
  const nodes = elementsOf(all);
  // Deeper than what is read: reading it back tells so.
  if (nodes === null) return all;
  const wanted = { text: all, messages: nodes };
  return inPlace(text, read, wanted) ?? anew(read, wanted);
}

function elementsOf(text: string): readonly JsonNode[] | null {
  const parsed = parseJson(text, bounds);
  return parsed.kind === "json" && parsed.top.kind === "list" ? parsed.top.items : null;
}

/** The text that was read with each change in its place; null when the events are others. */
function inPlace(text: string, read: readonly JsonMessage[], wanted: Wanted): string | null {
  const views = read.map(({ view }) => view);
  const events = wantedEvents(views, wanted.messages);
  if (events === null) return null;
  const texts = { read: text, wanted: wanted.text, inPlace: true };
  let [written, at] = ["", 0];
  for (const event of events) {
    written += text.slice(at, event.read.start) + rewrite(texts, event.read, event.wanted);
    at = event.read.end;
  }
  return written + text.slice(at);
}

/** One object, or an array of them, each message an event; values as they were read in the same message. */
function anew(read: readonly JsonMessage[], wanted: Wanted): string {
  const found = read.map((message) => {
    const text = message.json();
    return { event: message.view.event, text, node: elementsOf(`[${text}]`)?.[0] };
  });
  const indent = wanted.messages.length === 1 ? "" : "  ";
  const unused = new Set(found);
  const events = wanted.messages.map((message, at) => {
    const base =
      found.length === wanted.messages.length
        ? found[at]
        : unused.values().find(({ node }) => node !== undefined && isSame(node, message));
    if (base !== undefined) unused.delete(base);
    const texts = { read: `[${base?.text ?? ""}]`, wanted: wanted.text, inPlace: false };
    return rewrite(texts, base?.node, withoutKnown(message, base?.event), indent);
  });
  const [only] = events;
  if (only !== undefined && events.length === 1) return `${only}\n`;
  return events.length === 0 ? "[]\n" : `[\n  ${events.join(",\n  ")}\n]\n`;
}
