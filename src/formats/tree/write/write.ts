import type { Catalogue, FlowDefinition } from "../../../catalogue/definition.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import { hasError, type Problem } from "../../../core/file/problem.ts";
import type { FlowReader, ReaderOptions } from "../../family.ts";
import { printable } from "../../printable.ts";
import { problem } from "../../problem-log.ts";
import { readBack } from "../../read-back.ts";
import { isStrict } from "../../strict-codes.ts";
import type { Sending, WritableDocument, Written } from "../../writer.ts";
import { usualTreeLimits } from "../check/limits.ts";
import { lookOf } from "../check/look.ts";
import { type Frame, frameFor } from "../read/frame.ts";
import type { Line } from "../read/lines/line.ts";
import { LinesAhead } from "../read/lines/lines-ahead.ts";
import { planFor } from "../read/plan.ts";
import { TreeReader } from "../read/reader.ts";
import { undescribed } from "../read/undescribed.ts";
import { plainFlow, usualVersion } from "./plain-flow.ts";
import { isPlainLook, writePlain } from "./plain-writer.ts";
import { type Rendering, render, showsLines } from "./render.ts";

/** How a family is written and read. */
export interface WrittenFamily {
  readonly frame: Frame;
  open(options: ReaderOptions): FlowReader;
}

/**
 * Writes a document as a file of records. What was written is read before it is given out: what a
 * reader would refuse or hold is refused here, with the line it would have had, all of it at once.
 */
export function writeTree(
  family: WrittenFamily,
  document: WritableDocument,
  catalogue: Catalogue,
  sending?: Sending,
): Written {
  const { layout, messages } = document;
  const definition = definitionFor(family.frame, document.envelope, catalogue);
  if (definition === null) return refuse([unknownFlow(document.envelope)]);
  const frame = frameFor(family.frame, definition);
  const envelope = sending === undefined ? document.envelope : complete(frame, document, sending);
  const look = lookOf(layout, frame.usuallyClosed);
  const writing: Rendering = { frame, definition, envelope, messages, look };
  const bytes = isStrict(catalogue, envelope.flow) ? null : writeShort(writing);
  return bytes === null ? writeAtLength(family, writing, catalogue) : { ok: true, bytes };
}

function writeShort({ frame, definition, envelope, messages, look }: Rendering): Uint8Array | null {
  const { version } = envelope;
  // Other references may be read as those of another flow.
  const known = version === definition.version || (version !== null && usualVersion.test(version));
  if (!known || envelope.flow !== definition.flow || !isPlainLook(look)) return null;
  const flow = plainFlow(frame, planFor(definition, frame.delimiter));
  return flow === null ? null : writePlain({ frame, flow, envelope, messages, look });
}

/** Writes any document of a flow; what is wrong with it is reported. */
export function writeAtLength(
  family: WrittenFamily,
  writing: Rendering,
  catalogue: Catalogue,
): Written {
  const { frame, definition, look, messages } = writing;
  // Where a record is may follow from those after it, which are not there yet.
  const isTakenAlone = showsLines(frame, look) && !planFor(definition, frame.delimiter).ambiguous;
  const reader = isTakenAlone ? readerOf(frame, catalogue) : null;
  const none = new LinesAhead(frame.delimiter);
  const onLine = reader === null ? {} : { onLine: (line: Line) => void reader.line(line, none) };
  const { bytes, problems } = render({ ...writing, ...onLine });
  const given = problems.length === 0 ? messages.length : null;
  // Read as it was put together, where that can be: it spares a second look at every byte.
  const seen = reader?.end() ?? readOnce(family, bytes, { catalogue });
  const isRight = !hasError(seen.problems) && seen.invalid === 0 && seen.messages === given;
  if (isRight) return { ok: true, bytes };
  // Of flows that a header does not distinguish, what was written is read as whichever it is.
  const isTold = definition.names === undefined;
  const flow = isTold ? writing.envelope.flow : (seen.envelope?.flow ?? writing.envelope.flow);
  const open = (options: ReaderOptions) => family.open(options);
  const written = { bytes, catalogue, open, flow, messages: messages.length, unwritten: problems };
  const faults = readBack(written).problems;
  return faults.length > 0 ? refuse(faults) : { ok: true, bytes };
}

function refuse(problems: readonly Problem[]): Written {
  return { ok: false, problems };
}

/** The definition a flow is read and written by; null when it is in no way known. */
export function definitionFor(
  frame: Frame,
  envelope: Envelope,
  catalogue: Catalogue,
): FlowDefinition | null {
  const { flow, version } = envelope;
  const found = catalogue.find(flow, version);
  if (found !== null && frame.families.has(found.definition.family)) return found.definition;
  const named = frame.flowOf?.(envelope, () => [], catalogue) ?? null;
  if (named !== null) return catalogue.find(named, version)?.definition ?? null;
  const kept = frame.undescribed?.test(`${flow}${version ?? ""}`) === true;
  return kept ? undescribed(frame, flow) : null;
}

function unknownFlow({ flow }: Envelope): Problem {
  const say = `The catalogue has no flow "${printable(flow)}" of this family, so nobody knows how to write it.`;
  return problem("UNKNOWN_FLOW", { line: null, field: "flow", value: flow }, say);
}

/** What the envelope lacks and every file must have is the sender's to give. */
function complete(
  frame: Frame,
  { envelope, layout }: WritableDocument,
  sending: Sending,
): Envelope {
  const { header } = lookOf(layout, frame.usuallyClosed);
  const { fields } = frame.headerLine(envelope, header);
  const numbered = fields.some(({ key, required }) => key === "fileIdentifier" && required);
  const wanted =
    numbered && envelope.fileIdentifier === null && header["fileIdentifier"] === undefined;
  return {
    ...envelope,
    fileIdentifier: wanted ? sending.nextFileIdentifier() : envelope.fileIdentifier,
    created: envelope.created ?? timeText(sending.at, frame.zone),
  };
}

/** ccyymmddhhmmss by the clock of a zone. */
function timeText(at: number, zone: string): string {
  const { year, month, day, hour, minute, second } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}${[month, day, hour, minute, second].map(two).join("")}`;
}

/** A reader that takes lines one by one. */
function readerOf(frame: Frame, catalogue: Catalogue): TreeReader {
  return new TreeReader({
    catalogue,
    frame,
    limits: usualTreeLimits,
    stable: true,
    recorder: null,
  });
}

function readOnce(family: WrittenFamily, bytes: Uint8Array, options: ReaderOptions) {
  const reader = family.open(options);
  reader.push(bytes);
  return reader.end();
}
