import type { Charset } from "../../catalogue/definition.ts";
import type { OddLine } from "../odd-lines.ts";
import { type RawLine, rawLines } from "../raw-lines.ts";
import { decode } from "./header.ts";

/** A record whose text the data of no message gives back. */
interface OddRecord {
  readonly lines: number;
  readonly kind: "alone" | "unread" | "uneven";
}

/** Keeps a file whole while it is read, and which of its records the data of its messages does not give back. */
export class KeptFile {
  readonly #pieces: Uint8Array[] = [];
  readonly #odd = new Map<number, OddRecord>();

  bytes(piece: Uint8Array): void {
    this.#pieces.push(Uint8Array.from(piece));
  }

  /** A record that no message has: a row that cannot be read, or a blank line after one. */
  alone(line: number, lines = 1): void {
    this.#odd.set(line, { lines, kind: "alone" });
  }

  /** A row that could not be split into fields, and is a message without any data. */
  unread(line: number, lines: number): void {
    this.#odd.set(line, { lines, kind: "unread" });
  }

  /** A message's row that has another number of fields than the header line, blanks that are left out, or a bare carriage return at its end. */
  uneven(line: number, lines: number): void {
    this.#odd.set(line, { lines, kind: "uneven" });
  }

  /** The odd records as they are in the file, by the line they begin on. */
  oddLines(charset: Charset): ReadonlyMap<number, OddLine> {
    if (this.#odd.size === 0) return new Map();
    const { lines } = rawLines(Buffer.concat(this.#pieces).toString("latin1"));
    const found = [...this.#odd].map(([line, { lines: count, kind }]) => {
      const { text, end } = joined(lines.slice(line - 1, line - 1 + count));
      const odd: OddLine = {
        text: decode(Buffer.from(text, "latin1"), charset),
        // The data of a row that was read tells what ends it.
        end: kind === "uneven" ? null : end,
        alone: kind === "alone",
      };
      return [line, odd] as const;
    });
    return new Map(found);
  }
}

/** Lines that quotes hold together, as one. */
function joined(lines: readonly RawLine[]): RawLine {
  const { text = "", end = "" } = lines.at(-1) ?? {};
  const before = lines.slice(0, -1).map((line) => line.text + line.end);
  return { text: before.join("") + text, end };
}
