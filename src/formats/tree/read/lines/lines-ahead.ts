import { Line, longestLine, noBytes } from "./line.ts";

/** Most lines that are looked at before it is said where one is. */
export const mostAhead = 64;

/**
 * The record codes of the lines after the one under the eye, as far as a decision may look: so many lines,
 * and those that begin so near. How far that is does not depend on the pieces that a file comes in.
 */
export class LinesAhead {
  readonly #line: Line;
  #bytes: Buffer = noBytes;
  #from = 0;
  #to = 0;
  #next = 0;
  #last = false;
  #codes: number[] = [];

  constructor(delimiter: number) {
    this.#line = new Line(delimiter);
  }

  /** Looks at the lines in `bytes` between two places; `last`: no more will come. */
  at(bytes: Buffer, from: number, to: number, last: boolean): this {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#next = from;
    this.#last = last;
    if (this.#codes.length > 0) this.#codes = [];
    return this;
  }

  /** Whether every line that a decision may look at is here. */
  haveCome(): boolean {
    return this.code(mostAhead) === null;
  }

  /** The code of a line, the next being 0: null beyond the last that counts, undefined where it has not come yet. */
  code(index: number): number | null | undefined {
    while (this.#codes.length <= index) {
      if (this.#codes.length >= mostAhead || this.#next - this.#from >= longestLine) return null;
      if (this.#next >= this.#to) return this.#last ? null : undefined;
      this.#next = this.#line.scan(this.#bytes, this.#next);
      this.#codes.push(this.#line.code());
    }
    return this.#codes[index];
  }
}
