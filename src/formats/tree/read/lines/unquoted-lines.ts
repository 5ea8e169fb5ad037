import { UnquotedBytes } from "../../unquoted-bytes.ts";
import { longestLine, noBytes, unitSeparator } from "./line.ts";
import { mostAhead } from "./lines-ahead.ts";
import type { QuoteFault } from "./split-quoted.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
/** Raw bytes of a line that are kept: without its quotes it is still longer than a line may be. */
const mostRaw = 4 * longestLine;

/**
 * Takes the quotes off a file's lines, in pieces of any size: fields come out with a separator after
 * each that no text has, line for line. The delimiter is what follows the first line's record code.
 */
export class UnquotedLines {
  /** What is wrong with the quotes of a line of the last piece, or of one before it that may still wait, by line number. */
  readonly faults = new Map<number, QuoteFault>();
  /** Quotes are text from the next piece on, and stay. */
  quotesAreText = false;
  #out = new UnquotedBytes(0);
  #delimiter = -1;
  /** The beginning of a line whose end has not come. */
  #carry: Buffer[] = [];
  #carried = 0;
  #lines = 0;

  /** The whole lines of what has come. */
  take(bytes: Buffer): Buffer {
    this.#forgetFaults();
    const to = bytes.lastIndexOf(newline) + 1;
    if (to === 0) {
      this.#keep(bytes);
      return noBytes;
    }
    this.#out = new UnquotedBytes(this.#carried + to);
    let at = 0;
    if (this.#carried > 0) {
      at = bytes.indexOf(newline) + 1;
      this.#keep(bytes.subarray(0, at - 1));
      const first = this.#takeCarried();
      this.#line(first, 0, first.length);
      this.#out.put(newline);
    }
    while (at < to) {
      const end = bytes.indexOf(newline, at);
      this.#line(bytes, at, Math.min(end, at + mostRaw));
      this.#out.put(newline);
      at = end + 1;
    }
    this.#keep(bytes.subarray(to));
    return this.#out.take();
  }

  /** What is left when no newline ended the last line. */
  end(): Buffer {
    this.#forgetFaults();
    const rest = this.#takeCarried();
    if (rest.length === 0) return noBytes;
    this.#out = new UnquotedBytes(rest.length);
    this.#line(rest, 0, rest.length);
    return this.#out.take();
  }

  #forgetFaults(): void {
    for (const line of this.faults.keys())
      if (line < this.#lines - mostAhead) this.faults.delete(line);
  }

  #keep(bytes: Buffer): void {
    const length = Math.min(mostRaw - this.#carried, bytes.length);
    if (length <= 0) return;
    this.#carry.push(Buffer.from(bytes.subarray(0, length)));
    this.#carried += length;
  }

  #takeCarried(): Buffer {
    const [only, ...others] = this.#carry;
    const carried = only === undefined || others.length > 0 ? Buffer.concat(this.#carry) : only;
    this.#carry = [];
    this.#carried = 0;
    return carried;
  }

  #line(bytes: Buffer, start: number, lineEnd: number): void {
    this.#lines += 1;
    let from = start;
    if (this.#lines === 1 && bytes.subarray(start, start + 3).equals(byteOrderMark)) {
      for (const byte of byteOrderMark) this.#out.put(byte);
      from += byteOrderMark.length;
    }
    const end = lineEnd > from && bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd;
    if (end === from) return;
    if (this.#delimiter < 0)
      this.#delimiter = delimiterOf(bytes.toString("latin1", from, end)).charCodeAt(0);
    if (this.quotesAreText) this.#out.split(bytes, from, end, this.#delimiter);
    else {
      const fault = this.#out.unquote(bytes, from, end, this.#delimiter);
      if (fault !== null) this.faults.set(this.#lines, fault);
    }
    this.#out.put(unitSeparator);
  }
}

/** The character after the first line's record code, which may be in quotes. */
export function delimiterOf(header: string): string {
  return /^"?\w+"?(\W)/.exec(header)?.[1] ?? ",";
}
