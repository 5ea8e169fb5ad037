import type { Clock } from "./clock.ts";
import { FailureWait } from "./failure-wait.ts";
import type { Log } from "./log.ts";
import { logFailure } from "./log-failure.ts";
import { machineTimer, type Timer } from "./timer.ts";
import type { LoopTurns, TurnWatch } from "./turn-watch.ts";

/**
 * When the next round comes. `"more"`: at once, since there is more to do. Null: when the loop is woken, at
 * the latest after its usual wait. Otherwise in `inMs` milliseconds at the latest, sooner when it is woken,
 * but not before `notBeforeMs` have passed. Without `notBeforeMs` a moment that is past or very near is
 * waited for a little all the same, so that one that stays past does not keep the loop awake.
 */
export type NextRound =
  | "more"
  | { readonly inMs: number; readonly notBeforeMs?: number | undefined }
  | null;

/** What a round is given. */
export interface RoundContext {
  /** Aborted when the loop is to stop: a long round ends early then. */
  readonly signal: AbortSignal;
  /** A person asked for this round: what waits for another try is tried now. */
  readonly isRetryNow: boolean;
}

/** One thing that is done again and again. */
export interface LoopTask {
  /** For the log, e.g. `building`. */
  readonly name: string;
  /** The longest wait between two rounds, in milliseconds: a net for what nobody signalled. */
  readonly everyMs: number;
  /** Does what there is to do. Rejects when it cannot: it is tried again after a growing wait. */
  round(context: RoundContext): Promise<NextRound>;
  /** From so many wake-ups on, rounds keep a distance of `gapMs`, so that what comes in masses shares one. */
  readonly gather?: { readonly from: number; readonly gapMs: number };
  /** One more round is done after it is asked to stop, for what came before that. */
  readonly hasLastRound?: boolean;
  /** Whether an error is none that passes: then the loop ends, and `run` rejects with it. */
  readonly endsOn?: (error: unknown) => boolean;
}

/** What a loop lives by. */
export interface LoopContext {
  /** Its wall clock, set to another moment, wakes the loop: what it waits for may be due. */
  readonly clock: Pick<Clock, "steady" | "onSet">;
  readonly log: Log;
  /** This machine's when absent. */
  readonly timer?: Timer;
  /** Who watches that the loop turns; nobody when absent. */
  readonly turns?: TurnWatch;
}

/** A moment that is past or nearer than this is waited for so long, in milliseconds. */
const leastGapMs = 50;

/**
 * Does rounds of one task, one after the other, until it is stopped: each as soon as it is woken or its
 * moment has come. Wake-ups that come during a round are one more round, however many they are. After an
 * error it waits, longer with each one in a row, whatever wakes it; the error is logged once.
 */
export class Loop {
  readonly #task: LoopTask;
  readonly #clock: LoopContext["clock"];
  readonly #log: Log;
  readonly #wakeUp: WakeUp;
  readonly #failure = new FailureWait();
  readonly #watch: TurnWatch | undefined;
  #turns: LoopTurns | undefined;
  #runs = false;
  #isRetryNow = false;
  /** Wake-ups since the last round began. */
  #woken = 0;
  #beganAt = Number.NEGATIVE_INFINITY;

  constructor(task: LoopTask, { clock, log, timer, turns }: LoopContext) {
    this.#task = task;
    this.#watch = turns;
    this.#clock = clock;
    this.#log = log;
    this.#wakeUp = wakeUp(timer);
  }

  /** There is something to do, for so many reasons. */
  readonly wake = (times = 1): void => {
    this.#woken += times;
    this.#wakeUp.ring();
  };

  /** A person wants a round now, whatever it waits for. */
  readonly retryNow = (): void => {
    this.#isRetryNow = true;
    this.wake();
  };

  /** Why it waits after an error; null when it does not. */
  get trouble(): string | null {
    return this.#failure.reason;
  }

  /** Resolves when the signal is aborted and the round that was under way is over. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#runs) throw new Error(`The loop "${this.#task.name}" runs already.`);
    this.#runs = true;
    const stop = () => this.#wakeUp.ring();
    signal.addEventListener("abort", stop);
    const unheard = this.#clock.onSet?.(() => this.wake());
    this.#turns = this.#watch?.watch(this.#task.name);
    try {
      while (!signal.aborted) {
        const next = await this.#round(signal);
        if (next !== "more") await this.#rest(next, signal);
      }
      if (this.#task.hasLastRound === true) await this.#round(signal);
    } finally {
      this.#turns?.ended();
      unheard?.();
      signal.removeEventListener("abort", stop);
      this.#runs = false;
    }
  }

  async #round(signal: AbortSignal): Promise<NextRound> {
    const { name: stage, endsOn } = this.#task;
    const isRetryNow = this.#isRetryNow;
    this.#isRetryNow = false;
    this.#woken = 0;
    this.#beganAt = this.#clock.steady();
    this.#turns?.began();
    try {
      const next = await this.#task.round({ signal, isRetryNow });
      if (this.#failure.end())
        this.#log.info({ event: "stage-resumed", stage }, `${stage} goes on`);
      return next;
    } catch (error) {
      if (endsOn?.(error) === true) throw error;
      const now = this.#clock.steady();
      if (this.#failure.begin(error, now))
        logFailure(this.#log, error, `${stage} waits`, { event: "stage-failing", stage });
      const inMs = this.#failure.until - now;
      return { inMs, notBeforeMs: inMs };
    }
  }

  async #rest(next: Exclude<NextRound, "more">, signal: AbortSignal): Promise<void> {
    const { everyMs, gather } = this.#task;
    const now = this.#clock.steady();
    const notBeforeMs = next?.notBeforeMs ?? 0;
    const inMs = Math.max(next?.notBeforeMs ?? leastGapMs, next?.inMs ?? everyMs);
    const earliest = () => {
      const isMany = gather !== undefined && this.#woken >= gather.from;
      return Math.max(now + notBeforeMs, isMany ? this.#beganAt + gather.gapMs : 0);
    };
    this.#turns?.rests(Math.max(everyMs, notBeforeMs, gather?.gapMs ?? 0));
    await this.#wakeUp.sleep(Math.min(everyMs, inMs));
    while (!signal.aborted && !this.#isRetryNow && this.#clock.steady() < earliest())
      await this.#wakeUp.sleep(earliest() - this.#clock.steady());
  }
}

/** A sleep that can be cut short. */
export interface WakeUp {
  /** Ends the present sleep, or the next one before it begins. */
  ring(): void;
  /** Resolves after `ms`, or as soon as it rings. True when it rang. */
  sleep(ms: number): Promise<boolean>;
}

/** Rings that come while nobody sleeps are kept: one, however many there were. */
export function wakeUp(timer: Timer = machineTimer): WakeUp {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rang = true;
      wake?.();
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          cancel();
          wake = null;
          resolve(rang);
          rang = false;
        };
        const cancel = timer(ms, end);
        wake = end;
        if (rang) end();
      }),
  };
}
