import type { FileLayout, GroupData } from "../../../core/file/document.ts";
import type { OddLine } from "../../odd-lines.ts";
import { most, type RawLine, rawLines } from "../../raw-lines.ts";
import type { Frame } from "../read/frame.ts";
import { delimiterOf } from "../read/lines/unquoted-lines.ts";
import { messageNode } from "../read/message-node.ts";
import { chainAbove, inUsualOrder, type NodedMessage, nameOrder } from "../read/order.ts";
import { type FlowNode, type FlowPlan, planFor } from "../read/plan.ts";
import type { Recorder } from "../read/recorder.ts";
import type { Seen } from "../read/seen.ts";
import { type EnvelopeLine, furtherKey } from "../write/envelope-line.ts";
import { render } from "../write/render.ts";
import { type Look, layoutOf, lookOf } from "./look.ts";
import { seeQuotes } from "./see-quotes.ts";

/**
 * How a file looked beyond what its envelope and messages say. What is usual for its family is left
 * out: a guess is rendered, and where it differs from the file, line by line, the layout says so.
 */
export function seeLayout(seen: Seen): FileLayout {
  const { frame, definition, recorder } = seen;
  const { lines, byteOrderMark } = rawLines(recorder.text());
  const plan = planFor(definition, frame.delimiter);
  const messages = recorder.messages.map((message) => {
    const data: GroupData = JSON.parse(message.json());
    return { group: message.group, data };
  });
  const alone = linesAlone(plan, recorder, lines);
  const outline = outlineOf(plan, recorder, alone);
  const noded = messages.flatMap((message): NodedMessage[] => {
    const node = messageNode(plan, message);
    return node === null ? [] : [{ ...message, node }];
  });
  const guess: Look = {
    ...lookOf(null, frame.usuallyClosed),
    ...endsOf(lines),
    ...textOf(frame, plan, lines, recorder),
    byteOrderMark,
    quotes:
      frame.quoted && definition.rules.quoting !== "none" ? seeQuotes(seen, lines) : new Map(),
    header: headerBeyond(seen, lines),
    order: plan.wholeFile ? null : orderBeyond(plan, noded, outline),
    lines: alone,
  };
  const make = (look: Look) => render({ ...seen, messages, look }).bytes;
  // The trailer is made of the lines before it, so those come first.
  const body = { ...guess, lines: oddLines(guess, make(guess), lines) };
  const trailer = trailerBeyond(frame, make(body), lines, recorder);
  const look = { ...guess, trailer };
  return layoutOf({ ...look, lines: oddLines(look, make(look), lines) }, frame.usuallyClosed);
}

function endsOf(lines: readonly RawLine[]): Pick<Look, "lineEnd" | "finalNewline"> {
  const ended = lines.filter(({ end }) => end.endsWith("\n"));
  return {
    lineEnd: most(ended.map(({ end }) => end)) ?? "\n",
    finalNewline: lines.at(-1)?.end !== "",
  };
}

function textOf(
  frame: Frame,
  plan: FlowPlan,
  lines: readonly RawLine[],
  { header, nodes }: Recorder,
): Pick<Look, "closed" | "delimiter"> {
  if (frame.quoted) {
    const delimiter = delimiterOf(lines[header - 1]?.text ?? "");
    const usualOne = plan.definition.rules.delimiter;
    return { closed: frame.usuallyClosed, delimiter: delimiter === usualOne ? null : delimiter };
  }
  const told = [...nodes].flatMap(([line, node]) => {
    const fields = frame.split(lines[line - 1]?.text ?? "").length - 1 - node.fields.length;
    return node.open || (fields !== 0 && fields !== 1) ? [] : [fields === 1];
  });
  return { closed: most(told) ?? frame.usuallyClosed, delimiter: null };
}

/** Lines that stand for nothing in a message: blank ones, and groups that no message is below or beside. */
function linesAlone(
  plan: FlowPlan,
  { nodes, messages, header, trailer }: Recorder,
  lines: readonly RawLine[],
): ReadonlyMap<number, OddLine> {
  const first = new Set(messages.map(({ line }) => line));
  const told = new Set<number>();
  const open = new Map<FlowNode, { readonly lines: number[]; hasMessage: boolean }>();
  open.set(plan.root, { lines: [], hasMessage: messages.length > 0 });
  for (const [line, node] of nodes) {
    if (node.inMessage) {
      told.add(line);
      const above = node === plan.raw ? open.keys() : chainAbove(node);
      if (first.has(line))
        for (const one of above) {
          const scope = open.get(one);
          if (scope !== undefined) scope.hasMessage = true;
        }
    } else if (node.aboveMessage) open.set(node, openLine(open, node, line, told));
    else scopeOf(open, node, plan)?.lines.push(line);
  }
  for (const scope of open.values()) close(scope, told);
  const alone = new Map<number, OddLine>();
  for (const [index, { text, end }] of lines.entries()) {
    const line = index + 1;
    if (line === header || line === trailer || told.has(line)) continue;
    alone.set(line, { text, end, alone: true });
  }
  return alone;
}

