import type { AnyFlow } from "../../catalogue/any-flow.ts";
import type { Catalogue, FlowDefinition } from "../../catalogue/definition.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { formatOf } from "../recognise.ts";
import type { WritableDocument, WritableMessage } from "../writer.ts";
import { generateEvents } from "./generate-event.ts";
import type { GenerateOptions } from "./generate-options.ts";
import { generateTable } from "./generate-table.ts";
import type { MadeUpOccurrence } from "./grow.ts";
import { messagesOf } from "./message-data.ts";
import { makeOccasion } from "./occasion.ts";
import { placeMessages } from "./place-messages.ts";
import { Random } from "./value/random.ts";

/** A made-up file: valid, plausible, of no real person, participant or metering point. A writer takes it as it is. */
export interface GeneratedFile extends WritableDocument {
  /** The records between header and trailer: the group's code, then a text for each of its fields. */
  readonly lines: readonly (readonly string[])[];
  /** Occurrences of the flow's first group, which a trailer counts (J1066). */
  readonly flowCount: number;
}

/** Makes up a file of the flow. */
export function generateFile(flow: FlowDefinition, options: GenerateOptions = {}): GeneratedFile {
  const { count = 1, seed = "1", live = false } = options;
  const wholeSeed = `${flow.flow}${flow.version}/${seed}`;
  const occasion = makeOccasion(flow, new Random(wholeSeed));
  const roots = placeMessages(flow, wholeSeed, occasion, Math.max(1, count));
  const first = flow.groups[0]?.code;
  const { madeUp } = formatOf(flow);
  const envelope: Envelope = {
    family: flow.family,
    flow: flow.flow,
    version: flow.version,
    fileIdentifier: occasion.fileIdentifier,
    from: occasion.from,
    to: occasion.to,
    created: occasion.created,
    testFlag: live ? "OPER" : "TR01",
  };
  return {
    envelope: madeUp?.envelope(flow, envelope) ?? envelope,
    layout: madeUp?.layout(flow) ?? null,
    messages: messagesOf(flow, roots),
    lines: roots.flatMap(linesOf),
    flowCount: roots.filter(({ group }) => group.code === first).length,
  };
}

/** Makes up a file of a flow of any family, as a writer takes it. The catalogue is one that has the flow. */
export function generateDocument(
  flow: AnyFlow,
  catalogue: Catalogue,
  options: GenerateOptions = {},
): WritableDocument {
  if (flow.family === "headed-csv") return generateTable(flow, options);
  return flow.family === "json-event"
    ? generateEvents(flow, catalogue, options)
    : generateFile(flow, options);
}

/** Makes up messages of the flow: their data, as a reader gives it and a writer takes it. */
export function generateMessages(
  flow: FlowDefinition,
  options: GenerateOptions = {},
): readonly WritableMessage[] {
  return generateFile(flow, options).messages;
}

function linesOf(occurrence: MadeUpOccurrence): (readonly string[])[] {
  const { group, values, below } = occurrence;
  return [[group.code, ...values], ...below.flatMap(linesOf)];
}
