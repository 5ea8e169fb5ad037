import { longestLine, noBytes, unitSeparator } from "./line.ts";
import { type QuoteFault, splitQuoted } from "./split-quoted.ts";

const newline = 0x0a;
const byteOrderMark = "\xef\xbb\xbf";
const separator = String.fromCharCode(unitSeparator);
/** What a separator in the file becomes: another control character, which is refused like it. */
const otherControl = "\x7f";
/** Raw bytes of a line that are kept: without its quotes it is still longer than a line may be. */
const mostRaw = 4 * longestLine;

/**
 * Takes the quotes off a file's lines, in pieces of any size: fields come out with a separator after
 * each that no text has, line for line. The delimiter is what follows the first line's record code.
 */
export class UnquotedLines {
  /** What is wrong with the quotes of a line of the last piece, by line number. */
  readonly faults = new Map<number, QuoteFault>();
  /** Quotes are text from the next piece on, and stay. */
  quotesAreText = false;
  #delimiter: string | null = null;
  /** The beginning of a line whose end has not come. */
  #carry: Buffer[] = [];
  #carried = 0;
  #lines = 0;

  /** The whole lines of what has come. */
  take(bytes: Buffer): Buffer {
    this.faults.clear();
    const to = bytes.lastIndexOf(newline) + 1;
    if (to === 0) {
      this.#keep(bytes);
      return noBytes;
    }
    const first = bytes.indexOf(newline);
    this.#keep(bytes.subarray(0, first));
    const texts = [this.#takeCarried()];
    for (let at = first + 1; at < to; ) {
      const end = bytes.indexOf(newline, at);
      texts.push(bytes.toString("latin1", at, Math.min(end, at + mostRaw)));
      at = end + 1;
    }
    this.#keep(bytes.subarray(to));
    return Buffer.from(texts.map((text) => `${this.#unquote(text)}\n`).join(""), "latin1");
  }

  /** What is left when no newline ended the last line. */
  end(): Buffer {
    this.faults.clear();
    const text = this.#takeCarried();
    return text === "" ? noBytes : Buffer.from(this.#unquote(text), "latin1");
  }

  #keep(bytes: Buffer): void {
    const length = Math.min(mostRaw - this.#carried, bytes.length);
    if (length <= 0) return;
    this.#carry.push(Buffer.from(bytes.subarray(0, length)));
    this.#carried += length;
  }

  #takeCarried(): string {
    const text = Buffer.concat(this.#carry).toString("latin1");
    this.#carry = [];
    this.#carried = 0;
    return text;
  }

  #unquote(raw: string): string {
    this.#lines += 1;
    const mark = this.#lines === 1 && raw.startsWith(byteOrderMark) ? byteOrderMark : "";
    const line = raw.slice(mark.length).replace(/\r$/, "");
    if (line === "") return mark;
    this.#delimiter ??= delimiterOf(line);
    const { fields, fault } = this.quotesAreText
      ? { fields: line.split(this.#delimiter), fault: null }
      : splitQuoted(line, this.#delimiter);
    if (fault !== null) this.faults.set(this.#lines, fault);
    const clean = fields.map((field) => field.replaceAll(separator, otherControl));
    return `${mark}${clean.join(separator)}${separator}`;
  }
}

/** The character after the first line's record code, which may stand in quotes. */
export function delimiterOf(header: string): string {
  return /^"?\w+"?(\W)/.exec(header)?.[1] ?? ",";
}
