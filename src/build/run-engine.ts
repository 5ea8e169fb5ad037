import { setTimeout as delay } from "node:timers/promises";
import { buildFailedTitle } from "../core/stuck/cause.ts";
import type { Clock } from "../runtime/clock.ts";
import { sayDefinitionThrew } from "../runtime/error-stack.ts";
import type { Log } from "../runtime/log.ts";
import { StageLoop } from "../runtime/stage-loop.ts";
import type { OnStep } from "../runtime/step.ts";
import type { Store } from "../store/port/store.ts";
import { buildPending, type Definitions, type OnBuildFailed } from "./build-pending.ts";
import { fireDueDeadlines } from "./deadline-clock.ts";
import { type Expectations, watchExpected } from "./watch-expected.ts";

/** What the engine works with. */
export interface EngineContext {
  readonly store: Store;
  readonly definitions: Definitions;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStep: OnStep;
  /** Whether files are being taken in at this moment: building then takes second place. */
  readonly isIntakeBusy: () => boolean;
  /** Actions were planned. */
  readonly onPlanned: () => void;
  readonly expectations: Expectations;
}

/** How often each stage looks when nothing wakes it, in milliseconds. */
const pollMs = 2_000;

/** While files are taken in, building pauses for so many times as long as it worked. */
const restFactor = 9;

/** The longest such pause, in milliseconds. */
const longestRestMs = 2_000;

/** What follows from events: builds, deadlines. A stage wakes the next one. */
export class Engine {
  readonly #expected: StageLoop;
  readonly #building: StageLoop;
  readonly #deadlines: StageLoop;

  constructor(context: EngineContext) {
    const onFailed = sayingOnce(context.log);
    this.#building = new StageLoop(
      {
        name: "building",
        pollMs,
        work: async (signal) => {
          const rest = resting(context, signal);
          const planned = await buildPending(context.store, context.definitions, rest, onFailed);
          if (planned > 0) context.onPlanned();
          context.onStep("built");
          this.#deadlines.wake();
          return null;
        },
      },
      context,
    );
    this.#expected = new StageLoop(
      {
        name: "watching what is expected",
        pollMs: 30_000,
        work: async () => {
          const now = context.clock.wall();
          const { overdue, nextAt } = await watchExpected(context.store, context.expectations, now);
          for (const reason of overdue)
            context.log.warn({ event: "overdue", reason }, `${reason}: busbar stuck`);
          return nextAt === null ? null : Math.max(0, nextAt - now);
        },
      },
      context,
    );
    this.#deadlines = new StageLoop(
      {
        name: "watching deadlines",
        pollMs: 60_000,
        work: async () => {
          const now = context.clock.wall();
          const { events, nextAt } = await fireDueDeadlines(context.store, now);
          if (events > 0) this.#building.wake();
          // One that has passed and could not be fired waits for a build, which wakes us.
          return nextAt === null ? null : nextAt - now;
        },
      },
      context,
    );
  }

  /** There are new events. */
  readonly wake = (): void => this.#building.wake();

  /** Runs until the signal is aborted. What is left undone is done after the next start. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#building.run(signal),
      this.#deadlines.run(signal),
      this.#expected.run(signal),
    ]);
  }
}

/** Says that processes cannot be built, once for each cause until the next start: many may fail alike. */
function sayingOnce(log: Log): OnBuildFailed {
  const said = new Set<string>();
  return ({ task: { type, key }, definitionVersion, error }) => {
    const title = buildFailedTitle(type, error);
    if (said.has(title)) return;
    said.add(title);
    const why = definitionVersion === 0 ? error : sayDefinitionThrew(type, error);
    const message = `process ${type}/${key} cannot be built: ${why}; all like it: busbar stuck`;
    log.warn({ event: "build-failed", type, key, reason: why }, message);
  };
}

/** Lets others have a turn, a longer one while files are taken in. */
function resting(
  { clock, isIntakeBusy }: EngineContext,
  signal: AbortSignal,
): () => Promise<boolean> {
  let worked = clock.steady();
  return async () => {
    const tookMs = clock.steady() - worked;
    const restMs = isIntakeBusy() ? Math.min(tookMs * restFactor, longestRestMs) : 0;
    await delay(restMs);
    worked = clock.steady();
    return !signal.aborted;
  };
}
