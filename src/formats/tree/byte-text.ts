import type { GroupData } from "../../core/document.ts";

/** A buffer larger than this is not kept for the next file. */
const keptBytes = 1 << 24;
const replacement = 0x3f;

/** Latin-1 text being put together byte by byte, which is faster here than joining texts. */
export class ByteText {
  bytes: Buffer = Buffer.allocUnsafe(4096);
  length = 0;

  /**
   * Adds text and the delimiter after it; false when the text has what a value cannot have: what is
   * `forbidden`, a control character, one outside Latin-1. A question mark stands for each of those.
   */
  put(text: string, delimiter: number, forbidden: number): boolean {
    const { length } = text;
    if (this.length + length >= this.bytes.length) this.#reserve(length + 1);
    const { bytes } = this;
    let at = this.length;
    let clean = true;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === forbidden || code < 0x20 || code > 0xff || code === 0x7f) {
        clean = false;
        bytes[at] = replacement;
      } else bytes[at] = code;
      at += 1;
    }
    bytes[at] = delimiter;
    this.length = at + 1;
    return clean;
  }

  /**
   * Adds the values that data has under keys, each with the delimiter after it, nothing for those it
   * lacks; gives how many it has. When one cannot be written, nothing is added and -1 given.
   */
  putAll(data: GroupData, keys: readonly string[], delimiter: number): number {
    let { bytes, length: at } = this;
    let used = 0;
    for (const key of keys) {
      const value = data[key];
      const length = typeof value === "string" ? value.length : 0;
      if (at + length >= bytes.length) {
        const begun = this.length;
        this.length = at;
        this.#reserve(length + 1);
        this.length = begun;
        bytes = this.bytes;
      }
      if (value !== undefined) {
        if (typeof value !== "string") return -1;
        used += 1;
        for (let index = 0; index < length; index += 1) {
          const code = value.charCodeAt(index);
          if (code === delimiter || code < 0x20 || code > 0xff || code === 0x7f) return -1;
          bytes[at] = code;
          at += 1;
        }
      }
      bytes[at] = delimiter;
      at += 1;
    }
    this.length = at;
    return used;
  }

  /** Adds text as it is, one byte a character. */
  putRaw(text: string): void {
    if (text.length === 1) {
      this.putByte(text.charCodeAt(0));
      return;
    }
    this.#reserve(text.length);
    this.length += this.bytes.write(text, this.length, "latin1");
  }

  putByte(byte: number): void {
    if (this.length >= this.bytes.length) this.#reserve(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  /** What was put from a place on. */
  textFrom(start: number): string {
    return this.bytes.toString("latin1", start, this.length);
  }

  /** The text, and begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    if (this.bytes.length > keptBytes) this.bytes = Buffer.allocUnsafe(4096);
    return taken;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + more) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
