import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { BusbarConfig } from "../../config/config.ts";
import type { OnFault } from "../answer-errors.ts";
import { HttpRefusal } from "../problem/problem.ts";
import type { ReadRequest, Reads } from "./reads.ts";
import type { FacePlace, FromWorker, ToWorker } from "./worker-messages.ts";

/** How reads are run apart. */
export interface WorkerReadsOptions {
  readonly config: BusbarConfig;
  readonly faces: readonly FacePlace[];
  readonly onFault: OnFault;
  /** How long an answer may take, in milliseconds, once its turn came and the thread is there; 10 s when absent. */
  readonly deadlineMs?: number;
  /** After so long without a request the thread ends, and its memory is free; 2 min when absent. */
  readonly idleMs?: number;
}

/** Requests that may wait; more are refused at once. */
const mostWaiting = 100;
/** How long a thread may take to begin, in milliseconds: it opens the store and loads what is answered. */
const startMs = 60_000;
/** Threads that may still be within a statement after their deadline: no more are begun beside them. */
const mostLate = 2;

interface Waiting {
  readonly request: ReadRequest;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/**
 * Answers what only reads in a thread of its own, with its own connection that can only read: a search that takes
 * long keeps nobody from recording. An answer that takes too long is given up with its thread, and the next goes to
 * a new one.
 */
export class WorkerReads implements Reads {
  readonly #options: WorkerReadsOptions;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #current: (Waiting & { readonly id: number }) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #late = 0;
  #last = 0;
  #isClosed = false;
  #isReady = false;

  constructor(options: WorkerReadsOptions) {
    this.#options = options;
  }

  answer(request: ReadRequest): Promise<Response> {
    if (this.#queue.length >= mostWaiting || this.#late >= mostLate || this.#isClosed) {
      const message = "Too many requests wait already; ask again in a moment";
      throw new HttpRefusal("TOO_BUSY", message, { retryAfter: 5 });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const gone = new HttpRefusal("TOO_BUSY", "The daemon stops, or takes new settings", {
      retryAfter: 2,
    });
    for (const { reject } of this.#queue.splice(0)) reject(gone);
    this.#current?.reject(gone);
    this.#current = null;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #next(): void {
    if (this.#current !== null) return;
    clearTimeout(this.#timer);
    const next = this.#queue.shift();
    if (next === undefined) {
      this.#rest();
      return;
    }
    this.#last += 1;
    this.#current = { ...next, id: this.#last };
    const worker = this.#thread();
    worker.ref();
    worker.postMessage({ id: this.#last, request: next.request } satisfies ToWorker);
    this.#watch(this.#isReady ? (this.#options.deadlineMs ?? 10_000) : startMs);
  }

  #watch(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp(), ms);
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const { config, faces } = this.#options;
    // The sources run as they are, and compiled.
    const entry = new URL(`./read-worker${extname(import.meta.filename)}`, import.meta.url);
    const worker = new Worker(entry, { workerData: { config, faces } });
    worker.on("message", (message: FromWorker) => {
      if (this.#worker === worker) this.#heard(message);
    });
    worker.on("error", (error) => this.#broke(worker, error));
    this.#worker = worker;
    this.#isReady = false;
    return worker;
  }

  #heard(message: FromWorker): void {
    if (message.is === "ready") {
      this.#isReady = true;
      if (this.#current !== null) this.#watch(this.#options.deadlineMs ?? 10_000);
      return;
    }
    if (message.is === "fault") {
      this.#options.onFault(errorOf(message), message.request);
      return;
    }
    if (this.#current?.id !== message.id) return;
    if (message.is === "failed") {
      this.#current.reject(errorOf(message));
      this.#current = null;
      this.#next();
      return;
    }
    const { status, headers, body } = message;
    const bytes = [204, 304].includes(status) ? null : body;
    const given = headers.map(([name, value]): [string, string] => [name, value]);
    this.#current.resolve(new Response(bytes, { status, headers: given }));
    this.#current = null;
    this.#next();
  }

  /** The thread could not begin, or ended by an error that nobody caught. */
  #broke(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#current?.reject(error);
    this.#current = null;
    this.#next();
  }

  #giveUp(): void {
    const { deadlineMs = 10_000 } = this.#options;
    const message = `The answer takes longer than ${deadlineMs / 1000} s; narrow what is asked for by filters such as since and flow`;
    this.#current?.reject(new HttpRefusal("TOO_SLOW", message));
    this.#current = null;
    const worker = this.#worker;
    this.#worker = null;
    this.#late += 1;
    // A statement of SQLite is not cut short: the thread ends behind it.
    void worker?.terminate().finally(() => {
      this.#late -= 1;
    });
    this.#next();
  }

  #rest(): void {
    const worker = this.#worker;
    if (worker === null) return;
    worker.unref();
    this.#timer = setTimeout(() => {
      this.#worker = null;
      void worker.terminate();
    }, this.#options.idleMs ?? 120_000);
    this.#timer.unref();
  }
}

function errorOf({ reason, stack }: { readonly reason: string; readonly stack: string }): Error {
  const error = new Error(reason);
  error.stack = stack;
  return error;
}
