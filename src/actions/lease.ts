import { machineClock } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { logFailure } from "../runtime/log-failure.ts";
import { Loop } from "../runtime/loop.ts";
import type { Store } from "../store/port/store.ts";

/** How long a lease is good, in milliseconds; it is renewed three times within that. */
const usualMs = 30_000;

/** The lease of the one that runs actions, kept while its program lives. */
export class ActionLease {
  readonly #store: Pick<Store, "leases">;
  readonly #log: Log;
  readonly #onLost: () => void;
  readonly #goodMs: number;
  readonly #isAlone: boolean;
  #token: number | null = null;

  /**
   * `onLost` is called when others took over what was running: it counts for nothing any more. `isAlone`: the store
   * has one daemon, so that whatever else has a lease at the first call is dead.
   */
  constructor(
    store: Pick<Store, "leases">,
    log: Log,
    onLost: () => void,
    { goodMs = usualMs, isAlone = true } = {},
  ) {
    this.#store = store;
    this.#log = log;
    this.#onLost = onLost;
    this.#goodMs = goodMs;
    this.#isAlone = isAlone;
  }

  /** Its token. */
  async token(): Promise<number> {
    if (this.#token !== null) return this.#token;
    const { token, takenOver } = await this.#store.leases.take({
      forMs: this.#goodMs,
      alone: this.#isAlone,
    });
    if (takenOver > 0)
      this.#log.info(
        { event: "actions-taken-over", actions: takenOver },
        "recovered actions that were in flight in a program that ended",
      );
    this.#token = token;
    return token;
  }

  /** Renews it until the signal is aborted. */
  async keep(signal: AbortSignal): Promise<void> {
    const keeping = new Loop(
      {
        name: "keeping the lease on actions",
        everyMs: this.#goodMs / 3,
        round: async () => {
          await this.#renew();
          return null;
        },
      },
      { clock: machineClock, log: this.#log },
    );
    await keeping.run(signal);
  }

  /** Gives it back. */
  async end(): Promise<void> {
    const token = this.#token;
    this.#token = null;
    if (token !== null) await this.#store.leases.end(token);
  }

  async #renew(): Promise<void> {
    if (this.#token === null) return;
    try {
      if (await this.#store.leases.renew({ token: this.#token, forMs: this.#goodMs })) return;
      const message = "the lease on actions ran out; what was running is begun again";
      this.#log.warn({ event: "lease-lost" }, message);
      this.#token = null;
      this.#onLost();
    } catch (error) {
      const say = "the lease on actions could not be renewed and is tried again";
      logFailure(this.#log, error, say, { event: "lease-not-renewed" });
    }
  }
}
