import { noBytes } from "./lines/line.ts";
import type { FlowNode } from "./plan.ts";

/** The lines of one message: each a node of the flow's plan and where its line begins. */
export interface Collected {
  readonly bytes: Buffer;
  /** Added to each place in the log. */
  readonly offset: number;
  /** Pairs of node id and place, the message's own from `from` to `to`. */
  readonly log: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Lines left out because the message would have been too large. */
  readonly leftOut: number;
}

/** A log is begun anew at the first message after this many entries, so that old ones can go. */
const longLog = 8192;
/** Room for the line end after the last byte that counts. */
const lineEnd = 2;
const newline = Buffer.from("\n");

/**
 * Keeps the lines of the open message. As long as they lie together in one piece of the file nothing
 * is copied; only what a message needs of a piece that ends before it does is put aside.
 */
export class Collector {
  open = false;
  readonly #mostBytes: number;
  readonly #keep: boolean;
  /** Nodes of a flow whose whole file is one message; null for others. */
  readonly #wholeFile: readonly FlowNode[] | null;
  #bytes: Buffer = noBytes;
  /** First byte of the open message in `#bytes`. */
  #from = 0;
  #aside: Buffer = noBytes;
  #asideLength = 0;
  #log: number[] = [];
  #logFrom = 0;
  #leftOut = 0;
  /** A whole file beyond the limit: only lines of groups that occur once are kept, each put aside. */
  #thin = false;

  /** `keep` false: nothing is kept, only measured, so that a file that is only checked is judged the same. */
  constructor(mostBytes: number, wholeFile: readonly FlowNode[] | null, keep: boolean) {
    this.#mostBytes = mostBytes;
    this.#keep = keep;
    this.#wholeFile = wholeFile;
  }

  /** The lines to come are in `bytes`, which stays as it is for as long as messages are used. */
  regionBegins(bytes: Buffer, from: number): void {
    this.#bytes = bytes;
    this.#from = from;
  }

  regionEnds(to: number): void {
    if (this.open && !this.#thin) this.#putAside(to);
  }

  begin(at: number): void {
    this.open = true;
    this.#leftOut = 0;
    this.#thin = false;
    this.#from = at;
    this.#asideLength = 0;
    if (this.#log.length > longLog) this.#log = [];
    this.#logFrom = this.#log.length;
  }

  /** Adds a line of the open message; false when the message is too large to take it. */
  add(node: FlowNode, start: number, end: number): boolean {
    if (this.#thin) return this.#addThinly(node, start, end);
    const place = this.#asideLength + start - this.#from;
    if (place + end - start <= this.#mostBytes) {
      if (this.#keep) this.#log.push(node.id, place);
      return true;
    }
    if (this.#wholeFile !== null) {
      this.#thinOut(this.#wholeFile, start);
      return this.#addThinly(node, start, end);
    }
    this.#leftOut += 1;
    return false;
  }

  /** Gives other nodes to the lines from the last one of node `from` on. */
  move(from: number, moved: ReadonlyMap<number, number>): void {
    for (let index = this.#log.length - 2; index >= this.#logFrom; index -= 2) {
      const id = this.#log[index] ?? 0;
      this.#log[index] = moved.get(id) ?? id;
      if (id === from) return;
    }
  }

  /** Ends the open message before the byte at `at` of the region; 0 when no region is open. */
  finish(at: number): Collected {
    this.open = false;
    if (this.#asideLength === 0 && !this.#thin) return this.#collected(this.#bytes, this.#from);
    if (!this.#thin) this.#putAside(at);
    return this.#collected(Buffer.from(this.#aside.subarray(0, this.#asideLength)), 0);
  }

  #collected(bytes: Buffer, offset: number): Collected {
    const to = this.#log.length;
    return { bytes, offset, log: this.#log, from: this.#logFrom, to, leftOut: this.#leftOut };
  }

  #thinOut(nodes: readonly FlowNode[], at: number): void {
    this.#putAside(at);
    this.#thin = true;
    if (!this.#keep) return;
    const { bytes, log, from, to } = this.#collected(Buffer.from(this.#aside), 0);
    this.#log = [];
    this.#logFrom = 0;
    this.#asideLength = 0;
    const region = this.#bytes;
    this.#bytes = bytes;
    for (let index = from; index < to; index += 2) {
      const node = nodes[log[index] ?? 0];
      const start = log[index + 1] ?? 0;
      const end = bytes.indexOf(newline, start);
      if (node !== undefined) this.#addThinly(node, start, end < 0 ? bytes.length : end);
    }
    this.#bytes = region;
  }

  #addThinly(node: FlowNode, start: number, end: number): boolean {
    if (!this.#keep) return true;
    if (node.single && this.#asideLength + end - start <= this.#mostBytes) {
      this.#log.push(node.id, this.#asideLength);
      this.#append(this.#bytes, start, end);
      this.#append(newline, 0, newline.length);
    } else this.#leftOut += 1;
    return true;
  }

  #putAside(to: number): void {
    const room = this.#mostBytes + lineEnd - this.#asideLength;
    if (room > 0 && to > this.#from)
      this.#append(this.#bytes, this.#from, Math.min(to, this.#from + room));
    this.#from = Math.max(to, this.#from);
  }

  #append(bytes: Buffer, from: number, to: number): void {
    const needed = this.#asideLength + to - from;
    if (!this.#keep) {
      this.#asideLength = needed;
      return;
    }
    if (needed > this.#aside.length) {
      const larger = Buffer.allocUnsafe(Math.max(1024, needed * 2));
      this.#aside.copy(larger, 0, 0, this.#asideLength);
      this.#aside = larger;
    }
    bytes.copy(this.#aside, this.#asideLength, from, to);
    this.#asideLength = needed;
  }
}
