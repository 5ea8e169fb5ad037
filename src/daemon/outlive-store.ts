import { setTimeout as delay } from "node:timers/promises";
import { backOff } from "../runtime/back-off.ts";
import type { Log } from "../runtime/log.ts";
import { logFailure } from "../runtime/log-failure.ts";
import { isStoreAway } from "../store/port/store-error.ts";
import type { DaemonOptions } from "./daemon-options.ts";

type OnReady = NonNullable<DaemonOptions["onReady"]>;

/**
 * Has a daemon outlive its store. Stages wait automatically while it is away; what they cannot wait for, as when new
 * settings have it opened anew, is begun again once it answers. One that was never ready has not started, and ends.
 */
export class OutliveStore {
  readonly #log: Log;
  readonly #signal: AbortSignal;
  readonly #wait = backOff();
  #wasReady = false;

  constructor({ log, signal }: Pick<DaemonOptions, "log" | "signal">) {
    this.#log = log;
    this.#signal = signal;
  }

  /** Runs it until it ends for another reason than that the store is away. */
  async run(
    daemon: (onReady: OnReady) => Promise<void>,
    onReady: OnReady = () => {},
  ): Promise<void> {
    const ready: OnReady = (...told) => {
      this.#wasReady = true;
      this.#wait.worked();
      onReady(...told);
    };
    while (!(await this.#ends(() => daemon(ready))))
      await delay(this.#wait.failed(), undefined, { signal: this.#signal }).catch(() => {});
  }

  async #ends(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (!this.#wasReady || !isStoreAway(error)) throw error;
      const stage = "the daemon";
      logFailure(this.#log, error, `${stage} waits`, { event: "stage-failing", stage });
      return this.#signal.aborted;
    }
  }
}
