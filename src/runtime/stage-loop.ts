import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { logFailure } from "./log-failure.ts";
import { Pause } from "./pause.ts";
import { type WakeUp, wakeUp } from "./wake-up.ts";

/** One stage of the engine: what it does, and how often it looks when nothing wakes it. */
export interface Stage {
  /** For the log, e.g. `building`. */
  readonly name: string;
  /** In milliseconds: a net for what nobody told of. */
  readonly pollMs: number;
  /** Does all there is to do; gives when there is more, in milliseconds from now, if that is known. */
  work(signal: AbortSignal): Promise<number | null>;
}

/** A stage that asks for itself again sooner waits so long: a moment that stays past is not asked for without a pause. */
const leastGapMs = 50;

/**
 * Runs a stage as soon as there is something to do, until told to stop. What fails is logged once, and
 * tried again after a growing wait.
 */
export class StageLoop {
  readonly #stage: Stage;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #wakeUp: WakeUp = wakeUp();
  readonly #pause = new Pause();

  constructor(stage: Stage, { clock, log }: { readonly clock: Clock; readonly log: Log }) {
    this.#stage = stage;
    this.#clock = clock;
    this.#log = log;
  }

  /** There is something to do. */
  readonly wake = (): void => this.#wakeUp.ring();

  /** Why the stage waits; null when it does not. */
  get trouble(): string | null {
    return this.#pause.reason;
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", this.wake);
    while (!signal.aborted) {
      const nextMs = await this.#work(signal);
      if (this.#pause.reason === null) await this.#wakeUp.sleep(nextMs);
      while (
        this.#pause.reason !== null &&
        !signal.aborted &&
        this.#clock.steady() < this.#pause.until
      )
        await this.#wakeUp.sleep(this.#pause.until - this.#clock.steady());
    }
    signal.removeEventListener("abort", this.wake);
  }

  async #work(signal: AbortSignal): Promise<number> {
    const { name, pollMs } = this.#stage;
    try {
      const nextMs = await this.#stage.work(signal);
      if (this.#pause.end())
        this.#log.info({ event: "stage-resumed", stage: name }, `${name} goes on`);
      return Math.min(pollMs, Math.max(leastGapMs, nextMs ?? pollMs));
    } catch (error) {
      if (this.#pause.begin(error, this.#clock.steady()))
        logFailure(this.#log, error, `${name} paused`, { event: "stage-paused", stage: name });
      return pollMs;
    }
  }
}
