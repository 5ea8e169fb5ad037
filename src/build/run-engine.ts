import { setTimeout as delay, setImmediate } from "node:timers/promises";
import { buildFailedTitle } from "../core/stuck/cause.ts";
import type { Remedy } from "../core/stuck/remedy.ts";
import type { Clock } from "../runtime/clock.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import { sayDefinitionThrew } from "../runtime/error-stack.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext } from "../runtime/loop.ts";
import type { Signals } from "../runtime/signals.ts";
import type { StageProgress } from "../runtime/stage-progress.ts";
import type { Store } from "../store/port/store.ts";
import {
  type AfterBuild,
  buildPending,
  type Definitions,
  type OnBuildFailed,
} from "./build-pending.ts";
import { fireDueDeadlines } from "./deadline-clock.ts";
import { type Expectations, watchExpected } from "./watch-expected.ts";

/** What the engine works with. */
export interface EngineContext extends Pick<LoopContext, "turns"> {
  readonly store: Store;
  readonly definitions: Definitions;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStep: OnCrashPoint;
  /** Whether files are being taken in at this moment: building then takes second place. */
  readonly isIntakeBusy: () => boolean;
  /** Building waits for `appended`, and tells of `planned`. */
  readonly signals: Signals;
  readonly expectations: Expectations;
  readonly progress?: StageProgress;
}

/** How often each stage looks when nothing wakes it, in milliseconds. */
const pollMs = 2_000;

/** While files are taken in, building pauses for so many times as long as it worked. */
const restFactor = 9;

/** The longest such pause, in milliseconds. */
const longestRestMs = 2_000;

/** How often to look meanwhile whether files are still taken in, in milliseconds. */
const busyAgainMs = 20;

/** What follows from events: builds, deadlines. */
export class Engine {
  readonly #loops: readonly Loop[];

  constructor(context: EngineContext) {
    const { signals } = context;
    const onFailed = sayingOnce(context.log);
    const building = new Loop(
      {
        name: "building",
        everyMs: pollMs,
        round: async ({ signal }) => {
          const rest = resting(context, signal);
          const { store, definitions, progress } = context;
          await buildPending(store, definitions, rest, onFailed, progress?.built);
          context.onStep("built");
          deadlines.wake();
          return null;
        },
      },
      context,
    );
    const expected = new Loop(
      {
        name: "watching what is expected",
        everyMs: 30_000,
        round: async () => {
          const now = context.clock.wall();
          const { overdue, nextAt } = await watchExpected(context.store, context.expectations, now);
          for (const reason of overdue)
            context.log.warn({ event: "overdue", reason, remedies: listStuck }, reason);
          return nextAt === null ? null : { inMs: nextAt - now };
        },
      },
      context,
    );
    const deadlines = new Loop(
      {
        name: "watching deadlines",
        everyMs: 60_000,
        round: async () => {
          const now = context.clock.wall();
          const { events, nextAt } = await fireDueDeadlines(context.store, now);
          if (events > 0) signals.publish("appended", { events });
          // One that has passed and could not be fired waits for a build, which wakes us.
          return nextAt === null ? null : { inMs: nextAt - now };
        },
      },
      context,
    );
    this.#loops = [building, deadlines, expected];
    signals.subscribe("appended", () => building.wake());
  }

  /** Runs until the signal is aborted. What is left undone is done after the next start. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.run(signal)));
  }
}

const listStuck: readonly Remedy[] = [{ remedy: "list-stuck" }];

/** Says that processes cannot be built, once for each cause until the next start: many may fail alike. */
function sayingOnce(log: Log): OnBuildFailed {
  const said = new Set<string>();
  return ({ task: { type, key }, definitionVersion, error }) => {
    const title = buildFailedTitle(type, error);
    if (said.has(title)) return;
    said.add(title);
    const why = definitionVersion === 0 ? error : sayDefinitionThrew(type, error);
    const message = `process ${type}/${key} cannot be built: ${why}`;
    log.warn({ event: "build-failed", type, key, reason: why, remedies: listStuck }, message);
  };
}

/**
 * Tells at once of what was planned, and lets others have a turn: a longer one while files are taken in, and no
 * longer than they are.
 */
function resting({ clock, isIntakeBusy, signals }: EngineContext, signal: AbortSignal): AfterBuild {
  let worked = clock.steady();
  return async (planned) => {
    if (planned > 0) signals.publish("planned", { actions: planned });
    const ended = clock.steady();
    const until = ended + Math.min((ended - worked) * restFactor, longestRestMs);
    await setImmediate();
    while (!signal.aborted && isIntakeBusy() && clock.steady() < until)
      await delay(Math.min(busyAgainMs, until - clock.steady()));
    worked = clock.steady();
    return !signal.aborted;
  };
}
