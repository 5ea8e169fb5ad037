import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { BusbarConfig } from "../../config/config.ts";
import type { OnFault } from "../answer-errors.ts";
import type { FacePlace, FromReader, ToReader } from "./reader-messages.ts";
import type { ReadRequest } from "./reads.ts";

/** What a reader answers on. */
export interface ReadingOptions {
  readonly config: BusbarConfig;
  readonly faces: readonly FacePlace[];
  readonly onFault: OnFault;
}

/** Answers requests that only read, one at a time. */
export interface OneByOne {
  /** Resolves when it can answer; rejects when it cannot begin. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  /** Whether it takes no request any more. */
  readonly isGone: boolean;
  /** Answers a request; the one before must have ended. */
  answer(request: ReadRequest): Promise<Response>;
  /** Lets the daemon end while this rests. */
  rest(): void;
  /** Ends it at once; what it was at is rejected with the error. */
  kill(error: unknown): void;
}

/** What it said last, in characters, is kept for when it ends of itself. */
const keptWords = 2_000;

interface Current {
  readonly id: number;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/**
 * A process that answers what only reads, one request at a time, on its own connection. It can be ended at any
 * moment, within a statement of the store too, which a thread could not.
 */
export class Reader implements OneByOne {
  readonly #child: ChildProcess;
  readonly #onFault: OnFault;
  readonly ended: Promise<void>;
  #current: Current | null = null;
  #last = 0;
  #said = "";
  #isGone = false;
  readonly #ready = Promise.withResolvers<void>();

  constructor({ config, faces, onFault }: ReadingOptions) {
    this.#onFault = onFault;
    // The sources run as they are, and compiled.
    const entry = new URL(`./read-process${extname(import.meta.filename)}`, import.meta.url);
    this.#child = fork(fileURLToPath(entry), [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.ended = new Promise((resolve) => {
      this.#child.once("close", () => {
        this.#gone(`a process that answers reads ended: ${this.#said.trim()}`);
        resolve();
      });
    });
    this.#child.on("error", (error) => this.#gone(error.message));
    this.#child.on("message", (message: FromReader) => this.#heard(message));
    this.#child.stderr?.on("data", (text: unknown) => {
      this.#said = (this.#said + String(text)).slice(-keptWords);
    });
    this.#ready.promise.catch(() => {});
    this.#post({ is: "open", config, faces });
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  answer(request: ReadRequest): Promise<Response> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#current = { id, resolve, reject };
      this.#child.ref();
      this.#child.channel?.ref();
      this.ready.then(() => this.#post({ is: "read", id, request }), reject);
    });
  }

  rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  kill(error: unknown): void {
    this.#current?.reject(error);
    this.#current = null;
    this.#isGone = true;
    this.#child.kill("SIGKILL");
  }

  #heard(message: FromReader): void {
    if (message.is === "ready") {
      this.#ready.resolve();
      return;
    }
    if (message.is === "fault") {
      this.#onFault(errorOf(message), message.request);
      return;
    }
    const current = this.#current;
    if (current?.id !== message.id) return;
    this.#current = null;
    if (message.is === "failed") current.reject(errorOf(message));
    else current.resolve(responseOf(message));
  }

  #gone(why: string): void {
    this.#isGone = true;
    const error = new Error(why);
    this.#ready.reject(error);
    this.#current?.reject(error);
    this.#current = null;
  }

  #post(message: ToReader): void {
    this.#child.send(message, (error) => {
      if (error !== null) this.#gone(error.message);
    });
  }
}

function responseOf({ status, headers, body }: Extract<FromReader, { is: "answer" }>): Response {
  const bytes = [204, 304].includes(status) ? null : body;
  const given = headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(bytes, { status, headers: given });
}

function errorOf({ reason, stack }: { readonly reason: string; readonly stack: string }): Error {
  const error = new Error(reason);
  error.stack = stack;
  return error;
}
