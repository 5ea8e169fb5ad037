/** No bytes yet. */
export const noBytes = Buffer.alloc(0);

/** The byte between fields of files without quotes. */
export const pipe = 0x7c;
/** The byte between fields once quotes have been taken off. */
export const unitSeparator = 0x1f;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Longest line that is read whole, in bytes; what is beyond is dropped. */
export const longestLine = 65_536;

/**
 * The line under the eye: one object for a whole file, filled anew for each line, so that a line costs
 * no memory. `ends[i]` is where field i ends; the field after it begins one further.
 */
export class Line {
  bytes: Buffer = noBytes;
  /** First byte, and the one after the last, line end left out. */
  start = 0;
  end = 0;
  /** Counted from 1. */
  number = 0;
  /** Fields, the group code being field 0. */
  count = 0;
  readonly ends: number[] = [];
  /** Ends with the delimiter, as every line should. */
  terminated = false;
  /** Some byte is a control character or above 0x7E. */
  odd = false;
  /** Longer than `longestLine`: only its beginning is here. */
  cut = false;
  readonly #delimiter: number;
  /** Made when the text of a field is first asked for. */
  #text: string | null = null;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  /** Looks at the line that begins at `start`; `bytes` has a newline at its end. Returns where the next line begins. */
  scan(bytes: Buffer, start: number): number {
    const ends = this.ends;
    const delimiter = this.#delimiter;
    let count = 0;
    let odd = false;
    let at = start;
    for (; ; at += 1) {
      const byte = bytes[at] ?? newline;
      if (byte === delimiter) {
        ends[count] = at;
        count += 1;
      } else if (byte < 0x20) {
        if (byte === newline) break;
        if (byte !== carriageReturn || bytes[at + 1] !== newline) odd = true;
      } else if (byte > 0x7e) odd = true;
    }
    const next = at + 1;
    if (at > start && bytes[at - 1] === carriageReturn) at -= 1;
    this.cut = at - start > longestLine;
    if (this.cut) {
      at = start + longestLine;
      while (count > 0 && (ends[count - 1] ?? 0) >= at) count -= 1;
    }
    this.terminated = count > 0 && ends[count - 1] === at - 1;
    if (!this.terminated) {
      ends[count] = at;
      count += 1;
    }
    this.bytes = bytes;
    this.start = start;
    this.end = at;
    this.count = count;
    this.odd = odd;
    this.#text = null;
    return next;
  }

  /** Takes a line whose `ends` are known already, each field ended by a delimiter. */
  fill(bytes: Buffer, start: number, end: number, count: number, odd: boolean): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.count = count;
    this.terminated = true;
    this.odd = odd;
    this.cut = end - start > longestLine;
    this.#text = null;
  }

  /** Latin-1 text of a field, which every byte has; empty when there is none. */
  field(index: number): string {
    if (index >= this.count) return "";
    this.#text ??= this.bytes.toString("latin1", this.start, this.end);
    return this.#text.slice(
      this.fieldStart(index) - this.start,
      (this.ends[index] ?? 0) - this.start,
    );
  }

  /** A field as a text of its own, which keeps no line in memory. */
  freshField(index: number): string {
    if (index >= this.count) return "";
    return this.bytes.toString("latin1", this.fieldStart(index), this.ends[index] ?? 0);
  }

  isFilled(index: number): boolean {
    return index < this.count && this.fieldStart(index) < (this.ends[index] ?? 0);
  }

  fieldStart(index: number): number {
    return index === 0 ? this.start : (this.ends[index - 1] ?? 0) + 1;
  }

  /** The first field packed into one number, so that finding its group makes no text; -1 when it is no group code. */
  code(): number {
    const { bytes, start } = this;
    const end = this.ends[0] ?? 0;
    const length = end - start;
    if (length < 1) return -1;
    if (length > shortCode) return length > longCode ? -1 : packBytes(bytes, start, end);
    let packed = length;
    for (let at = start; at < end; at += 1) packed = (packed << 8) | (bytes[at] ?? 0);
    return packed;
  }
}

/** Codes up to this long are packed byte by byte, longer ones digit by digit. */
const shortCode = 3;
/** Ten capital letters, digits and underlines are what 53 bits hold. */
const longCode = 10;
const codeDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_";
const base = codeDigits.length + 1;
/** By byte: its place among the digits, from 1; 0 for all others. */
const digitOf = new Uint8Array(256);
for (let place = 0; place < codeDigits.length; place += 1)
  digitOf[codeDigits.charCodeAt(place)] = place + 1;

/** A group code as `Line.code` packs it, long ones as negative numbers; -1 when it is none. */
export function packCode(code: string): number {
  const { length } = code;
  if (length < 1 || length > longCode || /[^!-{}-\xff]/.test(code)) return -1;
  if (length > shortCode) return packLong(code);
  let packed = length;
  for (let at = 0; at < length; at += 1) packed = (packed << 8) | code.charCodeAt(at);
  return packed;
}

function packLong(code: string): number {
  return packBytes(Buffer.from(code, "latin1"), 0, code.length);
}

function packBytes(bytes: Buffer, start: number, end: number): number {
  let packed = 0;
  for (let at = start; at < end; at += 1) {
    const digit = digitOf[bytes[at] ?? 0] ?? 0;
    if (digit === 0) return -1;
    packed = packed * base + digit;
  }
  return -2 - packed;
}
