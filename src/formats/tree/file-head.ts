/** Bytes that are looked at to tell which flow a file is of. A larger file is told by its beginning. */
const mostBytes = 1 << 20;

/** The beginning of a file, kept until it has come or the file has ended. */
export class FileHead {
  /** Enough has come, or nothing more does. */
  isWhole = false;
  readonly #pieces: Buffer[] = [];
  #length = 0;
  #bytes: Buffer | null = null;

  /** Adds a piece of the file, which may change afterwards; true when it was the last one needed. */
  add(bytes: Buffer): boolean {
    this.#pieces.push(Buffer.from(bytes));
    this.#length += bytes.length;
    return this.#length >= mostBytes;
  }

  /** All that has been added, which nobody changes; no more is added after it. */
  bytes(): Buffer {
    this.isWhole = true;
    this.#bytes = Buffer.concat(this.#pieces);
    return this.#bytes;
  }

  /** Whole lines of the beginning, however the file was cut into pieces. */
  lines(): readonly string[] {
    const head = (this.#bytes ?? Buffer.concat(this.#pieces)).subarray(0, mostBytes);
    const end = head.length < mostBytes ? head.length : head.lastIndexOf(0x0a);
    return head.toString("latin1", 0, Math.max(0, end)).split(/\r?\n/);
  }
}
