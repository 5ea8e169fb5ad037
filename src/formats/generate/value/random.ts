/**
 * Numbers that look random and are the same for the same seed on every machine (mulberry32). For made-up
 * examples only: anyone can foretell them.
 */
export class Random {
  #state: number;

  constructor(seed: string) {
    this.#state = hash(seed);
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Whether something happens that does in this share of cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that has at least one. */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error("There is nothing to pick from");
    return found;
  }

  /** So many digits, the first of which may be 0. */
  digits(count: number): string {
    let text = "";
    while (text.length < count) text += String(this.whole(0, 9));
    return text;
  }

  /** So many capital letters. */
  letters(count: number): string {
    let text = "";
    while (text.length < count) text += String.fromCharCode(this.whole(65, 90));
    return text;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
