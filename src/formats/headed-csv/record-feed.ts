import type { CsvLimits } from "./limits.ts";

/** A record as it is in the bytes: one line, or several where quotes hold them together. */
export interface RawRecord {
  /** Line it begins on, from 1, and how many it has. */
  readonly line: number;
  readonly lines: number;
  /** Without the line end; valid until the next piece is pushed. */
  readonly bytes: Buffer;
  /** Empty for a last line that has none, a carriage return alone for one that has lost its line feed. */
  readonly lineEnd: "\n" | "\r\n" | "\r" | "";
  readonly fault: "LINE_TOO_LONG" | "UNTERMINATED_QUOTE" | null;
  /** Where it begins in the bytes at hand. */
  readonly from: number;
}

/** Takes records, some at a time. */
export interface RecordSink {
  /**
   * How many of them were taken. When it is fewer, the next one has wrong quotes: it comes again as its
   * first line alone, by `badQuote`, and its other lines are records of their own.
   */
  records(records: readonly RawRecord[]): number;
  badQuote(record: RawRecord): void;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/**
 * Cuts bytes into records: a line end inside quotes ends none. A quote that is not closed within a
 * record's length spoils its own line only. Holds no more than one record and the piece at hand.
 */
export class RecordFeed {
  readonly #limits: CsvLimits;
  readonly #sink: RecordSink;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #line = 1;
  /** Where the next quote from `#at` on is; the length of the bytes when there is none. */
  #quoteAt = 0;
  /** Inside a line that is too long: what is left of it is dropped. */
  #skipping = false;
  /** Records given at once. Small after a wrong quote: what comes after it may have to be cut anew. */
  #most = 1;

  constructor(limits: CsvLimits, sink: RecordSink) {
    this.#limits = limits;
    this.#sink = sink;
  }

  /** Lines of the file, after `end`. */
  get lines(): number {
    return this.#skipping ? this.#line : this.#line - 1;
  }

  push(bytes: Uint8Array): void {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const rest = this.#bytes.subarray(this.#at);
    this.#bytes = rest.length === 0 ? view : Buffer.concat([rest, view]);
    this.#at = 0;
    this.#quoteAt = this.#bytes.indexOf(quote);
    if (this.#quoteAt < 0) this.#quoteAt = this.#bytes.length;
    this.#run(false);
    // The piece is its owner's: only the rest, which is short, is kept.
    this.#bytes = Buffer.from(this.#bytes.subarray(this.#at));
    this.#at = 0;
  }

  end(): void {
    this.push(new Uint8Array());
    this.#run(true);
  }

  #run(isEnd: boolean): void {
    for (;;) {
      const batch = this.#batch(isEnd);
      if (batch.length === 0) return;
      const taken = this.#sink.records(batch);
      this.#most = Math.min(this.#most * 2, 4096);
      const bad = batch[taken];
      if (bad === undefined) continue;
      this.#most = 1;
      this.#at = bad.from;
      this.#line = bad.line;
      this.#skipping = false;
      this.#sink.badQuote(this.#firstLine(null));
    }
  }

  #batch(isEnd: boolean): RawRecord[] {
    const batch: RawRecord[] = [];
    const begin = this.#at;
    while (batch.length < this.#most && this.#at - begin < this.#limits.batchBytes) {
      if (this.#skipping && !this.#skip()) break;
      const record = this.#next(isEnd);
      if (record === null) break;
      batch.push(record);
    }
    return batch;
  }

  #seekQuote(from: number): void {
    const found = this.#bytes.indexOf(quote, from);
    this.#quoteAt = found < 0 ? this.#bytes.length : found;
  }

  /** The next record; null when more bytes must come first, or none will. */
  #next(isEnd: boolean): RawRecord | null {
    const bytes = this.#bytes;
    const begin = this.#at;
    if (begin >= bytes.length) return null;
    let open = false;
    let lines = 1;
    let from = begin;
    for (;;) {
      const found = bytes.indexOf(lineFeed, from);
      const end = found < 0 ? bytes.length : found;
      open = this.#countQuotes(end) ? !open : open;
      if (end - begin > this.#limits.recordBytes) {
        this.#seekQuote(begin);
        return open && lines > 1 ? this.#firstLine("UNTERMINATED_QUOTE") : this.#tooLong();
      }
      if (found < 0) return this.#last(begin, lines, open, isEnd);
      if (!open) return this.#cut(begin, end, lines, null);
      lines += 1;
      from = found + 1;
    }
  }

  /** Whether there is an odd number of quotes before `end`, from where they were counted last. */
  #countQuotes(end: number): boolean {
    let odd = false;
    while (this.#quoteAt < end) {
      odd = !odd;
      this.#seekQuote(this.#quoteAt + 1);
    }
    return odd;
  }

  #last(begin: number, lines: number, open: boolean, isEnd: boolean): RawRecord | null {
    if (isEnd && !open) return this.#cut(begin, this.#bytes.length, lines, null);
    this.#seekQuote(begin);
    return isEnd ? this.#firstLine("UNTERMINATED_QUOTE") : null;
  }

  #cut(begin: number, end: number, lines: number, fault: RawRecord["fault"]): RawRecord {
    const ends = end < this.#bytes.length;
    const returns = end > begin && this.#bytes[end - 1] === carriageReturn;
    const record: RawRecord = {
      line: this.#line,
      lines,
      bytes: this.#bytes.subarray(begin, returns ? end - 1 : end),
      lineEnd: `${returns ? "\r" : ""}${ends ? "\n" : ""}`,
      fault,
      from: begin,
    };
    this.#at = ends ? end + 1 : end;
    this.#line += lines;
    if (this.#quoteAt < this.#at) this.#seekQuote(this.#at);
    return record;
  }

  /** The line that begins here, whatever its quotes say. */
  #firstLine(fault: RawRecord["fault"]): RawRecord {
    const found = this.#bytes.indexOf(lineFeed, this.#at);
    const record = this.#cut(this.#at, found < 0 ? this.#bytes.length : found, 1, fault);
    this.#seekQuote(this.#at);
    return record;
  }

  /** The beginning of a line that is too long; the rest of it is skipped. */
  #tooLong(): RawRecord {
    const record: RawRecord = {
      line: this.#line,
      lines: 1,
      bytes: this.#bytes.subarray(this.#at, this.#at + this.#limits.recordBytes),
      lineEnd: "\n",
      fault: "LINE_TOO_LONG",
      from: this.#at,
    };
    this.#at += this.#limits.recordBytes;
    this.#skipping = true;
    return record;
  }

  /** Drops the rest of a line that is too long; false when its end is still to come. */
  #skip(): boolean {
    const found = this.#bytes.indexOf(lineFeed, this.#at);
    this.#skipping = found < 0;
    this.#at = found < 0 ? this.#bytes.length : found + 1;
    if (found >= 0) this.#line += 1;
    this.#seekQuote(this.#at);
    return found >= 0;
  }
}
