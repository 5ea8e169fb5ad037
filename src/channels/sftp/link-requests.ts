import type { Socket } from "node:net";
import type { SFTPWrapper } from "ssh2";
import { isHungUp } from "../channel-error.ts";
import type { SftpClient } from "./login/sftp-client.ts";
import { sayPacketLength } from "./packet-length.ts";
import { requestError, SftpError } from "./sftp-error.ts";

/** Called with the library's answer to a request. */
export type Done<Answer> = (error?: Error | null, answer?: Answer) => void;

/** The connection that requests are made on. */
export interface RequestParts {
  readonly client: SftpClient;
  readonly sftp: SFTPWrapper;
  readonly socket: Socket;
  /** How people know the server, e.g. `sftp.example:22`. */
  readonly name: string;
  readonly answerMs: number;
}

/** The requests under way on one connection: each has a deadline, and none outlives the connection. */
export class LinkRequests {
  readonly #name: string;
  readonly #socket: Socket;
  /** How long an answer may take. */
  readonly answerMs: number;
  readonly #waiting = new Set<(error: SftpError) => void>();
  readonly #onBroken: ((error: SftpError) => void)[] = [];
  #broken: SftpError | null = null;
  #isBundling = false;

  constructor({ client, sftp, socket, name, answerMs }: RequestParts) {
    this.#name = name;
    this.#socket = socket;
    this.answerMs = answerMs;
    const lost = (error?: Error) => this.giveUp(this.#lost(error));
    for (const source of [client, sftp]) {
      source.on("error", lost);
      source.on("close", () => lost());
      source.on("end", () => lost());
    }
  }

  /** Why nothing can be asked any more; null while it can. */
  get broken(): SftpError | null {
    return this.#broken;
  }

  /** Calls back once, when the connection breaks or ends. */
  whenBroken(callback: (error: SftpError) => void): void {
    if (this.#broken === null) this.#onBroken.push(callback);
    else callback(this.#broken);
  }

  /** Asks one thing: `send` hands it to the library. Rejects with `SftpError`. */
  ask<Answer>(what: string, send: (done: Done<Answer>) => void): Promise<Answer> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    this.#bundle();
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(giveUp);
      };
      const giveUp = (error: SftpError) => {
        settle();
        reject(error);
      };
      const timer = setTimeout(() => this.giveUp(this.#silent(what)), this.answerMs);
      this.#waiting.add(giveUp);
      send((error, answer) => {
        if (!this.#waiting.has(giveUp)) return;
        settle();
        if (error === null || error === undefined) resolve(answer as Answer);
        else reject(requestError(what, error));
      });
    });
  }

  /** What is asked in one turn of the event loop goes out in one write: half the cost of a small file. */
  #bundle(): void {
    if (this.#isBundling) return;
    this.#isBundling = true;
    this.#socket.cork();
    setImmediate(() => {
      this.#isBundling = false;
      this.#socket.uncork();
    });
  }

  /** Gives the link up: whatever is asked and not answered rejects with this. */
  giveUp(error: SftpError): void {
    if (this.#broken !== null) return;
    this.#broken = error;
    this.#socket.destroy();
    for (const giveUp of [...this.#waiting]) giveUp(error);
    for (const callback of this.#onBroken.splice(0)) callback(error);
  }

  #silent(what: string): SftpError {
    const waited = `within ${Math.round(this.answerMs / 1000)} s`;
    return new SftpError(
      "timeout",
      `${this.#name} did not answer ${waited} (${what}), so the connection was given up`,
    );
  }

  #lost(error?: Error): SftpError {
    const why = error === undefined ? "it was closed" : sayLoss(error);
    return new SftpError("lost", `the connection to ${this.#name} broke: ${why}`, { cause: error });
  }
}

function sayLoss(error: Error): string {
  if (isHungUp(error))
    return "the server closed it without a word. It, or a firewall on the way, may have restarted or ended what was idle; if it goes on, ask the partner";
  return error.message === "Keepalive timeout"
    ? "the server does not answer any more"
    : (sayPacketLength(error.message) ?? error.message);
}