type Scope = { readonly lines: number[]; hasMessage: boolean };

function openLine(
  open: ReadonlyMap<FlowNode, Scope>,
  node: FlowNode,
  line: number,
  told: Set<number>,
): Scope {
  const last = open.get(node);
  if (last !== undefined) close(last, told);
  return { lines: [line], hasMessage: false };
}

/** The nearest occurrence above messages that a line is below. */
function scopeOf(
  open: ReadonlyMap<FlowNode, Scope>,
  node: FlowNode,
  plan: FlowPlan,
): Scope | undefined {
  let above = node.parent ?? plan.root;
  while (!above.aboveMessage && above.parent !== null) above = above.parent;
  return open.get(above);
}

function close({ lines, hasMessage }: Scope, told: Set<number>): void {
  if (hasMessage) for (const line of lines) told.add(line);
}

/** Messages and the groups above and beside them, as they came. */
function outlineOf(
  plan: FlowPlan,
  { nodes, messages }: Recorder,
  alone: ReadonlyMap<number, OddLine>,
): readonly FlowNode[] {
  const first = new Set(messages.map(({ line }) => line));
  return [...nodes].flatMap(([line, node]) => {
    if (alone.has(line)) return [];
    if (node.inMessage) return first.has(line) ? [node] : [];
    const nested = node.parent !== plan.root && node.parent?.aboveMessage !== true;
    return nested ? [] : [node];
  });
}

function orderBeyond(
  plan: FlowPlan,
  messages: readonly NodedMessage[],
  outline: readonly FlowNode[],
): string | null {
  const expected = inUsualOrder(plan, messages);
  const same =
    expected.length === outline.length &&
    expected.every(({ node }, index) => node === outline[index]);
  return same ? null : nameOrder(plan, outline);
}

/** The fields of a header or trailer that are not what is usual. */
function beyond(
  fields: readonly string[],
  line: EnvelopeLine,
  usualValue: (key: string) => string,
): GroupData {
  const found = line.fields.map(({ key }, index) => [key, fields[index + 1] ?? ""] as const);
  const known = found.filter(([key, value]) => value !== usualValue(key));
  if (line.open !== true) return Object.fromEntries(known);
  const first = line.fields.length + 1;
  const further = fields.slice(first).map((value, index) => [furtherKey(first + index), value]);
  return Object.fromEntries([...known, ...further]);
}

function headerBeyond({ frame, envelope, recorder }: Seen, lines: readonly RawLine[]): GroupData {
  const fields = frame.split(lines[recorder.header - 1]?.text ?? "");
  const more = frame.headerShape(fields, envelope);
  return {
    ...more,
    ...beyond(fields, frame.headerLine(envelope, more), (key) => frame.headerValue(key, envelope)),
  };
}

function trailerBeyond(
  { trailerLine, split }: Frame,
  made: Uint8Array,
  lines: readonly RawLine[],
  { trailer }: Recorder,
): GroupData {
  if (trailerLine === null) return {};
  if (trailer === 0) return { missing: "yes" };
  const usualLines = rawLines(Buffer.from(made).toString("latin1")).lines;
  const usualFields = split(usualLines[trailer - 1]?.text ?? "");
  const keys = new Map(trailerLine.fields.map(({ key }, index) => [key, index + 1]));
  return beyond(
    split(lines[trailer - 1]?.text ?? ""),
    trailerLine,
    (key) => usualFields[keys.get(key) ?? 0] ?? "",
  );
}

/** Every line whose text or end is not what was rendered. */
function oddLines(
  look: Look,
  bytes: Uint8Array,
  lines: readonly RawLine[],
): ReadonlyMap<number, OddLine> {
  const made = rawLines(Buffer.from(bytes).toString("latin1")).lines;
  const odd = new Map<number, OddLine>();
  for (const [index, { text, end }] of lines.entries()) {
    const line = index + 1;
    const isLast = line === lines.length && !look.finalNewline;
    const oddEnd = isLast || end === look.lineEnd ? null : end;
    const alone = look.lines.has(line);
    if (alone || made[index]?.text !== text || oddEnd !== null)
      odd.set(line, {
        text: alone || made[index]?.text !== text ? text : null,
        end: oddEnd,
        alone,
      });
  }
  return odd;
}
