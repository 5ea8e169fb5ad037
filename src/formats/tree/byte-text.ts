/** A buffer larger than this is not kept for the next file. */
const keptBytes = 1 << 24;
const replacement = 0x3f;

/** Latin-1 text being put together byte by byte, which is faster here than joining texts. */
export class ByteText {
  bytes: Buffer = Buffer.allocUnsafe(4096);
  length = 0;

  /**
   * Adds text; false when it has what a value cannot have: the delimiter, a control character, one
   * outside Latin-1. A question mark stands for each of those.
   */
  put(text: string, delimiter: number): boolean {
    const { length } = text;
    this.#reserve(length);
    const { bytes } = this;
    let at = this.length;
    let clean = true;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === delimiter || code < 0x20 || code > 0xff || code === 0x7f) {
        clean = false;
        bytes[at] = replacement;
      } else bytes[at] = code;
      at += 1;
    }
    this.length = at;
    return clean;
  }

  /** Adds text as it is, one byte a character. */
  putRaw(text: string): void {
    this.#reserve(text.length);
    this.length += this.bytes.write(text, this.length, "latin1");
  }

  putByte(byte: number): void {
    this.#reserve(1);
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
