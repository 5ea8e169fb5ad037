import { setTimeout } from "node:timers/promises";
import { clockBehind, sayClockBehind } from "../core/clock-behind.ts";
import type { Store } from "../core/store.ts";
import type { Clock } from "../intake/clock.ts";
import type { IntakeLog } from "../intake/context.ts";

/** How often to look, in milliseconds. */
const everyMs = 10_000;

/** Says in the log that the clock shows an earlier moment than was recorded, once, and when it no longer does. */
export class ClockWatch {
  readonly #store: Pick<Store, "lastRecordedAt">;
  readonly #clock: Pick<Clock, "wall">;
  readonly #log: IntakeLog;
  #isBehind = false;

  constructor(store: Pick<Store, "lastRecordedAt">, clock: Pick<Clock, "wall">, log: IntakeLog) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** Looks now and then until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      await setTimeout(everyMs, undefined, { signal }).catch(() => {});
    }
  }

  /** Looks once. A store that cannot be read is told by those who need it. */
  async look(): Promise<void> {
    const last = await this.#store.lastRecordedAt().catch(() => null);
    if (last === null) return;
    const behindMs = clockBehind(last, this.#clock.wall());
    if (behindMs !== null && !this.#isBehind) {
      const reason = sayClockBehind(last, behindMs, (at) => new Date(at).toISOString());
      this.#log.warn({ event: "clock-behind", behindMs, reason }, reason);
    }
    if (behindMs === null && this.#isBehind)
      this.#log.info({ event: "clock-right" }, "the clock has passed the last recorded moment");
    this.#isBehind = behindMs !== null;
  }
}
