import { setImmediate } from "node:timers/promises";
import type { Definitions } from "../build/build-pending.ts";
import type { ActionSettings } from "../config/action-settings.ts";
import type { Clock } from "../runtime/clock.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import type { Log } from "../runtime/log.ts";
import { logFailure } from "../runtime/log-failure.ts";
import {
  Loop,
  type LoopContext,
  type NextRound,
  type RoundContext,
  wakeUp,
} from "../runtime/loop.ts";
import { type Meter, noMeter } from "../runtime/meter.ts";
import type { Signals } from "../runtime/signals.ts";
import type {
  ActionRoom,
  ClaimedAction,
  EndedAttempt,
  TurnTaken,
} from "../store/port/actions/action-store.ts";
import type { Store } from "../store/port/store.ts";
import { StoreError } from "../store/port/store-error.ts";

import { ActionLimits } from "./action-limits.ts";
import { actionRules, queuesOf, type RuleOf } from "./action-rules.ts";
import { ActionLease } from "./lease.ts";
import type { CheckFile } from "./ready-effects.ts";
import { type AttemptContext, runAttempt, threw, whichOf } from "./run-attempt.ts";

/** What running actions works with. */
export interface ActionContext extends Pick<LoopContext, "turns"> {
  readonly store: Store;
  readonly definitions: Definitions;
  readonly settings: ActionSettings;
  readonly checkFile: CheckFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStep: OnCrashPoint;
  /** Running waits for `planned`, and tells of `appended` and `queued`. */
  readonly signals: Signals;
  /** From 0 to 1, for the jitter of retries; chance when absent. */
  readonly chance?: () => number;
  /** Whether the store has this daemon alone; it has when absent. */
  readonly isAlone?: boolean;
  /** Aborted when the daemon is asked to stop, from when on what runs has its time to end; when absent, that begins with the end of the round. */
  readonly stopping?: AbortSignal;
  /** Called with how attempts end; nobody when absent. */
  readonly meter?: Meter;
}

/** How often to look for what nobody signalled, in milliseconds: what is released by hand, say. */
const pollMs = 1_000;

/** An action that runs. */
interface Running {
  readonly action: ClaimedAction;
  readonly abort: AbortController;
  /** On the steady clock. */
  readonly beganAt: number;
}

const noRoom: ActionRoom = { inAll: 0, others: 0, queues: [] };

/**
 * Runs what is planned: many processes side by side, one action of a process at a time. What ended since
 * the last turn and what is claimed next share a commit, so that the more there is to do the less each costs.
 */
export class ActionRunner {
  readonly #context: ActionContext;
  readonly #attempts: AttemptContext;
  readonly #ruleOf: RuleOf;
  readonly #limits: ActionLimits;
  readonly #lease: ActionLease;
  readonly #loop: Loop;
  /** Rings when an action has ended. */
  readonly #oneEnded = wakeUp();
  readonly #running = new Map<number, Running>();
  #ended: EndedAttempt[] = [];
  /** When the daemon was asked to stop, on the steady clock. */
  #stopAskedAt: number | null = null;

