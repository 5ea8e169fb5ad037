import type { Clock } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext } from "../runtime/loop.ts";
import type { Store } from "../store/port/store.ts";
import type { StuckCause } from "../store/stuck/stuck-causes.ts";

/** How often to look at what is stuck, in milliseconds. */
const everyMs = 10_000;

/** After a look it rests for so many times as long as that took: with very much stuck a look takes seconds. */
const restFactor = 50;

/** What is stuck, and when that was looked at. */
export interface CountedCauses {
  readonly causes: readonly StuckCause[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What looking at what is stuck works with. */
export interface CauseWatchContext extends Pick<LoopContext, "turns"> {
  readonly store: Pick<Store, "stuck">;
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks at what is stuck now and then, for all who want to know. */
export class CauseWatch {
  readonly #context: CauseWatchContext;
  readonly #told: (() => void)[] = [];
  #last: CountedCauses | null = null;

  constructor(context: CauseWatchContext) {
    this.#context = context;
  }

  /** What was stuck at the last look; null before the first. */
  get last(): CountedCauses | null {
    return this.#last;
  }

  /** Calls back after each look. */
  onLook(told: () => void): void {
    this.#told.push(told);
  }

  /** Looks until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#context;
    const round = async () => {
      const began = clock.steady();
      await this.look();
      const rest = Math.max(everyMs, restFactor * (clock.steady() - began));
      return { inMs: rest, notBeforeMs: rest };
    };
    const task = { name: "counting what is stuck", everyMs, round };
    await new Loop(task, this.#context).run(signal);
  }

  /** Looks once. */
  async look(): Promise<CountedCauses> {
    const causes = await this.#context.store.stuck.causes();
    this.#last = { causes, at: this.#context.clock.wall() };
    for (const told of this.#told) told();
    return this.#last;
  }
}
