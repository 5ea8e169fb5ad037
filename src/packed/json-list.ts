import { jsonLimits } from "../formats/json-event/limits.ts";
import { badJson, type JsonTextPlace } from "../formats/json-event/text/bad-json.ts";
import { parseJson } from "../formats/json-event/text/parse-json.ts";
import type { Budget } from "./budget.ts";
import { elementBytes } from "./element-bytes.ts";
import { JsonLines } from "./json-lines.ts";
import type { Member, PackedBytes } from "./member.ts";
import { beginsMessageLines } from "./message-list.ts";
import { PositionedBytes } from "./positioned.ts";
import { PackedRefusal } from "./refusal.ts";

/** Bytes looked at in one go. */
const chunkBytes = 1 << 20;

/**
 * The messages of a JSON array, or of lines of JSON, each a file of its own with the bytes that stand for it.
 * Of an array that is not JSON to its end none counts: it is unknown where a message of it begins. A line
 * that is no JSON is an element for itself. Either may be of any size.
 */
export async function* jsonListMembers(
  source: PackedBytes,
  name: string,
  budget: Budget,
): AsyncGenerator<Member> {
  await using container = await PositionedBytes.open(source);
  let number = 0;
  for await (const bytes of jsonListElements(piecesOf(container))) {
    budget.spendMembers(1);
    number += 1;
    yield { path: nameOf(name, number), modifiedAt: null, pieces: only(bytes) };
  }
}

/**
 * The bytes of each element of a JSON array, or of lines of JSON, that come in pieces. Throws `PackedRefusal`
 * where it is neither.
 */
export async function* jsonListElements(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let list: JsonList | JsonLines | null = null;
  for await (const piece of pieces) {
    list ??= beginsMessageLines(piece) ? new JsonLines() : new JsonList();
    yield* list.push(piece);
  }
  if (list instanceof JsonLines) yield* list.end();
  else (list ?? new JsonList()).end();
}

async function* piecesOf(container: PositionedBytes): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < container.sizeBytes; at += chunkBytes)
    yield await container.read(at, chunkBytes);
}

/** The third message of `day.json` is `day.3.json`. */
function nameOf(name: string, number: number): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? `${name}.${number}` : `${name.slice(0, dot)}.${number}${name.slice(dot)}`;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

/** Cuts an array into its elements, whatever pieces its bytes come in. */
class JsonList {
  #state: "before" | "in" | "behind" = "before";
  /** Lists and objects that are open within the element. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** The element has a character that is no blank. */
  #begun = false;
  /** Where the element begins, and where the byte being looked at is. */
  #begins: JsonTextPlace = { line: 1, column: 1 };
  #line = 1;
  #column = 0;

  /** Takes more bytes and gives the elements that end in them. */
  *push(piece: Uint8Array): Generator<Buffer> {
    let start = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      this.#step(byte);
      if (this.#state !== "in") {
        this.#outside(byte);
        start = at + 1;
      } else if (this.#inText || this.#depth > 0 || !this.#ends(byte)) this.#inside(byte);
      else {
        this.#keep(piece.subarray(start, at));
        start = at + 1;
        yield this.#element(String.fromCharCode(byte));
        if (byte !== comma) this.#state = "behind";
      }
    }
    if (this.#state === "in") this.#keep(piece.subarray(start));
  }

  /** There are no more bytes. */
  end(): void {
    if (this.#state === "behind") return;
    const text = Buffer.concat(this.#pieces).toString("utf8").trimStart();
    const fault = this.#begun ? faultOf(text) : null;
    if (fault !== null) throw this.#wrong(text, fault, this.#begins);
    throw this.#wrong("", { at: 0, expected: this.#begun ? afterElement : "a value" });
  }

  #step(byte: number): void {
    if (byte === 0x0a) {
      this.#line += 1;
      this.#column = 0;
    } else this.#column += 1;
  }

  /** Before the array nothing but blanks and a byte order mark, behind it nothing but blanks. */
  #outside(byte: number): void {
    if (blanks.has(byte)) return;
    if (this.#state === "before" && byte === 0x5b) this.#state = "in";
    else if (this.#state === "behind" || !byteOrderMark.includes(byte))
      throw this.#wrong(String.fromCharCode(byte), { at: 0, expected: "the end of the file" });
  }

  #ends(byte: number): boolean {
    return byte === comma || byte === 0x5d;
  }

  #inside(byte: number): void {
    if (!this.#begun && !blanks.has(byte)) {
      this.#begun = true;
      this.#begins = { line: this.#line, column: this.#column };
    }
    if (this.#escaped) this.#escaped = false;
    else if (this.#inText) {
      if (byte === backslash) this.#escaped = true;
      else if (byte === quote) this.#inText = false;
    } else if (byte === quote) this.#inText = true;
    else if (opening.has(byte)) this.#depth += 1;
    else if (closing.has(byte)) this.#depth = Math.max(0, this.#depth - 1);
  }

  #keep(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(Buffer.from(piece));
    this.#bytes += piece.length;
    if (this.#bytes > elementBytes)
      throw new PackedRefusal(
        "JSON_TOO_LARGE",
        null,
        `The message of the array that begins at line ${this.#begins.line}, column ${this.#begins.column} has more than 32 MiB, so where it ends is not looked for and the array is refused. Ask the sender for smaller messages.`,
      );
  }

  /** The bytes of the element without the blanks around it; refused where they are no JSON. `next` is behind it. */
  #element(next: string): Buffer {
    const all = Buffer.concat(this.#pieces);
    let [start, end] = [0, all.length];
    while (start < end && blanks.has(all[start] ?? 0)) start += 1;
    while (end > start && blanks.has(all[end - 1] ?? 0)) end -= 1;
    this.#pieces = [];
    this.#bytes = 0;
    if (!this.#begun) throw this.#wrong(next, { at: 0, expected: "a value" });
    this.#begun = false;
    const bytes = all.subarray(start, end);
    const text = bytes.toString("utf8");
    const fault = faultOf(text);
    if (fault !== null) throw this.#wrong(text + next, fault, this.#begins);
    return bytes;
  }

  #wrong(
    text: string,
    fault: Fault,
    begins: JsonTextPlace = { line: this.#line, column: Math.max(1, this.#column) },
  ): PackedRefusal {
    const { found, sentence } = badJson(text, fault, begins);
    return new PackedRefusal("BAD_JSON", found, sentence);
  }
}

const afterElement = "a comma or a closing bracket";

interface Fault {
  readonly at: number;
  readonly expected: string;
}

/** Where the text of an element is no JSON. What is too deep or holds too much is reported where it is read. */
function faultOf(text: string): Fault | null {
  if (isJson(text)) return null;
  const parsed = parseJson(text, jsonLimits);
  if (parsed.kind === "wrong") {
    const { at, expected } = parsed;
    return { at, expected: expected === "the end of the file" ? afterElement : expected };
  }
  // Objects on lines of their own would be read as a list of them.
  if (parsed.kind !== "json" || parsed.top.kind !== "list" || !text.startsWith("{")) return null;
  return { at: parsed.top.items[1]?.start ?? 0, expected: afterElement };
}

/** Whether it is JSON at all, which what is built in tells much faster than what says where it is not. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
