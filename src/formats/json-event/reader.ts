import type { FileLayout, Outcome } from "../../core/file/document.ts";
import type { FlowReader, ReaderContext, ReaderOptions } from "../family.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { ProblemLog, problem } from "../problem-log.ts";
import { jsonLimits } from "./limits.ts";
import { quickRead } from "./quick/quick-read.ts";
import { Events } from "./read-events.ts";
import { badJson } from "./text/bad-json.ts";
import { parseJson } from "./text/parse-json.ts";
import { TextLines } from "./text/text-lines.ts";

const byteOrderMark = "\ufeff";
/** The character where bytes were no text. */
const replacement = "\ufffd";
const lineFeed = 0x0a;

/**
 * Reads one JSON file, whatever pieces it comes in. What JSON says is only certain at its end, so a file
 * is kept in memory whole, and one above the limit is refused.
 */
export class JsonEventReader implements FlowReader {
  readonly #options: ReaderOptions;
  readonly #stable: boolean;
  readonly #log = new ProblemLog();
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** Of a file that is too large; of any other they are counted in its text. */
  #lineFeeds = 0;
  #text = "";

  /** `stable`: the bytes stay as they are, and need no copy. */
  constructor(options: ReaderOptions, { stable = false }: { readonly stable?: boolean } = {}) {
    this.#options = options;
    this.#stable = stable;
  }

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#bytes <= jsonLimits.fileBytes) {
      this.#pieces.push(this.#stable ? bytes : Buffer.from(bytes));
      return;
    }
    for (const piece of this.#pieces) this.#lineFeeds += lineFeedsIn(piece);
    this.#lineFeeds += lineFeedsIn(bytes);
    this.#pieces = [];
  }

  end(): Outcome {
    if (this.#bytes > jsonLimits.fileBytes) return this.#tooLarge();
    const bytes = wholeOf(this.#pieces);
    this.#pieces = [];
    const whole = bytes.toString("utf8");
    const marked = whole.startsWith(byteOrderMark);
    if (marked)
      this.#find(
        "BYTE_ORDER_MARK",
        1,
        null,
        "The file begins with a byte order mark, which JSON must not have; it is ignored.",
      );
    this.#text = whole;
    // A blank in place of the mark keeps every place where it is.
    const text = marked ? ` ${whole.slice(1)}` : whole;
    const lines = new TextLines(text);
    const lost = text.indexOf(replacement);
    if (lost >= 0)
      this.#find(
        "BAD_BYTES",
        lines.placeOf(lost).line,
        null,
        "The line has bytes that are not UTF-8, or a replacement character where a character was lost before; ask the sender for the file in UTF-8.",
      );
    const events = this.#read(text, lines, bytes);
    return {
      envelope: events.envelope,
      problems: this.#log.finish(),
      messages: events.messages,
      invalid: events.invalid,
      lines: lines.count,
      ...(events.said.replay && { replay: true }),
      ...(events.said.recipients.length > 0 && { recipients: events.said.recipients }),
      ...(events.said.otherIdentifiers.length > 0 && {
        otherIdentifiers: events.said.otherIdentifiers,
      }),
    };
  }

  context(): ReaderContext {
    return { family: "json-event" };
  }

  /** The whole text: blanks and the look of numbers are in nothing else. */
  layout(): FileLayout {
    return { text: this.#text };
  }

  #read(text: string, lines: TextLines, bytes: Uint8Array): Events {
    const { catalogue, onMessage = null } = this.#options;
    const events = new Events({ catalogue, log: this.#log, text, lines, onMessage });
    const quick = quickRead(text, bytes, catalogue.jsonEvents(), jsonLimits);
    if (quick !== null) {
      events.take(quick);
      return events;
    }
    const parsed = parseJson(text, jsonLimits);
    if (parsed.kind === "wrong") {
      const { line, found, sentence } = badJson(text, parsed);
      this.#find("BAD_JSON", line, found, sentence);
    } else if (parsed.kind === "too-deep") {
      const { line, column } = lines.placeOf(parsed.at);
      this.#find(
        "JSON_TOO_LARGE",
        line,
        null,
        `At line ${line}, column ${column} the file goes more than ${jsonLimits.depth} lists and objects deep, and deeper ones are not read; ask the sender for the file with fewer levels.`,
      );
    } else if (parsed.kind === "too-many") this.#refuse("more than 500,000 values");
    else {
      for (const { name, at } of parsed.repeated) {
        const { line, column } = lines.placeOf(at);
        this.#find(
          "REPEATED_NAME",
          line,
          name,
          `At line ${line}, column ${column} "${printable(name)}" is in its object a second time, so nobody can tell which value is meant; ask the sender to correct the file.`,
        );
      }
      events.read(parsed.top);
    }
    return events;
  }

  #tooLarge(): Outcome {
    this.#refuse("more than 8 MiB");
    const problems = this.#log.finish();
    return { envelope: null, problems, messages: 0, invalid: 0, lines: this.#lineFeeds };
  }

  #refuse(what: string): void {
    this.#find(
      "JSON_TOO_LARGE",
      null,
      null,
      `The file has ${what}; JSON must be read whole before any of it can be relied on, so it is refused. Ask the sender for several smaller files.`,
    );
  }

  #find(code: ProblemCode, line: number | null, value: string | null, sentence: string): void {
    this.#log.add(this.#log.file, code, () => problem(code, { line, value }, sentence));
  }
}

function lineFeedsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

function wholeOf([first, ...others]: readonly Uint8Array[]): Buffer {
  if (first === undefined) return Buffer.alloc(0);
  if (others.length > 0) return Buffer.concat([first, ...others]);
  return Buffer.from(first.buffer, first.byteOffset, first.byteLength);
}
