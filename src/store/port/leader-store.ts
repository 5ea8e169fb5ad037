import type { Host } from "../../disk/host.ts";
import type { Log } from "../../runtime/log.ts";

/** How often a daemon says that it lives, and when another may take it for dead. */
export interface LeaseTimes {
  /** Between two heartbeats, in milliseconds. */
  readonly beatMs: number;
  /** Without a heartbeat for so long, in milliseconds, a lease is nobody's. */
  readonly staleMs: number;
}

/** Who is to be the daemon; this machine and the usual times when absent. */
export interface LeadOptions {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly host?: Host;
  readonly leaseTimes?: LeaseTimes;
}

/** Says that this process is the one daemon of a store. */
export interface Leadership {
  /** The daemon's number where a store may have several, and each of its writes is to say whose it is; else null. */
  readonly number: number | null;
  /**
   * Throws a `StoreError` when another daemon has taken the store over, or when this one could not say for so
   * long that it lives that another may do so. To be asked before anything is taken or sent.
   */
  check(): void;
  /** Says again and again that this daemon lives, until the signal is aborted. Rejects when the store is lost. */
  run(signal: AbortSignal): Promise<void>;
  /** Lets go, so that the next daemon need not wait. A process that dies lets go too. */
  release(): Promise<void>;
}

/** Which daemon a store has: one at any time, on whichever machine. */
export interface LeaderStore {
  /**
   * Makes this process the daemon of the store; null when asked to stop meanwhile. Rejects with a `StoreError`:
   * `locked` when another process has it, naming it if it can; `missing`, `full` or `readonly` when that
   * cannot be noted.
   */
  lead(options: LeadOptions): Promise<Leadership | null>;
  /**
   * Whether another process of this machine is the daemon, and its process id where that is known; null when
   * none is. Only to be asked by processes that are not the daemon themselves.
   */
  holder(): Promise<{ readonly pid: number | null } | null>;
  /** The machine whose daemon has or had the store, when it is another than this one; its locks are not seen here. */
  otherHost(): Promise<string | null>;
}
