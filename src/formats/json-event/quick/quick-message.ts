import type { JsonView } from "../json-path.ts";
import { type KnownValues, listed, sentValues } from "../known-values.ts";
import { jsonLimits } from "../limits.ts";
import { groupNamed, JsonMessage, jsonOf, withKnown } from "../message.ts";
import { parseJsonAt } from "../text/parse-json.ts";
import { interfacePath } from "../undescribed.ts";
import type { KeptValues, QuickEvent } from "./quick-read.ts";

/** Where a message is. */
export interface MessageLines {
  readonly line: number;
  readonly lastLine: number;
}

/** The message of an event that was read in one go: what else it is made of is found when somebody asks. */
export class QuickMessage extends JsonMessage {
  readonly #text: string;
  readonly #event: QuickEvent;

  /** `text` is the whole file. */
  constructor(text: string, event: QuickEvent, { line, lastLine }: MessageLines) {
    const group = groupOf(event);
    super({ line, lastLine, group, subject: event.subject, problems: none });
    this.#text = text;
    this.#event = event;
  }

  get view(): JsonView {
    return { event: parseJsonAt(this.#text, this.#event.start, jsonLimits), item: null };
  }

  json(): string {
    const { definition, start, end, compact } = this.#event;
    if (!compact) return jsonOf(this.#text, definition, this.view);
    return withKnown(this.#text.slice(start, end), knownJson(this.#event));
  }
}

const none = Object.freeze<never[]>([]);

/** Event codes that messages had, and what is made of them: few, and worked out once. */
const codes = new Map<string | null, { readonly group: string; readonly list: string }>();
const mostCodes = 1000;

function codeOf(text: string | null): { readonly group: string; readonly list: string } {
  const known = codes.get(text);
  if (known !== undefined) return known;
  const made = { group: groupNamed(text), list: JSON.stringify(listed(text ?? "")) };
  if (codes.size < mostCodes) codes.set(text, made);
  return made;
}

function groupOf({ definition, values }: QuickEvent): string {
  if (definition.discriminator.path !== interfacePath) return "event";
  return codeOf(values.at(values.kept.eventCode)).group;
}

/** What is known of an event, as JSON: texts that were read in one go have nothing that must be escaped. */
function knownJson({ values }: QuickEvent): string {
  let known = "";
  for (const { label, list, place } of values.kept.known) {
    const found = values.at(place);
    if (found !== null) known += label + (list ? codeOf(found).list : `"${found}"`);
  }
  const { sentAt, sentAtZone } = sent(values);
  if (sentAt !== undefined) known += `,"sentAt":"${sentAt}","sentAtZone":"${sentAtZone}"`;
  return `{${known.slice(1)}}`;
}

function sent(values: KeptValues): KnownValues {
  const { created, isSentTime } = values.kept;
  const sentAt = values.at(created);
  // What is checked to be a time need not be looked at again, and most end in an offset.
  if (isSentTime && sentAt !== null && offset.test(sentAt)) return { sentAt, sentAtZone: "offset" };
  return sentValues(sentAt);
}

const offset = /[+-]\d\d:\d\d$/;
