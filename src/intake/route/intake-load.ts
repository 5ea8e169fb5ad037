import type { Clock } from "../../runtime/clock.ts";
import type { Signals } from "../../runtime/signals.ts";

/** For so long after the last file was recorded, in milliseconds, intake counts as busy. */
const busyMs = 500;

/** Whether files are being taken in at this moment: what is not urgent takes second place then. */
export class IntakeLoad {
  readonly #clock: Pick<Clock, "steady">;
  #recordedAt = Number.NEGATIVE_INFINITY;

  constructor(signals: Signals, clock: Pick<Clock, "steady">) {
    this.#clock = clock;
    signals.subscribe("recorded", () => {
      this.#recordedAt = clock.steady();
    });
  }

  /** Whether files came in within the last moments. */
  readonly isBusy = (): boolean => this.#clock.steady() - this.#recordedAt < busyMs;
}
