/** Where a text breaks as JSON, and how. */
export interface JsonFault {
  readonly offset: number;
  /** As the end of a sentence. */
  readonly message: string;
}

/** The first place where a text breaks as JSON, worded for people, which `JSON.parse` does not do; null when it is JSON. */
export function jsonFault(text: string): JsonFault | null {
  const walk = new Walk(text);
  try {
    walk.whole();
  } catch (error) {
    if (error instanceof Broken) return { offset: error.offset, message: error.message };
    throw error;
  }
  return null;
}

/** Leaves the walk at once. */
class Broken extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Deepest that lists and objects may be inside each other; definitions need a tenth of it. */
const deepest = 200;

const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON texts must not have them.
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** One way through the text, front to back. */
class Walk {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): void {
    this.#value(0);
    this.#skip(space);
    if (this.#at < this.#text.length) this.#break("something follows the end of the definitions");
  }

  #value(depth: number): void {
    this.#skip(space);
    if (depth > deepest) this.#break("lists and objects are nested too deep");
    const first = this.#text[this.#at];
    if (first === "{") this.#members("}", depth);
    else if (first === "[") this.#members("]", depth);
    else if (!this.#skip(quoted) && !this.#skip(plain)) this.#sayNoValue();
  }

  /** The members of an object or the elements of a list. */
  #members(close: "}" | "]", depth: number): void {
    this.#at += 1;
    this.#skip(space);
    if (this.#take(close)) return;
    for (;;) {
      if (close === "}") this.#name();
      this.#value(depth + 1);
      this.#skip(space);
      if (this.#take(close)) return;
      const comma = this.#at;
      if (!this.#take(",")) this.#sayNoComma(close);
      this.#skip(space);
      if (this.#text[this.#at] === close)
        throw new Broken(comma, `there is a comma before the closing ${close}; leave it out`);
    }
  }

  #name(): void {
    this.#skip(space);
    if (!this.#skip(quoted)) {
      this.#sayEnd();
      this.#break("a name in double quotes must be here");
    }
    this.#skip(space);
    if (this.#take(":")) return;
    this.#sayEnd();
    this.#break("a colon must be here, between a name and its value");
  }

  #sayNoValue(): never {
    this.#sayEnd();
    const { [this.#at]: first } = this.#text;
    if (first === "/" || first === "#") this.#break("JSON has no comments");
    return this.#break(
      "a value must be here: text in double quotes, a number, true, false, null, a list or an object",
    );
  }

  #sayNoComma(close: string): never {
    this.#sayEnd();
    return this.#break(`a comma or the closing ${close} is missing before this`);
  }

  #sayEnd(): void {
    if (this.#at >= this.#text.length)
      this.#break("it ends too early: a closing } or ] is missing");
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  /** Goes past what the pattern finds here; false when it finds nothing. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return false;
    this.#at += found.length;
    return true;
  }

  #break(message: string): never {
    throw new Broken(this.#at, message);
  }
}
