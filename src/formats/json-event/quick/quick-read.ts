import { identifierFault } from "../../../catalogue/identifier.ts";
import type { JsonEventDefinition, JsonSource } from "../../../catalogue/json-event-definition.ts";
import type { Subject } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import { subjectNamed } from "../check-event.ts";
import { nothingSaid, type SaidOfItself } from "../match-event.ts";
import type { JsonBounds } from "../text/parse-json.ts";
import { type Candidate, QuickIndex } from "./quick-index.ts";
import type { Kept, QuickPlan } from "./quick-plan.ts";
import { QuickScan } from "./quick-scan.ts";

/** An event without fault. */
export interface QuickEvent {
  readonly definition: JsonEventDefinition;
  /** Where it is, without what it is wrapped in. */
  readonly start: number;
  readonly end: number;
  /** Its text has no blanks between its values. */
  readonly compact: boolean;
  readonly subject: Subject | null;
  readonly values: KeptValues;
}

/** A file of events without fault, all of one flow, version and sender. */
export interface QuickFile {
  readonly envelope: Envelope;
  /** What the file's one event says of itself. */
  readonly said: SaidOfItself;
  readonly events: readonly QuickEvent[];
}

/** The texts that are asked for of an event. */
export class KeptValues {
  readonly #text: string;
  readonly #places: readonly number[];
  readonly kept: Kept;

  constructor(text: string, kept: Kept, places: readonly number[]) {
    this.#text = text;
    this.kept = kept;
    this.#places = places;
  }

  /** The text kept at a place; null when there is none. */
  at(place: number | null): string | null {
    if (place === null) return null;
    const start = this.#places[place * 2] ?? -1;
    return start < 0 ? null : this.#text.slice(start, this.#places[place * 2 + 1]);
  }

  /** Whether the text kept at a place is this one, or there is none as there is none here. */
  is(place: number | null, text: string | null): boolean {
    const start = place === null ? -1 : (this.#places[place * 2] ?? -1);
    if (place === null || start < 0 || text === null) return start < 0 && text === null;
    const end = this.#places[place * 2 + 1] ?? -1;
    return end - start === text.length && this.#text.startsWith(text, start);
  }
}

/**
 * Reads a file in which nothing is wrong and nothing unusual, in one go and much faster than it can be done
 * with an eye to everything. Null for any other file: it is to be read again, thoroughly, and what is
 * found then is what counts. What both read alike is the same.
 */
export function quickRead(
  text: string,
  bytes: Uint8Array,
  definitions: readonly JsonEventDefinition[],
  bounds: JsonBounds,
): QuickFile | null {
  const reader = new Reader(text, bytes, QuickIndex.of(definitions));
  return reader.file() && reader.scan.values <= bounds.values ? reader.found() : null;
}

const openBracket = 0x5b;
const closeBracket = 0x5d;
const closeBrace = 0x7d;
const comma = 0x2c;

class Reader {
  readonly scan: QuickScan;
  readonly #text: string;
  readonly #index: QuickIndex;
  readonly #events: QuickEvent[] = [];
  #first: { readonly event: QuickEvent; readonly envelope: Envelope } | null = null;
  #candidate: Candidate | null = null;

  constructor(text: string, bytes: Uint8Array, index: QuickIndex) {
    this.#text = text;
    this.#index = index;
    this.scan = new QuickScan(text, bytes);
  }

