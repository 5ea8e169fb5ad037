import type { CountedCauses } from "../app/metrics/gather.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext } from "../runtime/loop.ts";
import type { Store } from "../store/port/store.ts";

/** How often to look at what is stuck, in milliseconds. */
const everyMs = 15_000;

/** After a look it rests for so many times as long as that took: with very much stuck a look takes seconds. */
const restFactor = 50;

/** What looking at what is stuck works with. */
export interface CauseWatchContext extends Pick<LoopContext, "turns"> {
  readonly store: Pick<Store, "stuck">;
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks at what is stuck now and then, for all who want to know. */
export class CauseWatch {
  readonly #context: CauseWatchContext;
  #last: CountedCauses | null = null;

  constructor(context: CauseWatchContext) {
    this.#context = context;
  }

  /** What was stuck at the last look; null before the first. */
  get last(): CountedCauses | null {
    return this.#last;
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
    return this.#last;
  }
}
