import { availableParallelism } from "node:os";
import { HttpRefusal } from "../problem/problem.ts";
import { FairLine } from "./fair-line.ts";
import { type OneByOne, Reader, type ReadingOptions } from "./reader.ts";
import type { ReadRequest, Reads } from "./reads.ts";

/** How reads are run apart. */
export interface ReadQueueOptions extends ReadingOptions {
  /** How long an answer may take, in milliseconds, once its turn came and a process is there; 10 s when absent. */
  readonly deadlineMs?: number;
  /** What takes longer, in milliseconds, makes room for others; 1 s when absent. */
  readonly quickMs?: number;
  /** After so long without a request a process ends, and its memory is free; 2 min when absent. */
  readonly idleMs?: number;
  /** Begins what answers; a process when absent. */
  readonly begin?: () => OneByOne;
}

/** Requests that may wait; more are refused at once. */
const mostWaiting = 100;
/** Requests that were found to take long and may wait for others like them to end. */
const mostLongWaiting = 4;
/** Requests that take long and go on side by side. */
const mostLong = 2;
/** Kinds of requests that are remembered to take long. */
const mostKnown = 200;
/** Requests that go on side by side besides. */
const mostQuick = availableParallelism() > 2 ? 2 : 1;
/** How long a process may take to begin, in milliseconds: it opens the store and loads what is answered. */
const startMs = 60_000;

interface Waiting {
  readonly request: ReadRequest;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/** A request that a reader is at. */
interface Run extends Waiting {
  readonly reader: OneByOne;
  isLong: boolean;
  /** It takes longer than a quick one: it makes room when another waits. */
  isOverdue: boolean;
  readonly timers: NodeJS.Timeout[];
}

/**
 * Answers what only reads in processes of their own: a search that takes long keeps nobody from recording, nor from
 * other pages. Whoever asks has a turn after the other. What takes long goes on beside what is quick, two at a time; a
 * third makes room, and begins anew when one of them has ended. At its deadline it is stopped, with its statement.
 */
export class ReadQueue implements Reads {
  readonly #options: ReadQueueOptions;
  readonly #line = new FairLine<Waiting>();
  readonly #long: Waiting[] = [];
  readonly #runs = new Set<Run>();
  readonly #idle = new Map<OneByOne, NodeJS.Timeout>();
  readonly #readers = new Set<OneByOne>();
  /** Kinds of requests that took long when they were last asked. */
  readonly #known = new Set<string>();
  #isClosed = false;

  constructor(options: ReadQueueOptions) {
    this.#options = options;
  }

