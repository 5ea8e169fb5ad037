import { flatText } from "./flat-text.ts";

/** A blank; every byte that is no more than it is one, or none that JSON may have outside of texts. */
export const space = 0x20;
/** The words of JSON, or all of the longest but its first letter, as four bytes. */
const wordNull = 0x6c6c756e;
const wordTrue = 0x65757274;
const wordAlse = 0x65736c61;

/** Goes through the bytes of a JSON text: past blanks, single characters and the words of JSON. */
export class ByteCursor {
  /** The next character to be looked at. */
  at = 0;
  /** No blank was between the values of the last event. */
  compact = true;
  protected readonly text: string;
  protected readonly bytes: Uint8Array;
  protected readonly view: DataView;
  protected readonly isAscii: boolean;

  /** The text and the bytes that it was decoded from. It is to be gone through before the next one begins. */
  constructor(text: string, bytes: Uint8Array) {
    const flat = flatText(text, bytes);
    this.text = text;
    this.bytes = flat.bytes;
    this.view = flat.view;
    this.isAscii = text.length === bytes.length;
  }

  /** Goes past blanks. */
  skipBlanks(): void {
    for (;;) {
      const code = this.byte(this.at);
      if (code > space) return;
      if (code !== space && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.compact = false;
      this.at += 1;
    }
  }

  /** Goes past a character when it is the next. */
  takes(code: number): boolean {
    if (this.byte(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  /** The byte at a place; 0, which no JSON has, behind the end. */
  protected byte(at: number): number {
    return this.bytes[at] ?? 0;
  }

  protected takesNull(): boolean {
    return this.#takesWord(wordNull);
  }

  protected takesTrue(): boolean {
    return this.#takesWord(wordTrue);
  }

  protected takesFalse(): boolean {
    if (this.byte(this.at) !== 0x66 || this.view.getInt32(this.at + 1, true) !== wordAlse)
      return false;
    this.at += 5;
    return true;
  }

  #takesWord(word: number): boolean {
    if (this.view.getInt32(this.at, true) !== word) return false;
    this.at += 4;
    return true;
  }
}
