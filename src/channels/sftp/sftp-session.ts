import type { SftpServer } from "../../config/channel/sftp-server.ts";
import { afterFailure, type BreakerState, closedBreaker } from "./breaker.ts";
import { connect } from "./login/connect.ts";
import type { ServerInfo } from "./server-info.ts";
import { isOfLink, SftpError } from "./sftp-error.ts";
import type { SftpLink } from "./sftp-link.ts";
import { Turns } from "./turns.ts";

/** What a session takes from its surroundings; tests bring their own. */
export interface SessionParts {
  readonly connect?: (server: SftpServer, givenUp: AbortSignal) => Promise<SftpLink>;
  /** Milliseconds since some start; never jumps. */
  readonly steady?: () => number;
  /** From 0 to 1. */
  readonly chance?: () => number;
}

/** Logins at once, of all sessions: a server drops those that come too many at a time (MaxStartups). */
const loginsAtOnce = new Turns(4);

/** What a server has not answered so long after a daemon was asked to stop is given up, in milliseconds. */
const stopMs = 3_000;

/**
 * A server as one user of it sees it: one connection, made when it is first needed, used by all, and
 * made anew when it broke. When the server fails, a breaker keeps from asking it again before its
 * time has come, so that a dead server costs nothing and is not hammered.
 */
export class SftpSession {
  readonly server: SftpServer;
  readonly #connect: (server: SftpServer, givenUp: AbortSignal) => Promise<SftpLink>;
  readonly #steady: () => number;
  readonly #chance: () => number;
  #link: SftpLink | null = null;
  #connecting: Promise<SftpLink> | null = null;
  #breaker: BreakerState = closedBreaker;
  #problem: SftpError | null = null;
  #card: ServerInfo | null = null;
  #ended = false;
  /** The server once gave a handle that was still in use. */
  #isOneByOne = false;
  /** What ends the session when it is aborted. */
  #stop: AbortSignal | null = null;
  readonly #givenUp = new AbortController();

  constructor(server: SftpServer, parts: SessionParts = {}) {
    this.server = server;
    this.#connect = parts.connect ?? ((at, givenUp) => connect(at, process.env, givenUp));
    this.#steady = parts.steady ?? (() => performance.now());
    this.#chance = parts.chance ?? Math.random;
  }

  /** What went wrong with the server last; null when all is well. */
  get problem(): SftpError | null {
    return this.#problem;
  }

  /** What the server showed of itself when we last got in; null before. */
  get card(): ServerInfo | null {
    return this.#card;
  }

  /** When the server may be asked again, on the steady clock; 0 when at any time. */
  get retryAt(): number {
    return this.#breaker.until;
  }

  /** Failures in a row. */
  get failures(): number {
    return this.#breaker.failures;
  }

  /** Whether there is a connection now. */
  get isConnected(): boolean {
    return this.#link !== null;
  }

  /**
   * The connection; made if there is none. Rejects with `SftpError`, at once while the breaker holds.
   * Ask for it before each piece of work: the one before may have broken.
   */
  async link(): Promise<SftpLink> {
    this.#givenUp.signal.throwIfAborted();
    if (this.#link !== null) return this.#link;
    if (this.#problem !== null && this.#steady() < this.#breaker.until) throw this.#problem;
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  /** Work that reached its end: the server is well, and the next failure waits the first time again. */
  worked(): void {
    this.#breaker = closedBreaker;
    this.#problem = null;
  }

  /** Tries again now, whatever the breaker says: a person asked. */
  resetBackoff(): void {
    this.#breaker = { ...this.#breaker, until: 0 };
  }

  /**
   * Soon after the signal is aborted, what the server has not answered is given up, and it is asked no more: a
   * daemon that stops waits for no server that is dead. What was in flight is found again as after a break.
   */
  stopWith(signal: AbortSignal, afterMs = stopMs): void {
    if (this.#stop === signal) return;
    this.#stop = signal;
    const soon = () => void setTimeout(() => this.#giveUp(), afterMs).unref();
    if (signal.aborted) soon();
    else signal.addEventListener("abort", soon, { once: true });
  }

  #giveUp(): void {
    const { host, port } = this.server;
    const why = new SftpError("stopped", `Busbar was stopped before ${host}:${port} answered`);
    this.#ended = true;
    this.#givenUp.abort(why);
    this.#link?.destroy(why);
  }

  /** Takes leave of the server; the next piece of work connects again. */
  async disconnect(): Promise<void> {
    const link = this.#link;
    this.#link = null;
    await link?.end();
  }

  /** Ends the session for good. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#connecting?.catch(() => {});
    await this.disconnect();
  }

  async #open(): Promise<SftpLink> {
    try {
      const link = await loginsAtOnce.take(() => this.#connect(this.server, this.#givenUp.signal));
      if (this.#ended) {
        link.destroy();
        throw new SftpError("lost", `Busbar stopped while connecting to ${link.name}`);
      }
      this.#link = link;
      this.#card = link.card;
      if (this.#isOneByOne) link.workOneByOne();
      link.whenBroken((error) => {
        this.#isOneByOne ||= link.repeatsHandles;
        if (this.#link !== link) return;
        this.#link = null;
        this.#fail(error);
      });
      return link;
    } catch (error) {
      this.#givenUp.signal.throwIfAborted();
      if (isOfLink(error)) this.#fail(error);
      throw error;
    }
  }

  #fail(error: SftpError): void {
    this.#problem = error;
    const { reconnect } = this.server;
    this.#breaker = afterFailure(this.#breaker, reconnect, this.#steady(), this.#chance());
  }
}
