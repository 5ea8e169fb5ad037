import { printable } from "../../printable.ts";
import type { Line } from "../read/lines/line.ts";
import type { FlowNode, FlowPlan } from "../read/plan.ts";
import type { TreeFindings } from "./findings.ts";
import type { ReadingFields } from "./reading-fields.ts";

/** Reading type (J0171) `W`: the reading of its moment is taken back. */
const withdrawn = 0x57;
/** The mark `F` of a reading that failed validation. */
const failed = 0x46;
/** Most readings of one message that are compared: a message without end must not fill the memory. */
const mostReadings = 20_000;
/** So many readings are compared one by one: most messages have fewer. */
const few = 16;

/** A reading whose register and moment were given before in its message. */
interface Again {
  readonly node: FlowNode;
  readonly register: string;
  readonly value: string;
}

/**
 * Notes where one message gives a register two values for one moment. Readings that are withdrawn or failed
 * validation are no second value: that is how a sender corrects one. Values of other messages are not looked
 * at here: a later file corrects an earlier one, and the process keeps both.
 *
 * Digests stand for registers and moments, so that a message whose readings are all of different ones, as
 * nearly all are, makes no text.
 */
export class SameMoment {
  readonly #findings: TreeFindings;
  /** By depth, what the line that is open there, with those above it, tells: a digest of the meter, 0 for none. */
  readonly #meter: Int32Array;
  /** The digits of the moment as a number, 0 for none. */
  readonly #moment: Float64Array;
  /** 1 where readings are withdrawn or failed validation: no value that counts. */
  readonly #out: Uint8Array;
  /** The number of the reading that is open there; -1 where there is none. */
  readonly #open: Int32Array;
  /** Of the readings of the open message, in their order. */
  #keys = new Float64Array(few);
  #values = new Float64Array(few);
  #lines = new Float64Array(few);
  #isOut = new Uint8Array(few);
  #count = 0;
  /** Keys of the open message, once it has more than a few readings. */
  #seen: Set<number> | null = null;
  #again: Map<number, Again> | null = null;

  constructor(findings: TreeFindings, depths: number) {
    this.#findings = findings;
    this.#meter = new Int32Array(depths);
    this.#moment = new Float64Array(depths);
    this.#out = new Uint8Array(depths);
    this.#open = new Int32Array(depths).fill(-1);
  }

  /** Takes a line of a flow that has readings, whether it is of a message or above them. Hot. */
  take(node: FlowNode, line: Line): void {
    const { depth, reading: fields } = node;
    const above = depth - 1;
    this.#meter[depth] = this.#meter[above] ?? 0;
    this.#moment[depth] = this.#moment[above] ?? 0;
    this.#out[depth] = this.#out[above] ?? 0;
    this.#open[depth] = -1;
    if (fields === null) return;
    const { meter, moment, type, marks: marked } = fields;
    if (meter >= 0 && line.isFilled(meter + 1)) this.#meter[depth] = digest(line, meter + 1, seed);
    if (moment >= 0 && line.isFilled(moment + 1)) this.#moment[depth] = numberIn(line, moment + 1);
    if (type >= 0 && isLetter(line, type + 1, withdrawn)) this.#out[depth] = 1;
    for (let index = 0; index < marked.length; index += 1)
      if (isLetter(line, (marked[index] ?? 0) + 1, failed)) this.#fails(depth);
    if (fields.value >= 0 && fields.register >= 0 && node.inMessage) this.#note(node, line, fields);
  }

