import type { GroupData } from "../../../core/file/document.ts";

/** A buffer larger than this is not kept for the next file. */
const keptBytes = 1 << 24;
const replacement = 0x3f;

/** Latin-1 text being put together byte by byte, which is faster here than joining texts. */
export class ByteText {
  bytes: Buffer = Buffer.allocUnsafe(4096);
  length = 0;
  /** Something outside plain ASCII was put since this was last set. */
  odd = false;

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
      if (code > 0x7e) this.odd = true;
      at += 1;
    }
    bytes[at] = delimiter;
    this.length = at + 1;
    return clean;
  }

  /** Adds text that is plain ASCII and has no delimiter in it, and the delimiter; false for any other. */
  putPlain(text: string, delimiter: number): boolean {
    const { length } = text;
    let at = this.length;
    const bytes = at + length < this.bytes.length ? this.bytes : this.#grow(at, length + 1);
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === delimiter || code < 0x20 || code > 0x7e) return false;
      bytes[at] = code;
      at += 1;
    }
    bytes[at] = delimiter;
    this.length = at + 1;
    return true;
  }

  /**
   * Adds the values that data has under keys, each with the delimiter after it, nothing for those it
   * lacks; gives how many it has, and puts where each ends into `ends`, from its second place on. When
   * one needs a closer look, nothing is added and -1 given.
   */
  putAll(data: GroupData, keys: readonly string[], delimiter: number, ends: number[]): number {
    let { bytes, length: at } = this;
    let used = 0;
    let place = 1;
    for (const key of keys) {
      const value = data[key];
      if (value !== undefined) {
        if (typeof value !== "string") return -1;
        used += 1;
        const { length } = value;
        if (at + length >= bytes.length) bytes = this.#grow(at, length + 1);
        for (let index = 0; index < length; index += 1) {
          const code = value.charCodeAt(index);
          if (code === delimiter || code < 0x20 || code > 0x7e) return -1;
          bytes[at] = code;
          at += 1;
        }
      } else if (at >= bytes.length) bytes = this.#grow(at, 1);
      bytes[at] = delimiter;
      ends[place] = at;
      place += 1;
      at += 1;
    }
    this.length = at;
    return used;
  }

  /**
   * Puts fields faster than `putAll`, for data whose values are in the order of keys, as in what was read.
   * Gives how many properties data has under none of them; -1, too, when the order is another.
   */
  putInOrder(data: GroupData, keys: readonly string[], delimiter: number, ends: number[]): number {
    let { bytes, length: at } = this;
    const { length: wanted } = keys;
    let place = 0;
    let others = 0;
    for (const key in data) {
      const value = data[key];
      if (typeof value !== "string") {
        others += 1;
        continue;
      }
      const { length } = value;
      // Room for all delimiters that may still come, too.
      if (at + length + wanted >= bytes.length) bytes = this.#grow(at, length + wanted);
      while (keys[place] !== key) {
        if (place === wanted) return -1;
        bytes[at] = delimiter;
        place += 1;
        ends[place] = at;
        at += 1;
      }
      for (let index = 0; index < length; index += 1) {
        const code = value.charCodeAt(index);
        if (code === delimiter || code < 0x20 || code > 0x7e) return -1;
        bytes[at] = code;
        at += 1;
      }
      bytes[at] = delimiter;
      place += 1;
      ends[place] = at;
      at += 1;
    }
    if (at + wanted >= bytes.length) bytes = this.#grow(at, wanted);
    for (; place < wanted; at += 1) {
      bytes[at] = delimiter;
      place += 1;
      ends[place] = at;
    }
    this.length = at;
    return others;
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
    const taken = Buffer.allocUnsafe(this.length);
    this.bytes.copy(taken, 0, 0, this.length);
    this.length = 0;
    if (this.bytes.length > keptBytes) this.bytes = Buffer.allocUnsafe(4096);
    return taken;
  }

  #reserve(more: number): void {
    if (this.length + more > this.bytes.length) this.#grow(this.length, more);
  }

  /** More room after the first `used` bytes. */
  #grow(used: number, more: number): Buffer {
    const larger = Buffer.allocUnsafe((used + more) * 2);
    this.bytes.copy(larger, 0, 0, used);
    this.bytes = larger;
    return larger;
  }
}
