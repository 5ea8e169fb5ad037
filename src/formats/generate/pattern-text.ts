import type { Random } from "./value/random.ts";

/** Most times that something is repeated whose number has no limit. */
const mostRepeats = 8;

/**
 * A text that a regular expression matches: letters and digits, `\d` and `\w`, classes, groups, choices
 * and repetitions between `^` and `$`. Null for an expression with anything else in it.
 */
export function patternText(pattern: string, random: Random): string | null {
  const maker = new Maker(pattern, random);
  const text = maker.choices();
  return text !== null && maker.isAtEnd && new RegExp(pattern, "u").test(text) ? text : null;
}

class Maker {
  readonly #pattern: string;
  readonly #random: Random;
  #at = 0;

  constructor(pattern: string, random: Random) {
    this.#pattern = pattern;
    this.#random = random;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length;
  }

  /** One of what is between bars. */
  choices(): string | null {
    const made: string[] = [];
    do {
      const one = this.#sequence();
      if (one === null) return null;
      made.push(one);
    } while (this.#takes("|"));
    return this.#random.pick(made);
  }

  #sequence(): string | null {
    let text = "";
    while (!this.isAtEnd && !/[|)]/.test(this.#pattern[this.#at] ?? "")) {
      if (this.#takes("^") || this.#takes("$")) continue;
      const from = this.#at;
      let once = this.#atom();
      if (once === null) return null;
      const after = this.#at;
      const count = this.#repeats();
      const end = this.#at;
      let repeated = count === 0 ? "" : once;
      for (let made = 1; made < count; made += 1) {
        this.#at = from;
        once = this.#atom();
        if (once === null || this.#at !== after) return null;
        repeated += once;
      }
      this.#at = end;
      text += repeated;
    }
    return text;
  }

  #atom(): string | null {
    if (this.#takes("(")) {
      this.#takes("?:");
      const made = this.choices();
      return made !== null && this.#takes(")") ? made : null;
    }
    if (this.#takes("[")) return this.#class();
    if (this.#takes("\\")) return this.#escape();
    const [character = ""] = this.#pattern.slice(this.#at);
    if (/[.?*+{}\]]/.test(character)) return null;
    this.#at += 1;
    return character;
  }

  #escape(): string | null {
    const [character = ""] = this.#pattern.slice(this.#at);
    this.#at += 1;
    if (character === "d") return this.#random.digits(1);
    if (character === "w") return this.#random.letters(1);
    return /[a-zA-Z0-9]/.test(character) ? null : character;
  }

  #class(): string | null {
    const end = this.#pattern.indexOf("]", this.#at);
    const inside = this.#pattern.slice(this.#at, end);
    if (end < 0 || /[\\^]/.test(inside)) return null;
    this.#at = end + 1;
    const characters: string[] = [];
    for (const [, from = "", to = from] of inside.matchAll(/(.)(?:-(.))?/gu))
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1)
        characters.push(String.fromCharCode(code));
    return characters.length === 0 ? null : this.#random.pick(characters);
  }

  /** How often what is before is to be there. */
  #repeats(): number {
    if (this.#takes("?")) return this.#random.whole(0, 1);
    if (this.#takes("*")) return this.#random.whole(0, mostRepeats);
    if (this.#takes("+")) return this.#random.whole(1, mostRepeats);
    const [all, least = "1", comma, most = ""] =
      /^\{(\d+)(,?)(\d*)\}/.exec(this.#pattern.slice(this.#at)) ?? [];
    if (all === undefined) return 1;
    this.#at += all.length;
    const from = Number(least);
    if (comma === "") return from;
    return this.#random.whole(from, most === "" ? from + mostRepeats : Number(most));
  }

  #takes(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}