  /** The result of validation is in the reading's line, above it, or in a group of its own below. */
  #fails(depth: number): void {
    this.#out[depth] = 1;
    const below = this.#open[depth - 1] ?? -1;
    if (below >= 0) this.#isOut[below] = 1;
  }

  #note(node: FlowNode, line: Line, { register, value }: ReadingFields): void {
    const { depth } = node;
    const at = this.#count;
    const [meter, moment] = [this.#meter[depth] ?? 0, this.#moment[depth] ?? 0];
    if (meter === 0 || !(moment > 0) || at >= mostReadings || !line.isFilled(register + 1)) return;
    const number = numberIn(line, value + 1);
    if (Number.isNaN(number) || !line.isFilled(value + 1)) return;
    const key = keyOf(line, register + 1, meter, moment);
    if (at === this.#keys.length) this.#grow();
    if (this.#isSeen(key)) this.#toldAgain(at, node, line);
    this.#keys[at] = key;
    this.#values[at] = number;
    this.#lines[at] = line.number;
    this.#isOut[at] = this.#out[depth] ?? 0;
    this.#open[depth] = at;
    this.#count = at + 1;
  }

  /** Whether a reading of the open message has the key; looked up once there are more than a few. */
  #isSeen(key: number): boolean {
    const count = this.#count;
    if (count < few) {
      for (let at = 0; at < count; at += 1) if (this.#keys[at] === key) return true;
      return false;
    }
    this.#seen ??= new Set(this.#keys.subarray(0, count));
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  #toldAgain(at: number, node: FlowNode, line: Line): void {
    const { register = -1, value = -1 } = node.reading ?? {};
    this.#again ??= new Map();
    const texts = { register: line.freshField(register + 1), value: line.freshField(value + 1) };
    this.#again.set(at, { node, ...texts });
  }

  #grow(): void {
    const room = this.#keys.length * 4;
    this.#keys = grown(this.#keys, new Float64Array(room));
    this.#values = grown(this.#values, new Float64Array(room));
    this.#lines = grown(this.#lines, new Float64Array(room));
    this.#isOut = grown(this.#isOut, new Uint8Array(room));
  }

  /** The open message ends: says of each value that is another than the first of its register and moment. */
  finish(): void {
    if (this.#again !== null) this.#compare(this.#again);
    this.#again = null;
    this.#seen = null;
    this.#count = 0;
  }

  #compare(told: ReadonlyMap<number, Again>): void {
    const firsts = new Map<number, number>();
    for (let at = 0; at < this.#count; at += 1) {
      if (this.#isOut[at] === 1) continue;
      const key = this.#keys[at] ?? 0;
      const first = firsts.get(key);
      const again = told.get(at);
      if (first === undefined) firsts.set(key, at);
      else if (again !== undefined && this.#values[first] !== this.#values[at])
        this.#say(again, this.#lines[at] ?? null, this.#lines[first] ?? null);
    }
  }

  #say({ node, register, value }: Again, line: number | null, first: number | null): void {
    const field = node.fields[node.reading?.value ?? -1]?.key ?? null;
    this.#findings.find(
      true,
      "TWO_READINGS",
      () => ({ line, group: node.group.code, field, value }),
      () =>
        `Register ${printable(register)} is given ${printable(value)} here and another value at line ${first}, for the same meter and moment; the last one counts as the reading and the other is kept beside it. Ask the sender which is right.`,
    );
  }
}

/** How deep the trees of flows with readings are, each found once; 0 for a flow without any. */
const depthsOf = new WeakMap<FlowPlan, number>();

/** What compares the readings of a file's messages; null where its flow has no readings of registers. */
export function sameMomentFor(plan: FlowPlan, findings: TreeFindings): SameMoment | null {
  const known = depthsOf.get(plan) ?? depthsIn(plan);
  depthsOf.set(plan, known);
  return known === 0 ? null : new SameMoment(findings, known);
}

function depthsIn({ nodes }: FlowPlan): number {
  const hasReadings = nodes.some(({ reading }) => (reading?.value ?? -1) >= 0);
  return hasReadings ? 1 + Math.max(...nodes.map(({ depth }) => depth)) : 0;
}

/** Larger arrays with what the smaller had. */
function grown<T extends Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

const seed = 0x811c9dc5;

/** A digest of the bytes of a field that is filled, never 0. */
function digest(line: Line, index: number, from: number): number {
  const { bytes } = line;
  const end = line.ends[index] ?? 0;
  let sum = from;
  for (let at = line.fieldStart(index); at < end; at += 1)
    sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum === 0 ? 1 : sum;
}

/** A digest of 52 bits of what a reading is of, so that two are as good as never taken for one. */
function keyOf(line: Line, register: number, meter: number, moment: number): number {
  const low = Math.imul((moment % 0x1_0000_0000) ^ meter, 0x9e3779b1);
  const high = Math.imul(Math.floor(moment / 0x10000) ^ meter, 0x85ebca6b);
  const one = digest(line, register, low ^ (low >>> 15)) >>> 0;
  const other = digest(line, register, high ^ (high >>> 13)) >>> 12;
  return one * 0x10_0000 + other;
}

/** The number that a field's digits are, NaN where they are none; 0 where it is empty or not there. */
function numberIn(line: Line, index: number): number {
  const { bytes } = line;
  if (index >= line.count) return 0;
  const start = line.fieldStart(index);
  const end = line.ends[index] ?? 0;
  let digits = 0;
  let scale = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30;
      scale *= 10;
    } else if (byte === 0x2e && scale === 0) scale = 1;
    else return Number(line.field(index));
  }
  return scale > 1 ? digits / scale : digits;
}

/** Whether a field is one letter, that one. */
function isLetter(line: Line, index: number, letter: number): boolean {
  if (index >= line.count) return false;
  const start = line.fieldStart(index);
  return (line.ends[index] ?? 0) === start + 1 && line.bytes[start] === letter;
}
