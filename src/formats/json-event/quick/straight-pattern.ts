/** Characters that a step of a pattern takes, by their codes: those of ASCII. */
type Taken = Uint8Array;

/** So many of certain characters, as many as there are. */
interface Step {
  readonly taken: Taken;
  readonly least: number;
  readonly most: number;
}

/** Most ways to go through a pattern that are written out. */
const mostWays = 16;
const codes = 128;

/**
 * A regular expression that is gone through from left to right without ever going back, as those of
 * identifiers and figures are: much faster than an engine for all of them, and from bytes.
 */
export class StraightPattern {
  /** A text matches when it goes all of one of these ways. */
  readonly #ways: readonly (readonly Step[])[];

  private constructor(ways: readonly (readonly Step[])[]) {
    this.#ways = ways;
  }

  /** Of a pattern with both anchors; null for one that has anything else than is known here. */
  static of(source: string): StraightPattern | null {
    if (!source.startsWith("^") || !source.endsWith("$")) return null;
    const parser = new PatternParser(source.slice(1, -1));
    const ways = parser.whole();
    return ways?.every(isStraight) ? new StraightPattern(ways) : null;
  }

  /** Whether a text of ASCII between two places matches. */
  matches(bytes: Uint8Array, start: number, end: number): boolean {
    for (const way of this.#ways) if (goes(way, bytes, start, end)) return true;
    return false;
  }
}

function goes(way: readonly Step[], bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  for (const { taken, least, most } of way) {
    const last = Math.min(end, at + most);
    const needed = at + least;
    while (at < last && taken[bytes[at] ?? 0] === 1) at += 1;
    if (at < needed) return false;
  }
  return at === end;
}

/** Whether no step may have taken what one behind it needs. */
function isStraight(way: readonly Step[]): boolean {
  return way.every(({ taken, least, most }, at) => {
    if (least === most) return true;
    const rest = way.slice(at + 1);
    const until = rest.findIndex((step) => step.least > 0);
    const next = until < 0 ? rest : rest.slice(0, until + 1);
    return next.every((step) => !step.taken.some((one, code) => one === 1 && taken[code] === 1));
  });
}

const quantifier = /\?|\+|\*|\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/y;
const backslashed = /\\(?:(d)|([.\-+/[\](){}$^|?*\\]))/y;
const plain = /[A-Za-z0-9 _:;,@%&=<>#"'~/-]/y;
const set = /\[((?:[A-Za-z0-9 _:.,/]-[A-Za-z0-9]|[A-Za-z0-9 _:.,/])+)\]/y;

class PatternParser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Between the anchors: a bar here would part those. */
  whole(): Step[][] | null {
    const ways = this.#sequence();
    return this.#at < this.#source.length ? null : ways;
  }

  /** Ways parted by bars. */
  #choices(): Step[][] | null {
    const ways: Step[][] = [];
    do {
      const more = this.#sequence();
      if (more === null || ways.length + more.length > mostWays) return null;
      ways.push(...more);
    } while (this.#takes("|"));
    return ways;
  }

  #sequence(): Step[][] | null {
    let ways: Step[][] = [[]];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? "")) {
      const next = this.#takes("(") ? this.#group() : this.#step();
      if (next === null || ways.length * next.length > mostWays) return null;
      ways = ways.flatMap((way) => next.map((one) => [...way, ...one]));
    }
    return ways;
  }

  #group(): Step[][] | null {
    if (this.#takes("?") && !this.#takes(":")) return null;
    const ways = this.#choices();
    if (ways === null || !this.#takes(")")) return null;
    const [least, most] = this.#times();
    if (most !== 1) return null;
    // Mostly what need not be there is not.
    return least === 0 ? [[], ...ways] : ways;
  }

  #step(): Step[][] | null {
    const taken = this.#characters();
    if (taken === null) return null;
    const [least, most] = this.#times();
    // A sign to be sparing, and one more number, are nothing that is known here.
    return /[?+*{]/.test(this.#source[this.#at] ?? "") ? null : [[{ taken, least, most }]];
  }

  #characters(): Taken | null {
    const range = this.#match(set)?.[1];
    if (range !== undefined) return takenBy(range);
    const escaped = this.#match(backslashed);
    if (escaped !== null) return takenBy(escaped[1] === undefined ? (escaped[2] ?? "") : "0-9");
    const [one] = this.#match(plain) ?? [];
    return one === undefined ? null : takenBy(one);
  }

  #times(): readonly [least: number, most: number] {
    const match = this.#match(quantifier);
    if (match === null) return [1, 1];
    const [sign, least = "0", comma, most] = match;
    if (sign === "?") return [0, 1];
    if (sign === "+" || sign === "*") return [sign === "+" ? 1 : 0, Number.POSITIVE_INFINITY];
    if (comma === undefined) return [Number(least), Number(least)];
    return [Number(least), most === undefined ? Number.POSITIVE_INFINITY : Number(most)];
  }

  #takes(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}

/** The characters of a list of them and of ranges such as `A-Z`. */
function takenBy(list: string): Taken {
  const taken = new Uint8Array(codes);
  for (const [one] of list.matchAll(/.-.|./gs)) {
    const first = one.charCodeAt(0);
    const last = one.length === 1 ? first : one.charCodeAt(2);
    taken.fill(1, first, last + 1);
  }
  return taken;
}
