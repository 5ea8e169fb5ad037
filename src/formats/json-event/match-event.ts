import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
import type { Envelope } from "../../core/envelope.ts";
import type { JsonNode } from "./json-node.ts";
import { textFrom, textsAt } from "./json-path.ts";

/** An event whose definition, or at least whose kind of envelope, is known. */
export interface MatchedEvent {
  /** Without what it was wrapped in. */
  readonly event: JsonNode;
  readonly definition: JsonEventDefinition;
  /** What its discriminator says; of no flow when `known` is false. */
  readonly says: string;
  readonly known: boolean;
  /** The version is the definition's, or the event does not say. */
  readonly exact: boolean;
  readonly envelope: Envelope;
}

/**
 * What an event is, by the member that discriminates it. One that says something no definition has is
 * read as far as its envelope goes by a definition that looks at the same member. Null for any other.
 */
export function matchEvent(
  node: JsonNode,
  definitions: readonly JsonEventDefinition[],
): MatchedEvent | null {
  let kin: MatchedEvent | null = null;
  let other: MatchedEvent | null = null;
  for (const definition of definitions) {
    const event = unwrap(node, definition);
    const [says] = textsAt({ event, item: null }, [definition.discriminator.path]);
    if (says === undefined) continue;
    const known = definition.discriminator.values.includes(says);
    const match = matched(event, definition, says, known);
    if (known && match.exact) return match;
    if (known && (other === null || definition.version > other.definition.version)) other = match;
    kin ??= match;
  }
  return other ?? kin;
}

function unwrap(node: JsonNode, { wrapper }: JsonEventDefinition): JsonNode {
  const inside = wrapper !== null && node.kind === "object" ? node.members.get(wrapper) : undefined;
  return inside ?? node;
}

/** Most characters of an unknown discriminator that stand for its flow. */
const longestFlow = 40;

function matched(
  event: JsonNode,
  definition: JsonEventDefinition,
  says: string,
  known: boolean,
): MatchedEvent {
  const view = { event, item: null };
  const { from, to, family, flow } = definition;
  const version = textFrom(view, definition.versionFrom);
  return {
    event,
    definition,
    says,
    known,
    exact: version === null || version === definition.version,
    envelope: {
      family,
      flow: known ? flow : says.slice(0, longestFlow),
      version,
      fileIdentifier: textFrom(view, definition.identity),
      from: { role: textFrom(view, from.role), participant: textFrom(view, from.participant) },
      to: { role: textFrom(view, to.role), participant: textFrom(view, to.participant) },
      created: textFrom(view, definition.created),
      testFlag: textFrom(view, definition.testFlag),
    },
  };
}
