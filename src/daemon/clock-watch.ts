import { clockBehind, sayClockBehind } from "../core/event/clock-behind.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { Loop } from "../runtime/loop.ts";
import type { Store } from "../store/port/store.ts";

/** How often to look, in milliseconds. */
const everyMs = 10_000;

/** Says in the log that the clock shows an earlier moment than was recorded, once, and when it no longer does. */
export class ClockWatch {
  readonly #store: Pick<Store, "health">;
  readonly #clock: Clock;
  readonly #log: Log;
  #isBehind = false;

  constructor(store: Pick<Store, "health">, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** Looks now and then until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const round = async () => {
      await this.look();
      return null;
    };
    const context = { clock: this.#clock, log: this.#log };
    await new Loop({ name: "watching the clock", everyMs, round }, context).run(signal);
  }

  /** Looks once. A store that cannot be read is reported by those who need it. */
  async look(): Promise<void> {
    const last = await this.#store.health.lastRecordedAt().catch(() => null);
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
