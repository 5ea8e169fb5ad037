import { halfHoursOn } from "../../../calendar/settlement-day.ts";
import { type DataValue, type GroupData, isGroup } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import { problemCodes } from "../../problem-codes.ts";
import type { WritableMessage } from "../../writer.ts";
import { recordChecksum } from "../check/checksum.ts";
import { checkFormat, checkSubject } from "../check/field-rule.ts";
import type { TreeFindings } from "../check/findings.ts";
import { usualTreeLimits } from "../check/limits.ts";
import type { Look } from "../check/look.ts";
import type { Frame, Made } from "../read/frame.ts";
import { Line, longestLine } from "../read/lines/line.ts";
import { ByteText } from "./byte-text.ts";
import { type EnvelopeField, type EnvelopeLine, isRightTime } from "./envelope-line.ts";
import type { PlainChild, PlainFlow, PlainNode } from "./plain-flow.ts";

/** What is written the short way. */
export interface PlainFile {
  readonly frame: Frame;
  readonly flow: PlainFlow;
  readonly envelope: Envelope;
  readonly messages: readonly WritableMessage[];
  readonly look: Look;
}

/** Thrown away whole whenever something is not as it usually is; made of it, nothing is allocated. */
class Unusual extends Error {}
const unusual = new Unusual("Not to be written the short way");

/** Whether files that look so can be written the short way. */
export function isPlainLook({ closed, delimiter, lines, order, header, trailer }: Look): boolean {
  const known = header["flow"] === undefined && trailer["missing"] === undefined;
  return closed && delimiter === null && lines.size === 0 && order === null && known;
}

/**
 * Writes a file that looks as its family's usually do and has no error, checking values as they are in
 * the bytes, without a reader. Null for any other: the long way then says what is wrong, in words. What
 * it writes is what the long way would; a test holds the two against each other for every flow.
 */
export function writePlain(file: PlainFile): Uint8Array | null {
  try {
    return writer.write(file);
  } catch (error) {
    if (error === unusual) return null;
    throw error;
  }
}

/** One file is written at a time, so all share its memory. */
class PlainWriter {
  readonly #out = new ByteText();
  readonly #ends: number[] = [];
  readonly #counts: number[] = [];
  #delimiter = 0;
  #lineEnd = "";
  #checked = false;
  /** A time that is none is an error. */
  #strictTimes = false;
  #checksum = 0;
  #groups = 0;
  #firstGroups = 0;

  write({ frame, flow, envelope, messages, look }: PlainFile): Uint8Array {
    const { delimiter, checksum, trailerLine } = frame;
    const out = this.#out;
    out.length = 0;
    out.odd = false;
    if (look.byteOrderMark) out.putRaw("\xef\xbb\xbf");
    this.#lineEnd = look.lineEnd;
    this.#delimiter = delimiter;
    this.#checked = checksum;
    this.#strictTimes = frame.strict.includes("ENVELOPE_TIME");
    this.#checksum = 0;
    this.#groups = 0;
    this.#firstGroups = 0;
    const header = frame.headerLine(envelope, look.header);
    this.#envelopeLine(header, look.header, (key) => frame.headerValue(key, envelope));
    this.#body(flow, messages);
    if (trailerLine !== null) {
      const made = {
        groups: this.#groups,
        firstGroups: this.#firstGroups,
        checksum: this.#checksum >>> 0,
        envelope,
        rules: frame.row.rules,
      };
      const start = out.length;
      this.#envelopeLine(trailerLine, look.trailer, (key) => frame.trailerValue(key, made));
      if (!isEmpty(look.trailer)) this.#checkTrailer(start, frame, made, messages.length);
    }
    if (!look.finalNewline) out.length -= look.lineEnd.length;
    return out.take();
  }

