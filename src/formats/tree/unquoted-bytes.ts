import { unitSeparator } from "./read/lines/line.ts";
import type { QuoteFault } from "./read/lines/split-quoted.ts";

const quote = 0x22;
/** What a separator in the file becomes: another control character, which is refused like it. */
const otherControl = 0x7f;

/**
 * Fields put together without their quotes, a separator between them: what `splitQuoted` does to text,
 * done to bytes, since every byte of a file goes through it. A test holds the two against each other.
 */
export class UnquotedBytes {
  #bytes: Buffer;
  #length = 0;

  /** `expected`: bytes that will be put, or a few more. */
  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected + (expected >> 3) + 64);
  }

  put(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** All that was put. */
  take(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Puts the fields of a line in which a quote is text. */
  split(bytes: Buffer, start: number, end: number, delimiter: number): void {
    this.#makeRoom(end - start);
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      this.#bytes[this.#length] = byte === delimiter ? unitSeparator : plain(byte);
      this.#length += 1;
    }
  }

  /** Puts the fields of a line without their quotes; says what is wrong with them, null when nothing is. */
  unquote(bytes: Buffer, start: number, end: number, delimiter: number): QuoteFault | null {
    this.#makeRoom(end - start + 1);
    const out = this.#bytes;
    let length = this.#length;
    let fault: QuoteFault | null = null;
    let at = start;
    for (;;) {
      if (bytes[at] === quote && at < end) {
        const closing = closingQuote(bytes, at, end);
        const next = closing < 0 ? -1 : closing + 1;
        if (next === end || bytes[next] === delimiter) {
          for (let index = at + 1; index < closing; index += 1) {
            const byte = bytes[index] ?? 0;
            // Of two quotes in a row, the first stands for both.
            if (byte === quote) index += 1;
            out[length] = plain(byte);
            length += 1;
          }
          at = next;
        } else {
          if (closing < 0) fault = "UNTERMINATED_QUOTE";
          else fault ??= "BAD_QUOTE";
          const behind = indexOf(bytes, delimiter, closing < 0 ? at : next, end);
          for (; at < behind; at += 1) {
            out[length] = plain(bytes[at] ?? 0);
            length += 1;
          }
        }
      } else
        for (; at < end; at += 1) {
          const byte = bytes[at] ?? 0;
          if (byte === delimiter) break;
          if (byte === quote) fault ??= "BAD_QUOTE";
          out[length] = byte === unitSeparator ? otherControl : byte;
          length += 1;
        }
      if (at >= end) break;
      out[length] = unitSeparator;
      length += 1;
      at += 1;
    }
    this.#length = length;
    return fault;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + more) * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function plain(byte: number): number {
  return byte === unitSeparator ? otherControl : byte;
}

/** Where the field that begins with a quote at `at` has its closing one; -1 when it has none. */
function closingQuote(bytes: Buffer, at: number, end: number): number {
  for (let index = at + 1; index < end; index += 1) {
    if (bytes[index] !== quote) continue;
    if (index + 1 >= end || bytes[index + 1] !== quote) return index;
    index += 1;
  }
  return -1;
}

function indexOf(bytes: Buffer, byte: number, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== byte) at += 1;
  return at;
}
