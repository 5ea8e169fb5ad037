import { write, writeSync } from "node:fs";
import type { LogDetails } from "../runtime/log-lines/log-events.ts";

/** What a log that cannot be written may hold, in characters; lines beyond it are lost. */
const mostChars = 1_000_000;
/** Lines go out together up to about so many characters. */
const atOnceChars = 65_536;
/** How often a log that cannot be written is tried again, in milliseconds. */
const againMs = 1_000;
/** How often it is tried again where only the reader of a pipe is slow, in milliseconds. */
const slowReaderMs = 50;

/** The room that a log has for lines that cannot be written yet, and how often they are tried. */
export interface BufferLimits {
  readonly mostChars?: number;
  readonly againMs?: number;
}

/**
 * Where log lines go: an open file, a pipe or a terminal. Nobody waits for it, and it never fails: while
 * its disk is full, or nobody reads on, lines wait and are tried again; those that there is no room for
 * are lost, and how many is said in a line of its own once it can be written again.
 */
export class BufferedLog {
  readonly #fd: number;
  readonly #mostChars: number;
  readonly #againMs: number;
  readonly #lines: string[] = [];
  #chars = 0;
  /** What is being written, or could not be. */
  #rest: Uint8Array = new Uint8Array();
  /** `resting`: there is nothing to write. `writing`: a write is under way. `waiting`: one failed. */
  #state: "resting" | "writing" | "waiting" = "resting";
  #lost = 0;

  /** What waits when the program ends is written then, if it can be. */
  constructor(fd: number, patience: BufferLimits = {}) {
    this.#fd = fd;
    this.#mostChars = patience.mostChars ?? mostChars;
    this.#againMs = patience.againMs ?? againMs;
    process.on("exit", this.#writeTheRest);
  }

  /** A line, with its line end. */
  write(line: string): void {
    if (this.#chars + line.length > this.#mostChars) {
      this.#lost += 1;
      return;
    }
    this.#lines.push(line);
    this.#chars += line.length;
    // Where a write failed, lines that come meanwhile do not try as well: each would fail for itself.
    if (this.#state === "resting") this.#writeOn();
  }

  readonly #writeOn = (): void => {
    if (this.#rest.length === 0) this.#rest = this.#next();
    this.#state = this.#rest.length === 0 ? "resting" : "writing";
    if (this.#state === "resting") return;
    write(this.#fd, this.#rest, (error, count) => {
      if (error === null) {
        this.#rest = this.#rest.subarray(count);
        this.#writeOn();
        return;
      }
      this.#state = "waiting";
      // A reader who is slow is waited for even by a daemon that ends; a full disk is not.
      if (error.code === "EAGAIN") setTimeout(this.#writeOn, slowReaderMs);
      else setTimeout(this.#writeOn, this.#againMs).unref();
    });
  };

  /** The next lines; after the last of those that waited, how many found no room. */
  #next(): Uint8Array {
    let text = "";
    let taken = 0;
    for (const line of this.#lines) {
      if (text !== "" && text.length + line.length > atOnceChars) break;
      text += line;
      taken += 1;
    }
    this.#lines.splice(0, taken);
    this.#chars -= text.length;
    if (this.#lines.length === 0 && this.#lost > 0) {
      text += lostLine(this.#lost);
      this.#lost = 0;
    }
    return Buffer.from(text);
  }

  readonly #writeTheRest = (): void => {
    // What is being written is on its way; it would be there twice.
    if (this.#state === "writing") this.#rest = new Uint8Array();
    try {
      for (;;) {
        if (this.#rest.length === 0) this.#rest = this.#next();
        if (this.#rest.length === 0) return;
        this.#rest = this.#rest.subarray(writeSync(this.#fd, this.#rest));
      }
    } catch {
      // The disk is full still, or nobody reads: the program ends all the same.
    }
  };
}

/** In the shape of the other lines. */
function lostLine(lines: number): string {
  const what = lines === 1 ? "1 line of this log was" : `${lines} lines of this log were`;
  const msg = `${what} lost: it could not be written for a while (was its disk full?)`;
  const details: LogDetails<"log-lost"> = { event: "log-lost", lost: lines };
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: "warn", time, pid: process.pid, ...details, msg })}\n`;
}