  /** A trailer of somebody else's making: a reader's own look at it. */
  #checkTrailer(start: number, frame: Frame, made: Made, messages: number): void {
    const { groups, firstGroups, checksum, envelope, rules } = made;
    const line = new Line(this.#delimiter);
    this.#out.putByte(newline);
    line.scan(this.#out.bytes, start);
    this.#out.length -= 1;
    const counted = { groups, headers: 0, firstGroups, messages, known: true, checksum, rules };
    frame.checkTrailer(line, envelope, counted, noErrors);
  }

  #body({ roots, messages: places }: PlainFlow, messages: readonly WritableMessage[]): void {
    if (places === null) {
      const data = messages.length === 1 ? messages[0]?.data : undefined;
      if (data === undefined || this.#below(roots, data) !== countKeys(data)) throw unusual;
      return;
    }
    const counts = this.#counts;
    for (let index = 0; index < roots.length; index += 1) counts[index] = 0;
    for (const { group, data } of messages) {
      const place = places.get(group);
      const root = place === undefined ? undefined : roots[place];
      if (place === undefined || root === undefined) throw unusual;
      counts[place] = (counts[place] ?? 0) + 1;
      const start = this.#out.length;
      this.#group(root.node, data);
      if (this.#out.length - start > usualTreeLimits.messageBytes) throw unusual;
    }
    if (messages.length === 0) return;
    for (const [index, root] of roots.entries()) checkCount(root, counts[index] ?? 0);
  }

  #group(node: PlainNode, data: GroupData): void {
    const { code, keys, fields, children } = node;
    const out = this.#out;
    const ends = this.#ends;
    const start = out.length;
    out.putPlain(code, this.#delimiter);
    let from = out.length;
    const others = this.#fields(keys, data);
    const { bytes } = out;
    let index = 0;
    for (const field of fields) {
      index += 1;
      const to = ends[index] ?? 0;
      if (from === to) {
        if (field.required) throw unusual;
      } else if (
        (field.rule !== null && checkFormat(field.rule, bytes, from, to) !== null) ||
        (field.subject !== null && checkSubject(field.subject, bytes, from, to) !== null)
      )
        throw unusual;
      from = to + 1;
    }
    this.#groups += 1;
    if (node.first) this.#firstGroups += 1;
    this.#endLine(start);
    if (others !== (children.length > 0 ? this.#below(children, data) : 0)) throw unusual;
  }

  /** Puts what a group has under keys; gives how many other properties it has. */
  #fields(keys: readonly string[], data: GroupData): number {
    const others = this.#out.putInOrder(data, keys, this.#delimiter, this.#ends);
    if (others >= 0) return others;
    const used = this.#out.putAll(data, keys, this.#delimiter, this.#ends);
    if (used < 0) throw unusual;
    return countKeys(data) - used;
  }

  #below(children: readonly PlainChild[], data: GroupData): number {
    let used = 0;
    for (const child of children) {
      const value = data[child.key];
      if (value === undefined) checkCount(child, 0);
      else {
        used += 1;
        const count = this.#each(child.node, value);
        checkCount(child, count);
        if (child.dayKey !== null && !isRightForDay(data[child.dayKey], count)) throw unusual;
      }
    }
    return used;
  }

  #each(node: PlainNode, value: DataValue): number {
    if (!Array.isArray(value)) {
      if (!isGroup(value)) throw unusual;
      this.#group(node, value);
      return 1;
    }
    for (const group of value) {
      if (!isGroup(group)) throw unusual;
      this.#group(node, group);
    }
    return value.length;
  }

  #envelopeLine(
    { code, fields }: EnvelopeLine,
    more: GroupData,
    usual: (key: string) => string,
  ): void {
    const out = this.#out;
    const start = out.length;
    out.putPlain(code, this.#delimiter);
    const whole = isEmpty(more);
    for (const field of fields) {
      const given = whole ? undefined : more[field.key];
      const value = typeof given === "string" ? given : usual(field.key);
      if (!isRightValue(field, value)) throw unusual;
      const from = out.length;
      if (!out.putPlain(value, this.#delimiter)) throw unusual;
      if (this.#strictTimes && value !== "" && !isTime(field, out.bytes, from, out.length - 1))
        throw unusual;
    }
    this.#endLine(start);
  }

  #endLine(start: number): void {
    const out = this.#out;
    if (out.length - start > longestLine) throw unusual;
    if (this.#checked) this.#checksum ^= recordChecksum(out.bytes, start, out.length);
    out.putRaw(this.#lineEnd);
  }
}

const newline = 0x0a;
const writer = new PlainWriter();

/** Takes a reader's findings: nothing that is an error goes on. */
const noErrors: TreeFindings = {
  find: (_inMessage, code) => {
    if (problemCodes[code].severity === "error") throw unusual;
  },
};

function isEmpty(data: GroupData): boolean {
  for (const _key in data) return false;
  return true;
}

/** Whether a value of a header or trailer is without an error; times are looked at elsewhere. */
function isRightValue({ required, length, kind, codes }: EnvelopeField, value: string): boolean {
  if (value === "") return !required;
  if (kind === "number") return value.length <= length && isDigits(value);
  if (kind !== undefined) return true;
  return value.length <= length && (codes === undefined || codes.includes(value));
}

function isTime({ kind }: EnvelopeField, bytes: Buffer, from: number, to: number): boolean {
  return kind === undefined || kind === "number" || isRightTime(kind, bytes, from, to);
}

function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function checkCount({ min, max, counts }: PlainChild, count: number): void {
  if (count === 0 ? min > 0 : count > max || count < min) throw unusual;
  if (count > 0 && counts !== null && !counts.includes(count)) throw unusual;
}

/** Whether so many half hours are those of a day; of a text that is no day, any number is as good. */
function isRightForDay(day: DataValue | undefined, halfHours: number): boolean {
  const right = typeof day === "string" ? halfHoursOn(day) : null;
  return halfHours === 0 || right === null || right === halfHours;
}

function countKeys(data: GroupData): number {
  let count = 0;
  for (const _key in data) count += 1;
  return count;
}
