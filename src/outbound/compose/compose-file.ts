import { randomBytes } from "node:crypto";
import type { Catalogue } from "../../catalogue/definition.ts";
import { fillTemplate, type TemplateValues } from "../../config/channel/name-template.ts";
import { fileNameFor, type OutboundFiles } from "../../config/channel/outbound-channel.ts";
import { type FileLayout, type GroupData, isGroup } from "../../core/file/document.ts";
import type { Envelope, Party } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { ComposedFile, GivenNumber, Replaced } from "../../core/outbound/outbound.ts";
import type { FormatFamily } from "../../formats/family.ts";
import { formatOf } from "../../formats/recognise.ts";
import { writeDocument } from "../../formats/write-document.ts";
import type { WritableMessage, Written } from "../../formats/writer.ts";
import type { OutgoingFlow } from "./outgoing-flow.ts";

/** A channel that files leave by, with the folder they are put into: words in braces. */
export type FilesChannel = OutboundFiles & { readonly path: string };

/** What a file is made of. */
export interface FileOrder {
  readonly queue: number;
  readonly channel: FilesChannel;
  readonly flow: OutgoingFlow;
  readonly to: Party;
  readonly messages: readonly OrderedMessage[];
  readonly given: GivenNumber;
  readonly replaces: Replaced | null;
  /** When it is made, in milliseconds since 1970. */
  readonly at: number;
}

/** A message as it waited. */
export interface OrderedMessage {
  readonly id: number;
  readonly group: string | undefined;
  readonly data: GroupData;
}

