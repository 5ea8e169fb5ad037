import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Host } from "../../../disk/host.ts";
import type { LeaseTimes } from "../../port/leader-store.ts";
import { StoreError } from "../../port/store-error.ts";
import {
  createLease,
  leaseMark,
  leasePath,
  readLease,
  removeLease,
  renewLease,
  replaceLease,
  type WrittenLease,
} from "./lease-file.ts";

/** The usual times: several heartbeats may be lost, or kept back by a file system's cache, before one is missed. */
export const usualLeaseTimes: LeaseTimes = { beatMs: 5_000, staleMs: 60_000 };

/** What it takes to hold a lease. */
export interface LeaseOptions {
  readonly host: Host;
  readonly times: LeaseTimes;
  /** Whether the store is where another machine may have it open; then a lease of this machine's last start may be a clone's. */
  readonly isShared: boolean;
  /** Milliseconds of a clock that nobody sets. */
  readonly steady: () => number;
  readonly signal: AbortSignal;
  /** Called when another machine's lease is watched, before the daemon goes on or is refused. */
  readonly onWatch: (lease: WrittenLease) => void;
}

/**
 * Makes sure that one daemon has a store, where the operating system's locks do not show it: on a network file
 * system they hold on one machine only. Who has it says so in a file beside the store, again and again.
 * Whether a heartbeat is old is never judged by a clock, of which two machines have two, but by watching
 * whether the next one comes.
 */
export class DaemonLease {
  readonly #path: string;
  readonly #options: LeaseOptions;
  #lease: WrittenLease;
  #mark: string | null;
  #renewedAt: number;
  #lostTo: WrittenLease | null = null;

  private constructor(path: string, options: LeaseOptions, lease: WrittenLease) {
    this.#path = path;
    this.#options = options;
    this.#lease = lease;
    this.#mark = leaseMark(path);
    this.#renewedAt = options.steady();
  }

  /**
   * Takes the lease on a store; null when stopped meanwhile. Rejects with a `StoreError`: `locked` when
   * the daemon of another machine has it, `full` or `readonly` when it cannot be written.
   */
  static async take(storePath: string, options: LeaseOptions): Promise<DaemonLease | null> {
    try {
      return await DaemonLease.#take(storePath, options);
    } catch (error) {
      if (options.signal.aborted) return null;
      throw error instanceof StoreError ? error : unwritable(storePath, error);
    }
  }

  static async #take(storePath: string, options: LeaseOptions): Promise<DaemonLease> {
    const path = leasePath(storePath);
    const { host, times } = options;
    const own: WrittenLease = { host, pid: process.pid, token: randomUUID(), beat: 0 };
    let watched: WrittenLease | null = null;
    while (!createLease(path, own)) {
      const found = readLease(path);
      if (found === null && leaseMark(path) === null) continue;
      if (found !== null && found.token === watched?.token && found.beat !== watched.beat)
        throw takenElsewhere(storePath, found);
      if (found !== null && !isDead(found, options)) {
        if (watched === null) options.onWatch(found);
        watched = found;
        if (!(await isSilent(path, found, options))) continue;
      }
      replaceLease(path, own);
      // Two may have seen it silent: the one whose lease is there in the end has it.
      if (watched !== null) await delay(times.beatMs, undefined, { signal: options.signal });
      break;
    }
    const found = readLease(path);
    if (found !== null && found.token !== own.token) throw takenElsewhere(storePath, found);
    return new DaemonLease(path, options, own);
  }

  /**
   * Throws a `StoreError` when another daemon has taken the store over, or when this one could not say for so
   * long that it lives that another may do so. To be asked before anything is taken or sent.
   */
  check(): void {
    if (this.#lostTo !== null) throw lost(this.#path, this.#lostTo);
    const isOwn = this.#mark !== null && leaseMark(this.#path) === this.#mark;
    const { steady, times } = this.#options;
    if (isOwn && steady() - this.#renewedAt < times.staleMs / 2) return;
    this.#renew();
  }

  /** Says again and again that this daemon lives, until the signal is aborted. Rejects when the lease is lost. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(this.#options.times.beatMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        this.#renew();
      } catch (error) {
        if (error instanceof StoreError && error.code === "lost") throw error;
        // The next heartbeat tries again; `check` says so when that takes too long.
      }
    }
  }

  /** Lets go, so that the next daemon, wherever it runs, need not watch. */
  release(): void {
    try {
      if (readLease(this.#path)?.token === this.#lease.token) removeLease(this.#path);
    } catch {
      // The next daemon watches it for a while.
    }
  }

  #renew(): void {
    const next = { ...this.#lease, beat: this.#lease.beat + 1 };
    try {
      const found = readLease(this.#path);
      if (found === null && createLease(this.#path, next)) this.#renewed(next);
      else if (found !== null && found.token !== next.token) this.#lostTo = found;
      else {
        renewLease(this.#path, next);
        this.#renewed(next);
      }
    } catch (error) {
      const { steady, times } = this.#options;
      if (steady() - this.#renewedAt < times.staleMs / 2) return;
      const why = error instanceof Error ? error.message : String(error);
      throw new StoreError(
        "failed",
        `The heartbeat ${this.#path} cannot be written: ${why}. Nothing is taken or sent until it can, since the daemon of another machine may take the store over.`,
        { cause: error },
      );
    }
    if (this.#lostTo !== null) throw lost(this.#path, this.#lostTo);
  }

  #renewed(lease: WrittenLease): void {
    this.#lease = lease;
    this.#mark = leaseMark(this.#path);
    this.#renewedAt = this.#options.steady();
  }
}

/** This program has this machine's own lock: who had it on this machine is gone. */
function isDead({ host: its }: WrittenLease, { host, isShared }: LeaseOptions): boolean {
  if (its.id !== host.id) return false;
  return its.boot === host.boot || !isShared;
}

/** Watches a lease for as long as it takes; false as soon as it changes or goes. */
async function isSilent(
  path: string,
  found: WrittenLease,
  { times, steady, signal }: LeaseOptions,
): Promise<boolean> {
  const began = steady();
  while (steady() - began < times.staleMs) {
    await delay(times.beatMs / 2, undefined, { signal });
    const now = readLease(path);
    if (now?.token !== found.token || now.beat !== found.beat) return false;
  }
  return true;
}

function takenElsewhere(storePath: string, { host, pid }: WrittenLease): StoreError {
  return new StoreError(
    "locked",
    `The daemon on ${host.name} (process id ${pid}) runs on the store ${storePath}. Stop it first, or give this one a store of its own.`,
  );
}

function unwritable(storePath: string, cause: unknown): StoreError {
  const isFull = cause instanceof Error && "code" in cause && cause.code === "ENOSPC";
  const why = cause instanceof Error ? cause.message : String(cause);
  const hint = isFull
    ? "The disk is full: make room, then start the daemon again."
    : "Let this user read and write it and its folder.";
  return new StoreError(
    isFull ? "full" : "readonly",
    `The lease ${leasePath(storePath)} cannot be written: ${why}. ${hint}`,
    { cause },
  );
}

function lost(path: string, { host, pid }: WrittenLease): StoreError {
  return new StoreError(
    "lost",
    `The daemon on ${host.name} (process id ${pid}) has taken the store over, since no heartbeat of this one came for too long (${path}): was this machine suspended or cut off? This daemon stops, and takes and sends nothing more; make sure that only one is started.`,
  );
}