  answer(request: ReadRequest): Promise<Response> {
    if (this.#line.size >= mostWaiting || this.#isClosed) throw tooBusy();
    return new Promise((resolve, reject) => {
      this.#line.push(request.who.name, { request, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const gone = new HttpRefusal("TOO_BUSY", "The daemon stops, or takes new settings", {
      retryAfter: 2,
    });
    for (let next = this.#line.shift(); next !== undefined; next = this.#line.shift())
      next.reject(gone);
    for (const { reject } of this.#long.splice(0)) reject(gone);
    for (const run of this.#runs) run.reject(gone);
    for (const timer of this.#idle.values()) clearTimeout(timer);
    for (const { timers } of this.#runs) for (const timer of timers) clearTimeout(timer);
    for (const reader of this.#readers) reader.kill(gone);
    await Promise.all([...this.#readers].map(({ ended }) => ended));
  }

  #count(isLong: boolean): number {
    return [...this.#runs].filter((run) => run.isLong === isLong).length;
  }

  /** Gives what waits to readers, as far as there is room. */
  #next(): void {
    if (this.#isClosed) return;
    while (this.#long.length > 0 && this.#count(true) < mostLong) {
      const next = this.#long.shift();
      if (next !== undefined) this.#begin(next, true);
    }
    while (this.#line.size > 0) {
      if (this.#count(false) >= mostQuick && !this.#makeRoom()) return;
      const next = this.#line.shift();
      if (next === undefined) return;
      if (!this.#known.has(kindOf(next.request))) this.#begin(next, false);
      else if (this.#count(true) < mostLong) this.#begin(next, true);
      else this.#putOff(next);
    }
  }

  /** Has a request that takes long wait until another such has ended. */
  #putOff({ request, resolve, reject }: Waiting): void {
    if (this.#long.length < mostLongWaiting) this.#long.push({ request, resolve, reject });
    else reject(tooBusy());
  }

  /** Has a request that takes long go on beside the quick ones, or begin anew later; false where there is none. */
  #makeRoom(): boolean {
    const overdue = [...this.#runs].find(({ isLong, isOverdue }) => isOverdue && !isLong);
    if (overdue === undefined) return false;
    if (this.#count(true) < mostLong) {
      overdue.isLong = true;
      return true;
    }
    this.#stop(overdue);
    this.#putOff(overdue);
    return true;
  }

  #begin(waiting: Waiting, isLong: boolean): void {
    const reader = this.#reader();
    const run: Run = { ...waiting, reader, isLong, isOverdue: false, timers: [] };
    this.#runs.add(run);
    run.timers.push(setTimeout(() => this.#giveUp(run, startMs), startMs));
    reader.ready.then(
      () => this.#watch(run),
      () => {},
    );
    reader.answer(waiting.request).then(
      (response) => this.#end(run, () => run.resolve(response)),
      (error: unknown) => this.#end(run, () => run.reject(error)),
    );
  }

  #watch(run: Run): void {
    if (!this.#runs.has(run)) return;
    const { deadlineMs = 10_000, quickMs = 1_000 } = this.#options;
    for (const timer of run.timers.splice(0)) clearTimeout(timer);
    run.timers.push(
      setTimeout(() => {
        run.isOverdue = true;
        this.#remember(kindOf(run.request));
        this.#next();
      }, quickMs),
      setTimeout(() => this.#giveUp(run, deadlineMs), deadlineMs),
    );
  }

  #remember(kind: string): void {
    this.#known.delete(kind);
    this.#known.add(kind);
    for (const oldest of this.#known) {
      if (this.#known.size <= mostKnown) return;
      this.#known.delete(oldest);
    }
  }

  #giveUp(run: Run, ms: number): void {
    this.#stop(run);
    const message = `The answer takes longer than ${ms / 1000} s and was stopped; narrow what is asked for by filters such as since and flow`;
    run.reject(new HttpRefusal("TOO_SLOW", message));
    this.#next();
  }

  /** Ends a run with its process. */
  #stop(run: Run): void {
    for (const timer of run.timers) clearTimeout(timer);
    this.#runs.delete(run);
    run.reader.kill(new Error("stopped"));
  }

  #end(run: Run, tell: () => void): void {
    if (!this.#runs.delete(run)) return;
    if (!run.isOverdue) this.#known.delete(kindOf(run.request));
    for (const timer of run.timers) clearTimeout(timer);
    tell();
    if (!run.reader.isGone) this.#rest(run.reader);
    this.#next();
  }

  /** A process that rests, or another. */
  #reader(): OneByOne {
    for (const [reader, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(reader);
      if (!reader.isGone) return reader;
    }
    const { begin = () => new Reader(this.#options) } = this.#options;
    const reader = begin();
    this.#readers.add(reader);
    void reader.ended.then(() => this.#readers.delete(reader));
    return reader;
  }

  /** The first that rests waits for what comes; those beside it end soon. */
  #rest(reader: OneByOne): void {
    reader.rest();
    const { idleMs = 120_000 } = this.#options;
    const timer = setTimeout(
      () => {
        this.#idle.delete(reader);
        reader.kill(new Error("nobody asked"));
      },
      this.#idle.size === 0 ? idleMs : idleMs / 10,
    );
    timer.unref();
    this.#idle.set(reader, timer);
  }
}

function tooBusy(): HttpRefusal {
  const message = "Too many requests wait already; ask again in a moment";
  return new HttpRefusal("TOO_BUSY", message, { retryAfter: 5 });
}

/** An address and by what is filtered there, whatever by which values: it names what took long. */
function kindOf({ url }: ReadRequest): string {
  const [path = "", query = ""] = url.split("?", 2);
  return [path, ...new Set(new URLSearchParams(query).keys())].join(" ");
}