  constructor(context: ActionContext) {
    const { store, definitions, settings, checkFile, clock, log } = context;
    this.#context = context;
    this.#ruleOf = actionRules(definitions, settings);
    this.#limits = new ActionLimits(settings.atOnce, this.#ruleOf, queuesOf(definitions));
    this.#lease = new ActionLease(store, log, () => this.#abortAll("the lease ran out"), {
      isAlone: context.isAlone ?? true,
    });
    this.#attempts = {
      store,
      definitions,
      checkFile,
      now: () => clock.wall(),
      chance: context.chance ?? Math.random,
    };
    const round = ({ signal }: RoundContext) => this.#round(signal);
    this.#loop = new Loop({ name: "running actions", everyMs: pollMs, round }, context);
    context.signals.subscribe("planned", () => this.#loop.wake());
    const asked = () => {
      this.#stopAskedAt = clock.steady();
    };
    context.stopping?.addEventListener("abort", asked, { once: true });
  }

  /** Runs until the signal is aborted and what runs has ended, or has had its time to. */
  async run(signal: AbortSignal): Promise<void> {
    const kept = new AbortController();
    const keeping = this.#lease.keep(kept.signal);
    try {
      await this.#loop.run(signal);
      await this.#finish();
    } finally {
      kept.abort();
      await keeping;
    }
  }

  /** One turn; another follows at once while more can be started or ended. */
  async #round(signal: AbortSignal): Promise<NextRound> {
    const { clock } = this.#context;
    const { nextInMs } = await this.#turn(this.#limits.room(clock.steady()));
    // What ends at once has ended after this, and others have had their turn.
    await setImmediate();
    const { inAll } = this.#limits.room(clock.steady());
    const isIdle = this.#ended.length === 0 && (nextInMs !== 0 || inAll === 0);
    if (signal.aborted || !isIdle) return "more";
    return { inMs: this.#waitMs(nextInMs), notBeforeMs: 0 };
  }

  #waitMs(nextInMs: number | null): number {
    const opens = this.#limits.opensInMs(this.#context.clock.steady());
    return Math.max(1, Math.min(pollMs, nextInMs || pollMs, opens ?? pollMs));
  }

  async #turn(room: ActionRoom): Promise<TurnTaken> {
    const { clock, onStep } = this.#context;
    const ended = this.#ended;
    this.#ended = [];
    let taken: TurnTaken;
    try {
      taken = await this.#commit(ended, room);
    } catch (error) {
      this.#ended = [...ended, ...this.#ended];
      throw error;
    }
    if (ended.length > 0) onStep("actions-ended");
    if (taken.claimed.length > 0) onStep("actions-claimed");
    for (const action of taken.claimed) this.#begin(action, clock.steady());
    return taken;
  }

  /** Commits what ended. When an effect of one cannot be recorded, that one fails and the others are done. */
  async #commit(ended: readonly EndedAttempt[], room: ActionRoom): Promise<TurnTaken> {
    const { store } = this.#context;
    const token = await this.#lease.token();
    try {
      const taken = await store.actions.claim({ token, ended, room });
      this.#tell(ended, taken);
      return taken;
    } catch (error) {
      if (error instanceof StoreError || ended.length === 0) throw error;
      const [only, ...others] = ended;
      if (only === undefined || others.length === 0)
        return await this.#commit(
          ended.map((attempt) => this.#asFailure(attempt, error)),
          room,
        );
      const half = Math.ceil(ended.length / 2);
      await this.#commit(ended.slice(0, half), noRoom);
      return await this.#commit(ended.slice(half), room);
    }
  }

  #asFailure(attempt: EndedAttempt, error: unknown): EndedAttempt {
    if (attempt.outcome !== "done") throw error;
    return threw(attempt, error, null);
  }

  #tell(ended: readonly EndedAttempt[], { events, outgoing, lost }: TurnTaken): void {
    const { log, signals } = this.#context;
    if (events > 0) signals.publish("appended", { events });
    if (outgoing > 0) signals.publish("queued", { messages: outgoing });
    for (const id of lost)
      log.warn(
        { event: "action-late", action: id },
        "ended too late: it was taken over or decided about",
      );
    for (const attempt of ended) {
      if (attempt.outcome === "done" || lost.includes(attempt.id)) continue;
      const { id: action, attempt: number, outcome, reason, retryInMs } = attempt;
      const details = { action, attempt: number, outcome, reason };
      if (retryInMs === null)
        log.warn({ event: "action-failed", ...details }, `an action failed: ${reason}`);
      else {
        const message = `an action is tried again in ${retryInMs / 1000} s: ${reason}`;
        log.info({ event: "action-retried", ...details, retryInMs }, message);
      }
    }
  }

  #begin(action: ClaimedAction, at: number): void {
    const abort = new AbortController();
    this.#limits.started(action, at);
    this.#running.set(action.id, { action, abort, beganAt: at });
    void this.#attempt(action, abort);
  }

  async #attempt(action: ClaimedAction, abort: AbortController): Promise<void> {
    const ended = await runAttempt(this.#attempts, action, this.#ruleOf(action), abort);
    // One that was given up when the daemon stopped has ended already.
    if (this.#running.get(action.id)?.abort !== abort) return;
    this.#end(action, ended);
  }

  #end(action: ClaimedAction, ended: EndedAttempt): void {
    this.#context.onStep("action-ran");
    this.#measure(action, ended);
    this.#running.delete(action.id);
    this.#limits.ended(action);
    this.#ended.push(ended);
    this.#loop.wake();
    this.#oneEnded.ring();
  }

  #measure({ id, processType: type, name: action }: ClaimedAction, ended: EndedAttempt): void {
    const { meter = noMeter, clock } = this.#context;
    const beganAt = this.#running.get(id)?.beganAt ?? clock.steady();
    meter.count("busbar_actions_total", { type, action, result: ended.outcome });
    meter.observe("busbar_action_seconds", { type, action }, (clock.steady() - beganAt) / 1_000);
  }

  /** Starts nothing more; what has not ended in time is given up, to be begun again after the next start. */
  async #finish(): Promise<void> {
    const { clock, settings, log } = this.#context;
    const until = (this.#stopAskedAt ?? clock.steady()) + settings.stopWithinMs;
    while (this.#running.size > 0 && clock.steady() < until)
      await this.#oneEnded.sleep(until - clock.steady());
    const reason = "The daemon was stopped before it ended.";
    for (const { action, abort } of [...this.#running.values()]) {
      const stopped = { outcome: "stopped", reason, error: null, retryInMs: 0 } as const;
      this.#end(action, { ...whichOf(action), ...stopped });
      abort.abort(new Error(reason));
    }
    try {
      if (this.#ended.length > 0) await this.#turn(noRoom);
      await this.#lease.end();
    } catch (error) {
      const say = "actions that ended could not be noted, and are run again";
      logFailure(log, error, say, { event: "actions-not-noted" });
    }
  }

  #abortAll(why: string): void {
    for (const { abort } of this.#running.values()) abort.abort(new Error(why));
  }
}
