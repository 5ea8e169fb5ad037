import type { FlowDefinition } from "../../../catalogue/definition.ts";
import type { GroupData } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { Problem } from "../../../core/file/problem.ts";
import { sayBeyond } from "../../odd-lines.ts";
import { printable } from "../../printable.ts";
import { problem } from "../../problem-log.ts";
import type { WritableMessage } from "../../writer.ts";
import type { Look } from "../check/look.ts";
import { type Frame, rulesOf } from "../read/frame.ts";
import type { Line } from "../read/lines/line.ts";
import { messageNode } from "../read/message-node.ts";
import { inGivenOrder, inUsualOrder, type NodedMessage, type Step } from "../read/order.ts";
import { type FlowPlan, planFor } from "../read/plan.ts";
import { type EnvelopeLine, furtherKey } from "./envelope-line.ts";
import { GroupWriter } from "./group-writer.ts";
import { plainStyle, quotedStyle } from "./line-styles.ts";
import { type LineStyle, LineWriter } from "./line-writer.ts";
import { quoteRule } from "./quote-rule.ts";

/** What is to be made into lines. */
export interface Rendering {
  readonly frame: Frame;
  readonly definition: FlowDefinition;
  readonly envelope: Envelope;
  readonly messages: readonly WritableMessage[];
  readonly look: Look;
  /** Takes each line as a reader would see it. Only where `showsLines` says so. */
  readonly onLine?: (line: Line) => void;
}

/** Whether the lines of a family in a look are seen by a reader as they are put together. */
export function showsLines(frame: Frame, look: Look): boolean {
  return !frame.quoted && look.closed && look.lines.size === 0;
}

/** Lines, and what of the document could not be put into them. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Makes a document into the lines of a file. Whether a reader would take them is not looked at. */
export function render(rendering: Rendering): Rendered {
  const { frame, definition, envelope, look, messages } = rendering;
  const plan = planFor(definition, frame.delimiter);
  const { onLine = null } = rendering;
  const lines = new LineWriter(styleOf(rendering, plan), look, frame.checksum, onLine);
  const writer = new GroupWriter(lines, plan);
  const { header, trailer } = look;
  const top = frame.headerLine(envelope, header);
  put(writer, lines, top, header, (key) => frame.headerValue(key, envelope));
  const before = lines.records;
  if (plan.wholeFile) for (const { data } of messages) writer.top(data);
  else for (const step of stepsOf(writer, plan, messages, look)) writeStep(writer, plan, step);
  lines.putAlone();
  if (frame.trailerLine !== null && trailer["missing"] !== "yes") {
    const { firstGroups } = writer;
    const groups = lines.records - before;
    const { checksum } = lines;
    const made = { groups, firstGroups, checksum, envelope, rules: rulesOf(frame, definition) };
    put(writer, lines, frame.trailerLine, trailer, (key) => frame.trailerValue(key, made));
  }
  const bytes = lines.take();
  return { bytes, problems: [...writer.problems, ...lines.cut.map(tooManyFields)] };
}

function tooManyFields(line: number): Problem {
  return problem("TOO_MANY_FIELDS", { line }, sayBeyond);
}

function styleOf({ frame, definition, envelope, look }: Rendering, plan: FlowPlan): LineStyle {
  if (!frame.quoted) return plainStyle(plan.delimiter);
  const { quoting } = definition.rules;
  const delimiter = look.delimiter ?? definition.rules.delimiter;
  if (quoting === "none") return plainStyle(delimiter.charCodeAt(0));
  return quotedStyle(look, delimiter, quoteRule(frame, envelope, plan));
}

function given(more: GroupData, key: string): string | null {
  const value = more[key];
  return typeof value === "string" ? value : null;
}

function put(
  writer: GroupWriter,
  lines: LineWriter,
  { code, fields, open }: EnvelopeLine,
  more: GroupData,
  usual: (key: string) => string,
): void {
  const putField = (key: string, value: string) => {
    if (!lines.field(value)) writer.sayUnwritable(code, key, value);
  };
  lines.begin(code);
  for (const { key } of fields) putField(key, given(more, key) ?? usual(key));
  for (let position = fields.length + 1; open === true; position += 1) {
    const key = furtherKey(position);
    const value = given(more, key);
    if (value === null) break;
    putField(key, value);
  }
  lines.end();
}

function stepsOf(
  writer: GroupWriter,
  plan: FlowPlan,
  messages: readonly WritableMessage[],
  { order }: Look,
): readonly Step[] {
  const noded: NodedMessage[] = [];
  for (const { group, data } of messages) {
    const node = messageNode(plan, { group, data });
    if (node !== null) noded.push({ node, group, data });
    else sayNoMessage(writer, plan, group);
  }
  if (!plan.shared) return noded;
  for (const { node, data } of noded) writer.checkOutside(node, data);
  return (order === null ? null : inGivenOrder(plan, noded, order)) ?? inUsualOrder(plan, noded);
}

function sayNoMessage(writer: GroupWriter, { definition }: FlowPlan, group: string): void {
  const say = `Flow ${definition.flow} has no message that is a group "${printable(group)}".`;
  writer.find("UNKNOWN_GROUP", group, null, group, say);
}

function writeStep(writer: GroupWriter, plan: FlowPlan, { node, data }: Step): void {
  if (node === plan.raw && plan.shared) writer.recordsOf(data);
  else if (node === plan.raw) writer.top(data);
  else if (node.aboveMessage) writer.lineOf(node, data);
  else writer.group(node, data);
}
