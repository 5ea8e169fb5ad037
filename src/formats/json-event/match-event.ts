import type { JsonEventDefinition, JsonPath } from "../../catalogue/json-event-definition.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { nameSpelled, textFrom, textSpelled, textsAt } from "./json-path.ts";
import { type Otherwise, withOwnNames } from "./own-names.ts";
import type { JsonNode } from "./text/json-node.ts";
import { headerOf, interfacePath, recipientPaths, undescribedKinds } from "./undescribed.ts";

/** What an event says of itself beside its envelope. */
export interface SaidOfItself {
  /** It is sent again. */
  readonly replay: boolean;
  /** What others call it by besides its sender's identifier. */
  readonly otherIdentifiers: readonly string[];
  /** All that it is addressed to. */
  readonly recipients: readonly string[];
}

/** What an event whose definition knows of nothing else says of itself. */
export const nothingSaid: SaidOfItself = {
  replay: false,
  otherIdentifiers: [],
  recipients: [],
};

/** An event whose definition, or at least whose kind of envelope, is known. */
export interface MatchedEvent {
  /** Without what it was wrapped in, its members under the definition's names. */
  readonly event: JsonNode;
  readonly definition: JsonEventDefinition;
  /** What is in it otherwise than the definition has it. */
  readonly otherwise: readonly Otherwise[];
  /** What its discriminator says; of no flow when `known` is false. */
  readonly says: string;
  readonly known: boolean;
  /** The catalogue describes it; else only its envelope is known, and all it holds is kept. */
  readonly described: boolean;
  /** The version is the definition's, or the event does not say. */
  readonly exact: boolean;
  readonly said: SaidOfItself;
  readonly envelope: Envelope;
}

/** What can be no event: it has no member that tells its kind, or is not even an object. */
export interface Unmatched {
  readonly unlike: JsonNode;
  /** The name it is under, where it was looked for there. */
  readonly wrapper: string | null;
}

/**
 * The events that a value of the file's top is: itself, or what is under a wrapper, which is one
 * event or a list of them. What can be none is in its place among them; never without any.
 */
export function eventsIn(
  node: JsonNode,
  described: readonly JsonEventDefinition[],
): readonly (MatchedEvent | Unmatched)[] {
  const definitions = [...described, ...undescribedKinds.keys()];
  const own = matchEvent(node, definitions);
  if (own?.known === true || node.kind !== "object")
    return [own ?? { unlike: node, wrapper: null }];
  let wrapped: readonly (MatchedEvent | Unmatched)[] | null = null;
  for (const wrapper of new Set(definitions.map((one) => one.wrapper))) {
    if (wrapper === null) continue;
    const kinds = definitions.filter((one) => one.wrapper === wrapper);
    const name = kinds.some(isAnyCase) ? nameSpelled(node, wrapper) : wrapper;
    const inside = name === undefined ? undefined : node.members.get(name);
    if (name === undefined || inside === undefined) continue;
    const listed = inside.kind === "list" && inside.items.length > 0 ? inside.items : [inside];
    const found = listed.map((one) => {
      const match = matchEvent(one, kinds);
      if (match === null) return { unlike: one, wrapper };
      return name === wrapper ? match : wrappedOtherwise(match, { wrapper, node: inside, name });
    });
    if (found.some((one) => "event" in one)) return found;
    wrapped ??= found;
  }
  if (own !== null) return [own];
  return wrapped ?? [{ unlike: node, wrapper: null }];
}

/** Whether capitals do not count in the names of its events. */
function isAnyCase(definition: JsonEventDefinition): boolean {
  return definition.anyCase || definition.discriminator.path === interfacePath;
}

/** An event whose wrapper is spelled with other capitals; that is said of it once. */
function wrappedOtherwise(
  match: MatchedEvent,
  {
    wrapper,
    node,
    name,
  }: { readonly wrapper: string; readonly node: JsonNode; readonly name: string },
): MatchedEvent {
  return { ...match, otherwise: [{ path: wrapper, node, name }, ...match.otherwise] };
}

/**
 * What an event is, by the member that discriminates it. One of a known family that no definition
 * describes is read by what is known of the family's envelope. Any other that says something no
 * definition has is read as far as its envelope goes by a definition that looks at the same member. Null
 * for the rest, and for what is no object: names are looked for through lists, and a list would pass for
 * its first.
 */
function matchEvent(
  event: JsonNode,
  definitions: readonly JsonEventDefinition[],
): MatchedEvent | null {
  if (event.kind !== "object") return null;
  let kin: MatchedEvent | null = null;
  let undescribed: MatchedEvent | null = null;
  let other: MatchedEvent | null = null;
  // Many definitions look at the same member.
  const said = new Map<JsonPath, string | null>();
  for (const definition of definitions) {
    const { path, values } = definition.discriminator;
    const says = said.get(path) ?? textSpelled(event, path);
    said.set(path, says);
    if (says === null) continue;
    if (values.includes(says)) {
      const match = matched(event, definition, says, true);
      if (match.exact) return match;
      if (other === null || definition.version > other.definition.version) other = match;
    } else if (kin === null) kin = matched(event, definition, says, false);
    if (undescribed === null && undescribedKinds.get(definition)?.test(says) === true)
      undescribed = {
        ...matched(event, definition, says, false),
        ...{ known: true, described: false, exact: true },
      };
  }
  return other ?? named(undescribed, definitions) ?? kin;
}

/** An event without a definition that says its flow's number in place of its event type is of that flow. */
function named(
  match: MatchedEvent | null,
  definitions: readonly JsonEventDefinition[],
): MatchedEvent | null {
  if (match === null) return null;
  const { event, says } = match;
  const flow = says.replace(/_\d\d$/, "");
  const { path } = match.definition.discriminator;
  const found = definitions.find((one) => one.flow === flow && one.discriminator.path === path);
  return found === undefined ? match : matched(event, found, says, true);
}

/** Most characters of an unknown discriminator that stand for its flow. */
const longestFlow = 40;

function matched(
  read: JsonNode,
  definition: JsonEventDefinition,
  says: string,
  known: boolean,
): MatchedEvent {
  const { event, otherwise } = known
    ? withOwnNames(definition, read)
    : { event: read, otherwise: [] };
  const view = { event, item: null };
  const { from, to, family, flow } = definition;
  const version = textFrom(view, definition.versionFrom);
  const header = headerOf(definition);
  const said = (wanted: string) => {
    const known = header.known.find(({ name }) => name === wanted);
    return known === undefined ? null : (textsAt(view, known.paths)[0] ?? null);
  };
  const transactionId = header === definition ? null : said("transactionId");
  const recipients =
    header === definition ? [] : recipientPaths.flatMap((path) => textsAt(view, [path]));
  const otherIdentifiers = transactionId === null ? [] : [transactionId];
  return {
    event,
    otherwise,
    definition,
    says,
    known,
    described: true,
    exact: version === null || version === definition.version,
    said: { replay: said("replayIndicator") === "true", otherIdentifiers, recipients },
    envelope: {
      family,
      flow: known ? flow : says.slice(0, longestFlow),
      version,
      fileIdentifier: textFrom(view, definition.identity),
      from: { role: textFrom(view, from.role), participant: textFrom(view, from.participant) },
      to: { role: textFrom(view, to.role), participant: textFrom(view, to.participant) },
      created: textFrom(view, definition.created),
      testFlag: textFrom(view, definition.testFlag ?? header.testFlag),
    },
  };
}
