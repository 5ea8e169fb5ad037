import type { Collected } from "./collector.ts";
import { longestLine } from "./lines/line.ts";
import type { FlowNode, FlowPlan } from "./plan.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** A buffer larger than this is not kept for the next message. */
const keptBytes = 1 << 20;

/** The unchanging text of a node's data: what comes before each value and each group. */
interface Texts {
  readonly fields: readonly Uint8Array[];
  readonly group: Uint8Array;
}

const textsOfPlans = new WeakMap<FlowPlan, readonly Texts[]>();

function textsOf(plan: FlowPlan): readonly Texts[] {
  const known = textsOfPlans.get(plan);
  if (known !== undefined) return known;
  const made = plan.nodes.map((node) => ({
    fields: node.fields.map((field) => Buffer.from(`,${JSON.stringify(field.key)}:"`, "latin1")),
    group: Buffer.from(`,${JSON.stringify(node.group.key)}:`, "latin1"),
  }));
  textsOfPlans.set(plan, made);
  return made;
}

let bytes: Buffer = Buffer.allocUnsafe(4096);
let length = 0;

/**
 * The data of a message as JSON text, written straight from its bytes: no value becomes a text of its
 * own. Only for messages whose groups are in the catalogue's order, none more often than it may.
 * `members` is put first: members of the object without braces, or nothing.
 */
export function collectedJson(
  plan: FlowPlan,
  collected: Collected,
  top: FlowNode,
  members: string,
): string {
  const texts = textsOf(plan);
  const { log, from, to, offset } = collected;
  length = 0;
  put(openBrace);
  putText(members);
  let current = top;
  for (let index = from; index < to; index += 2) {
    const node = plan.nodes[log[index] ?? 0] ?? top;
    const { fields = [], group = bytes } = texts[node.id] ?? {};
    if (node !== top) {
      const again = closeDownTo(node, current);
      if (again) put(comma);
      else {
        putPrefix(group);
        if (node.group.max !== 1) put(openBracket);
      }
      put(openBrace);
    }
    putFields(fields, plan.delimiter, collected.bytes, offset + (log[index + 1] ?? 0));
    current = node;
  }
  closeDownTo(null, current, top);
  put(closeBrace);
  const text = bytes.toString("latin1", 0, length);
  if (bytes.length > keptBytes) bytes = Buffer.allocUnsafe(4096);
  return text;
}

/**
 * Closes the open groups that a line of `node` does not belong in; for null, all below `top`. Says
 * whether the last one closed is another of the same node, whose array goes on.
 */
function closeDownTo(node: FlowNode | null, current: FlowNode, top?: FlowNode): boolean {
  const parent = node === null ? top : node.parent;
  let open: FlowNode | null = current;
  while (open !== null && open !== parent) {
    put(closeBrace);
    if (open === node) return true;
    if (open.group.max !== 1) put(closeBracket);
    open = open.parent;
  }
  return false;
}

function putFields(
  prefixes: readonly Uint8Array[],
  delimiter: number,
  source: Buffer,
  start: number,
): void {
  const limit = Math.min(source.length, start + longestLine);
  let at = start;
  while (at < limit && source[at] !== delimiter && source[at] !== newline) at += 1;
  for (const prefix of prefixes) {
    if (at >= limit || source[at] !== delimiter) return;
    const from = at + 1;
    let plain = true;
    for (at = from; at < limit; at += 1) {
      const byte = source[at] ?? newline;
      if (byte === delimiter || byte === newline) break;
      if (byte < 0x20 || byte === quote || byte === backslash) plain = false;
    }
    const end = endsLine(source, at, from) ? at - 1 : at;
    if (end > from) {
      putPrefix(prefix);
      if (plain) putBytes(source, from, end);
      else putText(JSON.stringify(source.toString("latin1", from, end)).slice(1, -1));
      put(quote);
    }
  }
}

/** Whether the byte before `at` is the carriage return of a line end. */
function endsLine(source: Uint8Array, at: number, from: number): boolean {
  return at > from && source[at] === newline && source[at - 1] === carriageReturn;
}

/** A prefix begins with a comma, which the first member of an object does without. */
function putPrefix(prefix: Uint8Array): void {
  putBytes(prefix, bytes[length - 1] === openBrace ? 1 : 0, prefix.length);
}

function put(byte: number): void {
  if (length === bytes.length) grow(1);
  bytes[length] = byte;
  length += 1;
}

function putBytes(source: Uint8Array, from: number, to: number): void {
  if (length + to - from > bytes.length) grow(to - from);
  const target = bytes;
  let end = length;
  for (let at = from; at < to; at += 1) {
    target[end] = source[at] ?? 0;
    end += 1;
  }
  length = end;
}

function putText(text: string): void {
  if (length + text.length > bytes.length) grow(text.length);
  for (let at = 0; at < text.length; at += 1) {
    bytes[length] = text.charCodeAt(at);
    length += 1;
  }
}

function grow(more: number): void {
  const larger = Buffer.allocUnsafe((length + more) * 2);
  larger.set(bytes.subarray(0, length));
  bytes = larger;
}
