import type { Clock } from "../../runtime/clock.ts";
import { type WakeUp, wakeUp } from "../../runtime/wake-up.ts";

/** Rings and changes within this time share one look. */
const leastGapMs = 25;

/** When looks at an inbox come; all times in milliseconds on the steady clock. */
export class LookSchedule {
  readonly #pollMs: number;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #wakeUp: WakeUp = wakeUp();
  #began = 0;
  #lasted = 0;

  constructor(pollMs: number, clock: Clock, signal: AbortSignal) {
    this.#pollMs = pollMs;
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener("abort", this.ring, { once: true });
  }

  /** Something happened in the inbox: the next look comes soon. */
  readonly ring = (): void => this.#wakeUp.ring();

  /** A look that began then has ended. A folder of many entries takes long: it is looked at less often. */
  looked(began: number): void {
    this.#began = began;
    this.#lasted = this.#clock.steady() - began;
  }

  /**
   * Sleeps until the next look: after the poll, earlier when it rings or one of the moments is due, at
   * once when told to stop. `roundBegan` is when the round began that gave the moments: one that was due
   * by then has had its turn, and nothing may keep the loop awake that a round does not deal with.
   */
  async sleep(moments: readonly (number | null)[], roundBegan: number): Promise<void> {
    const due = moments.filter((moment) => moment !== null).filter((at) => at > roundBegan);
    const nextAt = Math.min(this.#began + this.#pollMs, ...due);
    await this.#wakeUp.sleep(nextAt - this.#clock.steady());
    const earliest = this.#began + Math.max(leastGapMs, 3 * this.#lasted);
    while (!this.#signal.aborted && this.#clock.steady() < earliest)
      await this.#wakeUp.sleep(earliest - this.#clock.steady());
  }

  /** Whether so much time went into taking files that it is time to look again. */
  isOverdue(): boolean {
    const spent = this.#clock.steady() - this.#began;
    return spent > Math.max(this.#pollMs, 5 * this.#lasted);
  }
}
