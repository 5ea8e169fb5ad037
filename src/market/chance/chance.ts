import { Random } from "../../formats/generate/value/random.ts";

/**
 * Chance that a seed and the name of what is decided settle together: however events happen to fall, the same
 * thing is decided the same way. Nothing is drawn from one row of numbers, whose order would depend on timing.
 */
export class Chance {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Whether something happens that does in this share of cases. */
  happens(share: number, ...name: readonly (string | number)[]): boolean {
    return share > 0 && this.#random(name).chance(share);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number, ...name: readonly (string | number)[]): number {
    return this.#random(name).whole(from, to);
  }

  /** One of a list that has at least one. */
  pick<Item>(list: readonly Item[], ...name: readonly (string | number)[]): Item {
    return this.#random(name).pick(list);
  }

  /** So many hexadecimal digits. */
  hex(count: number, ...name: readonly (string | number)[]): string {
    const random = this.#random(name);
    let text = "";
    while (text.length < count) text += random.whole(0, 15).toString(16);
    return text;
  }

  /** So many digits. */
  digits(count: number, ...name: readonly (string | number)[]): string {
    return this.#random(name).digits(count);
  }

  #random(name: readonly (string | number)[]): Random {
    const random = new Random(`${this.#seed}/${name.join("/")}`);
    // Names that differ in their last letter alone would begin with numbers that are near each other.
    random.next();
    random.next();
    return random;
  }
}
