import type { Clock } from "../../runtime/clock.ts";
import type { Log } from "../../runtime/log.ts";
import { Loop } from "../../runtime/loop.ts";
import type { WorkLeaseStore } from "../../store/port/work-lease-store.ts";

/** How often the work is shared out anew, in milliseconds: how long a part is nobody's when a daemon goes. */
const everyMs = 1_000;

/** What runs until the signal is aborted. */
export type Work = (signal: AbortSignal) => Promise<void>;

/** Who says which parts of the work this daemon does. */
export interface WorkShared {
  /** Runs a part of the work whenever this daemon has it, until the signal is aborted. To be named before `run`. */
  readonly leased: (part: string, work: Work) => Work;
  /** Whether this daemon has it. */
  readonly has: (part: string) => boolean;
  /** Whether no other daemon can have a part. */
  readonly isAlone: boolean;
  readonly run: Work;
}

/** Of a store that has one daemon: it does everything. */
export const allWork: WorkShared = {
  leased: (_, work) => work,
  has: () => true,
  isAlone: true,
  run: async () => {},
};

/** A part that this daemon has; `stop` has what runs of it finished. */
interface Turn {
  readonly stop: AbortController;
}

/** Keeps the leases of one daemon beside others: begins parts that it gets, and finishes those that it is to give back. */
export class WorkKeeper implements WorkShared {
  readonly isAlone = false;
  readonly #leases: WorkLeaseStore;
  readonly #log: Log;
  readonly #loop: Loop;
  readonly #wants = new Set<string>();
  readonly #turns = new Map<string, Turn>();
  /** Who waits for a part. */
  readonly #waiting = new Map<string, () => void>();

  constructor(
    leases: WorkLeaseStore,
    { clock, log }: { readonly clock: Clock; readonly log: Log },
  ) {
    this.#leases = leases;
    this.#log = log;
    const round = async () => {
      await this.#share();
      return null;
    };
    this.#loop = new Loop({ name: "sharing the work", everyMs, round }, { clock, log });
  }

  readonly has = (part: string): boolean => this.#turns.has(part);

  readonly leased = (part: string, work: Work): Work => {
    this.#wants.add(part);
    return async (signal) => {
      for (;;) {
        const turn = await this.#turn(part, signal);
        if (turn === null) return;
        await work(AbortSignal.any([signal, turn.stop.signal]));
        // What is left at the end goes with the daemon itself, or stays with it under its new settings.
        if (signal.aborted) return;
        if (!(await this.#givesBack(part))) continue;
        this.#log.info({ event: "work-given-back", part }, `another daemon goes on with ${part}`);
      }
    };
  };

  readonly run: Work = async (signal) => {
    await this.#loop.run(signal);
  };

  async #share(): Promise<void> {
    const { mine, tooMany } = await this.#leases.share([...this.#wants]);
    for (const part of mine) {
      if (this.#turns.has(part) || tooMany.includes(part)) continue;
      this.#turns.set(part, { stop: new AbortController() });
      this.#log.info({ event: "work-taken", part }, `this daemon has ${part}`);
      this.#waiting.get(part)?.();
    }
    for (const part of tooMany) this.#turns.get(part)?.stop.abort();
  }

  /** False when it stays: the store cannot be written just now, and the lease is this daemon's still. */
  async #givesBack(part: string): Promise<boolean> {
    try {
      await this.#leases.giveBack(part);
      this.#turns.delete(part);
      return true;
    } catch {
      this.#turns.set(part, { stop: new AbortController() });
      return false;
    }
  }

  /** Waits until this daemon has a part; null when asked to stop meanwhile. */
  async #turn(part: string, signal: AbortSignal): Promise<Turn | null> {
    while (!signal.aborted) {
      const turn = this.#turns.get(part);
      if (turn !== undefined) return turn;
      await new Promise<void>((resolve) => {
        this.#waiting.set(part, resolve);
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    return null;
  }
}
