import type { Clock } from "../../runtime/clock.ts";
import type { NextRound } from "../../runtime/loop.ts";

/** Rings and changes within this time share one look. */
const leastGapMs = 25;

/** Moments when there is more to do, on the steady clock; null for one that is not known. */
export type Moments = readonly (number | null)[];

/** When looks at an inbox come; all times in milliseconds on the steady clock. */
export class LookSchedule {
  readonly #pollMs: number;
  readonly #clock: Pick<Clock, "steady">;
  #began = 0;
  #lasted = 0;

  constructor(pollMs: number, clock: Pick<Clock, "steady">) {
    this.#pollMs = pollMs;
    this.#clock = clock;
  }

  /** A look that began then has ended. A folder of many entries takes long: it is looked at less often. */
  looked(began: number): void {
    this.#began = began;
    this.#lasted = this.#clock.steady() - began;
  }

  /**
   * When the next look comes: after the poll, earlier when something wakes the intake or one of the moments
   * is due. `roundBegan` is when the round began that gave the moments: one that was due by then has had its
   * turn, and nothing may keep the loop awake that a round does not deal with.
   */
  next(moments: Moments, roundBegan: number): NextRound {
    const now = this.#clock.steady();
    const due = moments.filter((moment) => moment !== null).filter((at) => at > roundBegan);
    const nextAt = Math.min(this.#began + this.#pollMs, ...due);
    const earliest = this.#began + Math.max(leastGapMs, 3 * this.#lasted);
    return { inMs: nextAt - now, notBeforeMs: Math.max(0, earliest - now) };
  }

  /** Whether so much time went into taking files that it is time to look again. */
  isOverdue(): boolean {
    const spent = this.#clock.steady() - this.#began;
    return spent > Math.max(this.#pollMs, 5 * this.#lasted);
  }
}