  found(): QuickFile | null {
    if (this.#first === null) return null;
    const { envelope, event } = this.#first;
    const single = this.#events.length === 1;
    return {
      envelope: single ? envelope : { ...envelope, fileIdentifier: null },
      said: single ? saidIn(event.values) : nothingSaid,
      events: this.#events,
    };
  }

  /** Goes through the whole text; false when it is to be read thoroughly. */
  file(): boolean {
    const { scan } = this;
    scan.skipBlanks();
    if (scan.takes(openBracket)) {
      scan.values += 1;
      do {
        scan.skipBlanks();
        if (!this.#element()) return false;
        scan.skipBlanks();
      } while (scan.takes(comma));
      if (!scan.takes(closeBracket)) return false;
    } else if (!this.#element()) return false;
    scan.skipBlanks();
    return scan.at >= this.#text.length;
  }

  /** An event, or one in its wrapper. */
  #element(): boolean {
    const { scan } = this;
    const wrapper = this.#index.wrapperAt(this.#text, scan.at);
    if (wrapper === null) return this.#event(null);
    scan.values += 1;
    scan.at = wrapper.end;
    if (!this.#event(wrapper.name)) return false;
    scan.skipBlanks();
    return scan.takes(closeBrace);
  }

  #event(wrapper: string | null): boolean {
    const { scan } = this;
    const start = scan.at;
    const candidate = this.#candidate ?? this.#index.candidateAt(this.#text, start);
    if (candidate === null || (wrapper !== null && candidate.definition.wrapper !== wrapper))
      return false;
    this.#candidate = candidate;
    const said = candidate.conditionAt(this.#text, start);
    const plan = candidate.planFor(said);
    if (plan === null || !scan.event(plan)) return false;
    const values = new KeptValues(this.#text, plan.kept, scan.kept);
    if (!values.is(plan.kept.condition, said)) return false;
    return this.#take(candidate.definition, plan, { start, values });
  }

  #take(
    definition: JsonEventDefinition,
    { kept }: QuickPlan,
    { start, values }: Pick<QuickEvent, "start" | "values">,
  ): boolean {
    if (!definition.discriminator.values.some((value) => values.is(kept.says, value))) return false;
    if (!values.is(kept.version, definition.version) && !values.is(kept.version, null))
      return false;
    const key = values.at(kept.subject);
    const subject = key === null ? null : subjectNamed(definition, key);
    if (subject !== null && identifierFault(subject.kind, subject.key) !== null) return false;
    const { at: end, compact } = this.scan;
    const event = { definition, start, end, compact, subject, values };
    if (this.#first === null) this.#first = { event, envelope: envelopeOf(definition, values) };
    else if (!isAlike(this.#first.envelope, definition, values)) return false;
    this.#events.push(event);
    return true;
  }
}

function saidIn(values: KeptValues): SaidOfItself {
  const { replay, transactionId, recipients } = values.kept;
  const other = values.at(transactionId);
  return {
    replay: values.at(replay) === "true",
    otherIdentifiers: other === null ? [] : [other],
    recipients:
      recipients.length === 0 ? [] : recipients.flatMap((place) => textsIn(values.at(place))),
  };
}

/** The texts of a list of texts, which have no escapes in them. */
function textsIn(list: string | null): string[] {
  const texts: string[] = [];
  if (list === null) return texts;
  for (let at = list.indexOf('"'); at >= 0; at = list.indexOf('"', at + 1)) {
    const end = list.indexOf('"', at + 1);
    if (end > at + 1) texts.push(list.slice(at + 1, end));
    at = end;
  }
  return texts;
}

function envelopeOf(definition: JsonEventDefinition, values: KeptValues): Envelope {
  const { family, flow, from, to } = definition;
  const { kept } = values;
  return {
    family,
    flow,
    version: textOf(definition.versionFrom, kept.version, values),
    fileIdentifier: textOf(definition.identity, kept.identity, values),
    from: {
      role: textOf(from.role, kept.fromRole, values),
      participant: textOf(from.participant, kept.fromParticipant, values),
    },
    to: {
      role: textOf(to.role, kept.toRole, values),
      participant: textOf(to.participant, kept.toParticipant, values),
    },
    created: textOf(definition.created, kept.created, values),
    testFlag: textOf(definition.testFlag, kept.testFlag, values),
  };
}

function textOf(source: JsonSource, place: number | null, values: KeptValues): string | null {
  return source !== null && "value" in source ? source.value : values.at(place);
}

function isAlike(
  { version, from }: Envelope,
  { versionFrom, from: source }: JsonEventDefinition,
  values: KeptValues,
): boolean {
  const { kept } = values;
  return (
    isText(versionFrom, kept.version, version, values) &&
    isText(source.role, kept.fromRole, from.role, values) &&
    isText(source.participant, kept.fromParticipant, from.participant, values)
  );
}

function isText(
  source: JsonSource,
  place: number | null,
  text: string | null,
  values: KeptValues,
): boolean {
  return source !== null && "value" in source ? source.value === text : values.is(place, text);
}
