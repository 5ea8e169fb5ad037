import { Line, longestLine, noBytes } from "./line.ts";
import { LinesAhead } from "./lines-ahead.ts";

/** Takes lines one by one, in pieces of memory that are only good during the call. */
export interface LineSink {
  /** False: where the line is cannot be said before more lines come, and nothing was done with it. */
  line(line: Line, ahead: LinesAhead): boolean;
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
 * the end of a piece is copied, at most its first 64 KiB, and the few lines that wait for what comes after
 * them, so that memory stays the same for any input.
 */
export class LineFeed {
  /** Lines so far, blank ones too. */
  lines = 0;
  readonly #sink: LineSink;
  readonly #line: Line;
  readonly #ahead: LinesAhead;
  /** Whole lines that wait for more lines. */
  #waiting: Buffer = noBytes;
  #carry: Buffer = noBytes;
  #carried = 0;

  constructor(sink: LineSink, delimiter: number) {
    this.#sink = sink;
    this.#line = new Line(delimiter);
    this.#ahead = new LinesAhead(delimiter);
  }

  push(bytes: Buffer): void {
    let from = 0;
    if (this.#carried > 0) {
      const at = bytes.indexOf(newline);
      this.#keep(bytes, 0, at < 0 ? bytes.length : at);
      if (at < 0) return;
      this.#flush(false);
      from = at + 1;
    }
    const to = bytes.lastIndexOf(newline) + 1;
    if (to > from) this.#region(bytes, from, to, false);
    if (Math.max(from, to) < bytes.length) this.#keep(bytes, Math.max(from, to), bytes.length);
  }

  /** What is left: lines that waited, and the last one when no newline ended it. */
  end(): void {
    if (this.#carried > 0) this.#flush(true);
    else if (this.#waiting.length > 0) this.#region(noBytes, 0, 0, true);
  }

  #region(piece: Buffer, begin: number, end: number, last: boolean): void {
    const waited = this.#waiting.length > 0;
    const bytes = waited ? Buffer.concat([this.#waiting, piece.subarray(begin, end)]) : piece;
    const [from, to] = waited ? [0, bytes.length] : [begin, end];
    if (waited) this.#waiting = noBytes;
    const line = this.#line;
    this.#sink.regionBegins(bytes, from);
    let start = from;
    while (start < to) {
      line.number = this.lines + 1;
      const next = line.scan(bytes, start);
      if (!this.#sink.line(line, this.#ahead.at(bytes, next, to, last))) break;
      this.lines += 1;
      start = next;
    }
    this.#sink.regionEnds(start);
    if (start < to) this.#waiting = Buffer.from(bytes.subarray(start, to));
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

  #flush(last: boolean): void {
    const length = this.#carried;
    this.#carry[length] = newline;
    this.#carried = 0;
    this.#region(this.#carry, 0, length + 1, last);
  }
}
