import { Line, longestLine, noBytes } from "./line.ts";

/** Takes lines one by one, in pieces of memory that are only good during the call. */
export interface LineSink {
  line(line: Line): void;
  /** Bytes `from` to `to` of `bytes` are about to be gone through line by line, ... */
  regionBegins(bytes: Buffer, from: number): void;
  /** ... and have been; what is still needed of them has to be copied now. */
  regionEnds(to: number): void;
}

const newline = 0x0a;
/** A longest line with its carriage return and newline, and one byte to see that it is longer. */
const carryLimit = longestLine + 3;

/**
 * Cuts pieces of any size into lines. Whole lines are read where they lie; only a line that is cut by
 * the end of a piece is copied, at most its first 64 KiB, so that memory stays the same for any input.
 */
export class LineFeed {
  /** Lines so far, blank ones too. */
  lines = 0;
  readonly #sink: LineSink;
  readonly #line: Line;
  #carry: Buffer = noBytes;
  #carried = 0;

  constructor(sink: LineSink, delimiter: number) {
    this.#sink = sink;
    this.#line = new Line(delimiter);
  }

  push(bytes: Buffer): void {
    let from = 0;
    if (this.#carried > 0) {
      const at = bytes.indexOf(newline);
      this.#keep(bytes, 0, at < 0 ? bytes.length : at);
      if (at < 0) return;
      this.#flush();
      from = at + 1;
    }
    const to = bytes.lastIndexOf(newline) + 1;
    if (to > from) this.#region(bytes, from, to);
    if (Math.max(from, to) < bytes.length) this.#keep(bytes, Math.max(from, to), bytes.length);
  }

  /** The last line when no newline ended it. */
  end(): void {
    if (this.#carried > 0) this.#flush();
  }

  #region(bytes: Buffer, from: number, to: number): void {
    const line = this.#line;
    this.#sink.regionBegins(bytes, from);
    let start = from;
    while (start < to) {
      this.lines += 1;
      line.number = this.lines;
      const next = line.scan(bytes, start);
      this.#sink.line(line);
      start = next;
    }
    this.#sink.regionEnds(to);
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    const length = Math.min(to - from, carryLimit - 1 - this.#carried);
    if (length <= 0) return;
    const needed = this.#carried + length + 1;
    if (needed > this.#carry.length) {
      const larger = Buffer.allocUnsafe(Math.min(carryLimit, Math.max(512, needed * 2)));
      this.#carry.copy(larger, 0, 0, this.#carried);
      this.#carry = larger;
    }
    bytes.copy(this.#carry, this.#carried, from, from + length);
    this.#carried += length;
  }

  #flush(): void {
    const length = this.#carried;
    this.#carry[length] = newline;
    this.#carried = 0;
    this.#region(this.#carry, 0, length + 1);
  }
}
