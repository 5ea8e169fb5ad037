/** No bytes yet. */
export const noBytes = Buffer.alloc(0);

const pipe = 0x7c;
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
  /** Ends with a pipe, as every line should. */
  terminated = false;
  /** Some byte is a control character or above 0x7E. */
  odd = false;
  /** Longer than `longestLine`: only its beginning is here. */
  cut = false;
  /** Made when the text of a field is first asked for. */
  #text: string | null = null;

  /** Looks at the line that begins at `start`; `bytes` has a newline at its end. Returns where the next line begins. */
  scan(bytes: Buffer, start: number): number {
    const ends = this.ends;
    let count = 0;
    let odd = false;
    let at = start;
    for (; ; at += 1) {
      const byte = bytes[at] ?? newline;
      if (byte === pipe) {
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

  /** Latin-1 text of a field, which every byte has; empty when there is none. */
  field(index: number): string {
    if (index >= this.count) return "";
    this.#text ??= this.bytes.toString("latin1", this.start, this.end);
    return this.#text.slice(
      this.fieldStart(index) - this.start,
      (this.ends[index] ?? 0) - this.start,
    );
  }

  /** The same, as a text of its own that keeps no line in memory. */
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

  /**
   * The first field packed into one number, so that finding its group makes no text; -1 when it is not
   * one to three characters long.
   */
  code(): number {
    const length = (this.ends[0] ?? 0) - this.start;
    if (length < 1 || length > 3) return -1;
    const { bytes, start } = this;
    let packed = length;
    for (let at = start; at < start + length; at += 1) packed = (packed << 8) | (bytes[at] ?? 0);
    return packed;
  }
}

/** A group code as `Line.code` packs it; -1 when it is not one to three Latin-1 characters. */
export function packCode(code: string): number {
  if (code.length < 1 || code.length > 3) return -1;
  let packed = code.length;
  for (let at = 0; at < code.length; at += 1) packed = (packed << 8) | code.charCodeAt(at);
  return packed;
}
