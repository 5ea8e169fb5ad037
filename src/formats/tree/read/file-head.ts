import { noBytes } from "./lines/line.ts";

/** Bytes that are looked at to tell which flow a file is of. A larger file is recognised by its beginning. */
const mostBytes = 1 << 20;

/** The beginning of a file, kept until it has come or the file has ended. */
export class FileHead {
  /** Enough has come, or nothing more does. */
  isWhole = false;
  readonly #pieces: Buffer[] = [];
  #length = 0;
  #bytes: Buffer = noBytes;

  /**
   * Adds a piece of the file, which may change once the next is added; gives all that has come when it is
   * enough, else null.
   */
  add(bytes: Buffer): Buffer | null {
    this.#length += bytes.length;
    if (this.#length >= mostBytes) return this.#whole([...this.#pieces, bytes]);
    this.#pieces.push(Buffer.from(bytes));
    return null;
  }

  /** All that has come, the file having ended. */
  end(): Buffer {
    return this.#whole(this.#pieces);
  }

  #whole(pieces: readonly Buffer[]): Buffer {
    const [only = noBytes, ...others] = pieces;
    this.isWhole = true;
    this.#bytes = others.length === 0 ? only : Buffer.concat(pieces);
    return this.#bytes;
  }

  /** Whole lines of the beginning, however the file was cut into pieces. */
  lines(): readonly string[] {
    const head = this.#bytes.subarray(0, mostBytes);
    const end = head.length < mostBytes ? head.length : head.lastIndexOf(0x0a);
    return head.toString("latin1", 0, Math.max(0, end)).split(/\r?\n/);
  }
}
