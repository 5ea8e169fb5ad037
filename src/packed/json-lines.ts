import { elementBytes } from "./element-bytes.ts";
import { PackedRefusal } from "./refusal.ts";

const newline = 0x0a;
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts lines, whatever pieces their bytes come in: each with something on it is an element, JSON or not, since
 * the next begins behind its end all the same.
 */
export class JsonLines {
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #line = 1;

  /** Takes more bytes and gives the lines that end in them. */
  *push(piece: Uint8Array): Generator<Buffer> {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(newline, start);
      this.#keep(piece.subarray(start, end < 0 ? piece.length : end));
      if (end < 0) return;
      yield* this.#cut();
      this.#line += 1;
      start = end + 1;
    }
  }

  /** There are no more bytes: gives the last line where nothing ends it. */
  *end(): Generator<Buffer> {
    yield* this.#cut();
  }

  #keep(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(Buffer.from(piece));
    this.#bytes += piece.length;
    if (this.#bytes > elementBytes)
      throw new PackedRefusal(
        "JSON_TOO_LARGE",
        null,
        `Line ${this.#line} has more than 32 MiB, so where it ends is not looked for and the file is refused. Ask the sender for smaller messages.`,
      );
  }

  *#cut(): Generator<Buffer> {
    let all = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
    if (this.#line === 1 && all.subarray(0, 3).equals(byteOrderMark)) all = all.subarray(3);
    let [start, end] = [0, all.length];
    while (start < end && blanks.has(all[start] ?? 0)) start += 1;
    while (end > start && blanks.has(all[end - 1] ?? 0)) end -= 1;
    if (end > start) yield all.subarray(start, end);
  }
}