/** A file to record, or every reason why it cannot be written. */
export type Composition =
  | { readonly ok: true; readonly file: ComposedFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the numbers of a channel's files run on for. */
export function seriesOf(
  channel: FilesChannel,
  flow: Pick<OutgoingFlow, "flow">,
  to: Party,
): string {
  const party = ({ role, participant }: Party) => `${role ?? ""}:${participant ?? ""}`;
  if (channel.numbering === "channel") return `channel ${channel.name}`;
  const route = `${channel.from === null ? ":" : party(channel.from)}>${party(to)}`;
  return channel.numbering === "recipient" ? route : `${route} ${flow.flow}`;
}

/** The recipient that the numbers of a series run on for, `X:SUPP` or `:SUPP`; null where that is a whole channel. */
export function recipientOf(series: string): string | null {
  if (series.startsWith("channel ")) return null;
  return /^.*?>([^\s>]*:[^\s>]+)/.exec(series)?.[1] ?? null;
}

/** Which numbers of a channel are to be moved on, in words: the other way round than `seriesOf`. */
export function sayNumbers(
  channels: readonly FilesChannel[],
  series: string,
  next: number,
): string {
  const from = `from ${next} on`;
  const ofChannel = channels.find((one) => seriesOf(one, anyFlow, nobody) === series);
  if (series.startsWith("channel "))
    return `channel ${ofChannel?.name ?? series.slice(8)}, ${from}`;
  const [, sender = "", to = "", flow] = /^(.*?)>(\S*)(?: (.*))?$/.exec(series) ?? [];
  const numbering = flow === undefined ? "recipient" : "flow";
  const isOf = (one: FilesChannel) =>
    one.numbering === numbering && seriesOf(one, anyFlow, nobody).startsWith(`${sender}>`);
  const serves = ({ flows }: FilesChannel) =>
    flow === undefined || flows === null || flows.includes(flow);
  const name = channels.find((one) => isOf(one) && serves(one))?.name ?? "that leads there";
  const flowWords = flow === undefined ? "" : `, flow ${flow}`;
  return `channel ${name}${flowWords}, to ${to}, ${from}`;
}

/** Stands for a flow that the numbers do not run on for. */
const anyFlow = { flow: "" };

/** Writes messages as a file of their flow, named and numbered as its channel says. */
export function composeFile(order: FileOrder, catalogue: Catalogue): Composition {
  const { channel, flow, given } = order;
  const values = valuesOf(order);
  const { written, envelope, messages } = writeOrder(order, values.identifier, catalogue);
  if (!written.ok) return written;
  const names = namesOf(order, values);
  return {
    ok: true,
    file: {
      queue: order.queue,
      channel: channel.name,
      messages: order.replaces === null ? order.messages.map(({ id }) => id) : [],
      messageCount: messages.length,
      subjects: subjectsOf(messages, flow),
      envelope,
      given,
      ...names,
      temporary: channel.temporaryName
        .replaceAll("{random}", randomBytes(12).toString("hex"))
        .replaceAll("{name}", names.name),
      bytes: written.bytes,
      replaces: order.replaces,
    },
  };
}

/** Writes the file that messages would be, to see whether it can be: it gets no name. */
export function tryFile(order: FileOrder, catalogue: Catalogue): Written {
  return writeOrder(order, valuesOf(order).identifier, catalogue).written;
}

function writeOrder(order: FileOrder, identifier: string, catalogue: Catalogue) {
  const { channel, flow, to, at } = order;
  const family = formatOf(flow);
  const { answers } = family;
  const envelope: Envelope = {
    family: flow.family,
    flow: flow.flow,
    version: family.saysVersion ? flow.version : null,
    fileIdentifier: identifier,
    from: channel.from ?? nobody,
    to,
    created: null,
    testFlag: channel.testFlag,
  };
  const layout = layoutOf(channel, family);
  const messages = order.messages.map((message) => numbered(writable(message, flow), order));
  const sending = { at, nextFileIdentifier: () => identifier };
  const write = (): Written => {
    if (answers?.flow === flow.flow) {
      const data = order.messages.map((message) => message.data);
      return answers.write(data, channel, catalogue);
    }
    return writeDocument({ envelope, layout, messages }, catalogue, sending);
  };
  return { written: write(), envelope, messages };
}

/** What the messages are about, each named once. */
function subjectsOf(
  messages: readonly WritableMessage[],
  { subjects }: OutgoingFlow,
): readonly string[] {
  const keys = messages.map(({ group, data }) =>
    valueAt(data, subjects[group] ?? subjects[""] ?? []),
  );
  return [...new Set(keys.filter((key) => typeof key === "string" && key !== ""))] as string[];
}

function valueAt(data: GroupData, path: readonly string[]): unknown {
  let value: unknown = path.length === 0 ? undefined : data;
  for (const name of path) value = isGroup(value) ? value[name] : undefined;
  return value;
}

const nobody: Party = { role: null, participant: null };

/** What is added to that when files are made into OpenPGP messages. */
function sealedExtension({ pgp }: FilesChannel): string {
  if (pgp === null) return "";
  return pgp.armour ? ".asc" : ".pgp";
}

/** The words of a file's names, with its identifier. */
function valuesOf({ channel, flow, to, given, at }: FileOrder): TemplateValues {
  const { date, time } = ukTime(at);
  const family = formatOf(flow);
  const values: TemplateValues = {
    flow: flow.flow,
    version: flow.version,
    fromRole: channel.from?.role ?? "",
    fromParticipant: channel.from?.participant ?? "",
    toRole: to.role ?? "",
    toParticipant: to.participant ?? "",
    number: String(given.number),
    identifier: "",
    date,
    time,
    extension: family.extension + sealedExtension(channel),
  };
  const template = channel.identifier ?? family.usualIdentifier;
  // A header has no room for marks, and nobody files by it alone.
  return { ...values, identifier: fillTemplate(template, values, true) };
}

/** The folder that a file is put into, and its name there. */
function namesOf({ channel, to }: Pick<FileOrder, "channel" | "to">, values: TemplateValues) {
  return {
    folder: fillTemplate(channel.path, values),
    name: fillTemplate(fileNameFor(channel, to), values),
  };
}

/** A moment as people in Great Britain read it off the wall: `20240201` and `093000`. */
interface UkTime {
  readonly date: string;
  readonly time: string;
}

/** The second that was asked for last: files that are composed together are of the same. */
let lastSecond: { readonly of: number; readonly told: UkTime } | null = null;

function ukTime(at: number): UkTime {
  const second = Math.floor(at / 1000);
  if (lastSecond?.of !== second) lastSecond = { of: second, told: readUkTime(at) };
  return lastSecond.told;
}

function readUkTime(at: number): UkTime {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/London");
  const [date = "", time = ""] = there.toPlainDateTime().toString().split("T");
  return { date: date.replaceAll("-", ""), time: time.slice(0, 8).replaceAll(":", "") };
}

/** Where a flow has one sort of message, it need not be said which. */
function writable({ group, data }: OrderedMessage, { groups }: OutgoingFlow): WritableMessage {
  return { group: group ?? (groups.length === 1 ? (groups[0] ?? "") : ""), data };
}

/** The file's number in its File Sequence Number, where the flow has one and the message does not say it. */
function numbered(message: WritableMessage, { flow, given }: FileOrder): WritableMessage {
  const { sequence } = flow;
  if (sequence === null || message.data[sequence.group] !== undefined) return message;
  const group = { [sequence.field]: String(given.number) };
  return { ...message, data: { ...message.data, [sequence.group]: group } };
}

/** Line ends and the last one as the channel says; each family has its own words for them. */
function layoutOf(channel: FilesChannel, { crlf }: FormatFamily): FileLayout | null {
  return {
    ...(channel.lineEnd === "CRLF" && { lineEnd: crlf }),
    ...(!channel.finalNewline && { finalNewline: "no" }),
  };
}
