import type { JsonNode, JsonScalar } from "./json-node.ts";

/** What a text is as JSON. */
export type ParsedJson =
  | {
      readonly kind: "json";
      readonly top: JsonNode;
      /** Names that occur a second time in their object, and where. */
      readonly repeated: readonly { readonly name: string; readonly at: number }[];
    }
  /** It breaks the grammar at a character; `expected` goes on from "expected was". */
  | { readonly kind: "wrong"; readonly at: number; readonly expected: string }
  | { readonly kind: "too-many" }
  /** A list or an object begins at a character, in as many others as there may be. */
  | { readonly kind: "too-deep"; readonly at: number };

/** How much a text may hold. */
export interface JsonBounds {
  readonly values: number;
  readonly depth: number;
}

class Wrong extends Error {
  readonly at: number;
  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
  }
}

class TooMany extends Error {}

class TooDeep extends Error {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
}

/**
 * Parses JSON as RFC 8259 has it, and lines that are an object each, and nothing more, keeping where every value is. Built in parsing
 * keeps neither that nor the text of numbers, and lets a repeated name pass.
 */
export function parseJson(text: string, bounds: JsonBounds): ParsedJson {
  const parser = new Parser(text, bounds);
  try {
    const top = parser.whole();
    return { kind: "json", top, repeated: parser.repeated };
  } catch (error) {
    if (error instanceof Wrong) return { kind: "wrong", at: error.at, expected: error.message };
    if (error instanceof TooMany) return { kind: "too-many" };
    if (error instanceof TooDeep) return { kind: "too-deep", at: error.at };
    throw error;
  }
}

/** The value that begins at a character of a text that is known to be JSON there. */
export function parseJsonAt(text: string, at: number, bounds: JsonBounds): JsonNode {
  return new Parser(text, bounds, at).value();
}

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Parser {
  readonly repeated: { name: string; at: number }[] = [];
  readonly #text: string;
  readonly #bounds: JsonBounds;
  #at: number;
  #values = 0;

  constructor(text: string, bounds: JsonBounds, at = 0) {
    this.#text = text;
    this.#bounds = bounds;
    this.#at = at;
  }

  value(): JsonNode {
    return this.#value(0);
  }

  whole(): JsonNode {
    const top = this.#value(0);
    const items = [top];
    while (this.#beginsLine(items)) items.push(this.#value(0));
    if (this.#at < this.#text.length) throw new Wrong(this.#at, "the end of the file");
    return items.length === 1 ? top : { kind: "list", start: 0, end: this.#at, items };
  }

  /** Whether one more object follows on a line of its own: lines of JSON (NDJSON) are read as a list of them. */
  #beginsLine(items: readonly JsonNode[]): boolean {
    const from = this.#at;
    this.#skipBlank();
    return (
      this.#text[this.#at] === "{" &&
      items.at(-1)?.kind === "object" &&
      this.#text.slice(from, this.#at).includes("\n")
    );
  }

  #skipBlank(): void {
    blank.lastIndex = this.#at;
    blank.test(this.#text);
    this.#at = blank.lastIndex;
  }

  #value(depth: number): JsonNode {
    this.#skipBlank();
    this.#values += 1;
    if (this.#values > this.#bounds.values) throw new TooMany();
    const first = this.#text[this.#at];
    if (first === "{" || first === "[") {
      if (depth >= this.#bounds.depth) throw new TooDeep(this.#at);
      return first === "{" ? this.#object(depth) : this.#list(depth);
    }
    const start = this.#at;
    if (first === '"') {
      const text = this.#string();
      return { kind: "text", start, end: this.#at, text };
    }
    const digits = this.#match(number);
    if (digits !== null) return { kind: "number", start, end: this.#at, text: digits };
    const found = this.#match(word);
    if (found === null) throw new Wrong(start, "a value");
    const kind: JsonScalar["kind"] = found === "null" ? "null" : "boolean";
    return { kind, start, end: this.#at, text: found };
  }

  #object(depth: number): JsonNode {
    const start = this.#at;
    const members = new Map<string, JsonNode>();
    this.#at += 1;
    this.#skipBlank();
    if (this.#takes("}")) return { kind: "object", start, end: this.#at, members };
    for (;;) {
      this.#skipBlank();
      const at = this.#at;
      if (this.#text[at] !== '"') throw new Wrong(at, "a name in double quotes");
      const name = this.#string();
      this.#skipBlank();
      if (!this.#takes(":")) throw new Wrong(this.#at, "a colon");
      const value = this.#value(depth + 1);
      if (members.has(name)) this.repeated.push({ name, at });
      else members.set(name, value);
      this.#skipBlank();
      if (this.#takes("}")) return { kind: "object", start, end: this.#at, members };
      if (!this.#takes(",")) throw new Wrong(this.#at, "a comma or a closing brace");
    }
  }

  #list(depth: number): JsonNode {
    const start = this.#at;
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#skipBlank();
    if (this.#takes("]")) return { kind: "list", start, end: this.#at, items };
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#skipBlank();
      if (this.#takes("]")) return { kind: "list", start, end: this.#at, items };
      if (!this.#takes(",")) throw new Wrong(this.#at, "a comma or a closing bracket");
    }
  }

  #string(): string {
    const start = this.#at;
    let plain = true;
    this.#at += 1;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (code === 0x5c) {
        plain = false;
        if (this.#match(escaped) === null)
          throw new Wrong(this.#at, "an escape such as \\n or \\u00e9");
      } else if (code >= 0x20) this.#at += 1;
      else if (Number.isNaN(code)) throw new Wrong(this.#at, "a closing quote");
      else throw new Wrong(this.#at, "no control character or line end in a text");
    }
    this.#at += 1;
    if (plain) return this.#text.slice(start + 1, this.#at - 1);
    const text: unknown = JSON.parse(this.#text.slice(start, this.#at));
    return String(text);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.#at = pattern.lastIndex;
    return match[0];
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
}
