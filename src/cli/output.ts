import type { Writable } from "node:stream";
import { escapeForPeople, escapeHidden } from "../core/text/hidden-characters.ts";
import { jsonText } from "../core/text/json-text.ts";
import { CommandFailure } from "./failure.ts";

/** Lines are gathered up to this many characters: a list of a million lines is not a million writes. */
const gatherChars = 32_768;

/**
 * Where a command prints its result. When the reader goes away (`| head`), printing becomes a no-op and
 * `closed` true: lists stop there, while a command that changes something goes on to its end.
 */
export class Output {
  readonly #stream: Writable;
  #gathered = "";
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    // The write's own callback tells of errors; without a listener they would end the program as well.
    stream.on("error", () => undefined);
  }

  /** Nobody reads any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Characters that a line of the terminal has; null where it is none: a file, a pipe. */
  get width(): number | null {
    const { columns } = this.#stream as { columns?: unknown };
    return typeof columns === "number" && columns > 0 ? columns : null;
  }

  /** Lines for people: whatever a terminal would obey or hide is written out, but for the line ends. */
  async line(text = ""): Promise<void> {
    await this.text(`${shownText(text)}\n`);
  }

  /** Text for programs as it is, such as JSON; what is not safe on a terminal is its caller's to escape. */
  async text(text: string): Promise<void> {
    this.#gathered += text;
    if (this.#gathered.length >= gatherChars) await this.flush();
  }

  /** A line of data as it is, such as CSV; on a terminal as lines for people are. */
  async data(text: string): Promise<void> {
    if (this.width === null) await this.text(`${text}\n`);
    else await this.line(text);
  }

  async lines(texts: Iterable<string>): Promise<void> {
    for (const text of texts) await this.line(text);
  }

  /** One JSON object on a line of its own. */
  async json(value: object): Promise<void> {
    await this.text(`${jsonText(value)}\n`);
  }

  /** Bytes as they are, after what was printed before. */
  async bytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.#write(bytes);
  }

  /** Bytes that come in pieces; no more are asked for once nobody reads them. */
  async pieces(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const piece of pieces) {
      if (this.closed) return;
      await this.bytes(piece);
    }
  }

  async flush(): Promise<void> {
    const text = this.#gathered;
    this.#gathered = "";
    if (text !== "") await this.#write(text);
  }

  async #write(chunk: string | Uint8Array): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(chunk, (error) => {
        if (error === null || error === undefined) resolve();
        else if (isGone(error)) {
          this.#closed = true;
          resolve();
        } else {
          // Nor will anything more go out.
          this.#closed = true;
          reject(unwritten(error));
        }
      });
    });
  }
}

/** Text for people, of one line or several: a last guard, whatever the caller made visible before. */
export function shownText(text: string): string {
  return escapeHidden(text, (character) =>
    character === "\n" ? character : escapeForPeople(character),
  );
}

/**
 * Text from outside (a name, a value) as one line that a terminal only shows: what it would hide or
 * obey is written out, e.g. `\n` or `\u{1b}`. A backslash is doubled, so that different names never
 * look the same.
 */
export function visible(text: string): string {
  return oneLine(text.replaceAll("\\", "\\\\"));
}

/** A sentence of our own on one line, with hidden characters shown; text in it may be written out already. */
export function oneLine(sentence: string): string {
  return escapeHidden(sentence, escapeForPeople);
}

/** Why the result could not be printed, as a failure of the command. */
function unwritten(error: Error): CommandFailure {
  const full = "code" in error && error.code === "ENOSPC";
  const why = full ? "the disk it goes to is full" : error.message;
  return new CommandFailure(`the output could not be written: ${why}`);
}

function isGone(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
