import type { RetryRule } from "../../core/action/retry.ts";
import { retryWait } from "../../core/action/retry.ts";
import { type Hold, holdOn } from "../../core/hold/hold.ts";
import type { DeliveryEnd, NextRetry } from "../../core/outbound/outbound.ts";
import type { Clock } from "../../runtime/clock.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Log } from "../../runtime/log.ts";
import { logFailure } from "../../runtime/log-failure.ts";
import { Loop, type LoopContext, type NextRound, type RoundContext } from "../../runtime/loop.ts";
import type { Meter } from "../../runtime/meter.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { Store } from "../../store/port/store.ts";
import type { OutboundChannelState, OutboundChannelStatus } from "./outbound-status.ts";

/** One channel as the loop runs it. */
export interface Transport {
  readonly name: string;
  readonly kind: string;
  /** Where it leads, for people. */
  readonly target: string;
  readonly retry: RetryRule;
  /** Delivers some of what is due. Rejects when the channel cannot be used. */
  round(filter: RoundOptions): Promise<TransportRound>;
  /** Sees whether the channel can be used, and sends nothing. Rejects when it cannot. */
  reach(): Promise<void>;
  /** How often that is done of itself while there is nothing to send, in milliseconds; null: never. */
  readonly reachEveryMs: number | null;
  /** Lets go of what it holds open; when it is next used it opens that again. */
  disconnect?(): Promise<void>;
}

/** Which of what is there to send a round takes. */
export interface RoundOptions {
  /** Flows of which nothing may leave now. */
  readonly flowsOnHold: readonly string[];
  /** What waits for another try is tried now. */
  readonly isRetryNow: boolean;
  /** Called with how attempts ended, once that is noted. */
  readonly onEnded?: (ends: readonly DeliveryEnd[]) => void;
  /** Aborted when the daemon stops: what can be broken off is. */
  readonly signal?: AbortSignal;
}

/** What a round came to. */
export interface TransportRound {
  /** Dealt with: none when there was nothing to do. */
  readonly files: number;
  readonly delivered: number;
  /** Events that record the deliveries. */
  readonly events: number;
  /** There is more to do at once, though nothing was dealt with. */
  readonly isMore?: boolean;
}

/** What a delivery loop works with. */
export interface DeliveryLoopContext extends Pick<LoopContext, "turns"> {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** A delivery waits for `poll` of its channel, and tells of `appended`. */
  readonly signals: Signals;
  readonly meter?: Meter;
}

/** How often to look when nothing wakes it, in milliseconds. */
const pollMs = 2_000;
/** A channel that had nothing to do for so long lets go of what it holds open, in milliseconds. */
const disconnectAfterMs = 60_000;

/**
 * Delivers by one channel until it is stopped. When the channel cannot be used, it alone waits, longer
 * with each failure in a row.
 */
export class DeliveryLoop {
  readonly #transport: Transport;
  readonly #context: DeliveryLoopContext;
  readonly #loop: Loop;
  #state: OutboundChannelState = "stopped";
  #problem: string | null = null;
  /** What was last reported about a file that waits for another try. */
  #told: string | null = null;
  #failures = 0;
  /** What the last failure came from. */
  #trouble: unknown = null;
  #retryAt: number | null = null;
  readonly #countedSince: number;
  #delivered = 0;
  #deliveredAt: number | null = null;
  #workedAt = 0;
  #triedAt: number | null = null;
  /** When it is looked at next while idle, on the steady clock. */
  #reachAt = 0;
  #isOpen = false;

  constructor(transport: Transport, context: DeliveryLoopContext) {
    this.#transport = transport;
    this.#context = context;
    this.#countedSince = context.clock.wall();
    const round = (about: RoundContext) => this.#round(about);
    this.#loop = new Loop({ name: `channel ${transport.name}`, everyMs: pollMs, round }, context);
    context.signals.subscribe("poll", ({ channel }) => {
      // A person says that what was in the way is fixed: it is tried at once.
      if (channel === transport.name) this.#loop.retryNow();
    });
  }

  /** There may be something to deliver. A channel that waits for another try goes on waiting. */
  readonly wake = (): void => this.#loop.wake();

  get name(): string {
    return this.#transport.name;
  }

  status(): OutboundChannelStatus {
    const { name, kind, target } = this.#transport;
    return {
      name,
      kind,
      target,
      state: this.#state,
      problem: this.#problem,
      retryAt: this.#retryAt,
      triedAt: this.#triedAt,
      countedSince: this.#countedSince,
      delivered: this.#delivered,
      deliveredAt: this.#deliveredAt,
    };
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#state = "working";
    await this.#loop.run(signal);
    await this.#transport.disconnect?.().catch(() => {});
    this.#state = "stopped";
  }

  /** Delivers some; a channel that cannot be used waits as its settings for retries say. */
  async #round({ isRetryNow, signal }: RoundContext): Promise<NextRound> {
    const { store, clock, log } = this.#context;
    const { name, retry } = this.#transport;
    // Who asked for a try waits for one that began later: a try is known by its beginning.
    const beganAt = clock.wall();
    try {
      const holds = (await store.holds.list()).filter(({ stage }) => stage === "outbound");
      const hold = holdOn(holds, { stage: "outbound", channel: name });
      if (hold !== null) {
        this.#hold(hold);
        return null;
      }
      const round = await this.#transport.round({
        flowsOnHold: flowsOnHold(holds, name),
        isRetryNow,
        signal,
        onEnded: (ends) => {
          this.#logStuck(ends);
          this.#measure(ends);
        },
      });
      if (round.files === 0) await this.#reach(isRetryNow, beganAt);
      this.#went(round, beganAt);
      if (round.files > 0 || round.isMore === true) return "more";
      await this.#disconnect();
      const next = await store.deliveries.nextRetry(name);
      this.#tell(next);
      // One whose time has come and that was not taken is on hold with its flow: only a person changes that.
      const waitMs = next === null ? 0 : next.dueAt - clock.wall();
      return waitMs > 0 ? { inMs: waitMs, notBeforeMs: 0 } : null;
    } catch (error) {
      // While a server is left alone, what it was left alone for is no new failure, and is reported already.
      const trouble = firstCause(error);
      const isTold = trouble === this.#trouble;
      this.#trouble = trouble;
      if (!isTold) this.#failures += 1;
      const wait = retryWait({ ...retry, attempts: null }, this.#failures, Math.random());
      const problem = isTold && this.#problem !== null ? this.#problem : errorMessage(error);
      if (problem !== this.#problem)
        logFailure(log, error, `channel ${name} waits`, { event: "delivery-waits", channel: name });
      this.#state = "waiting";
      this.#problem = problem;
      this.#triedAt = beganAt;
      this.#retryAt = clock.wall() + (wait ?? 0);
      const inMs = Math.max(1, wait ?? 0);
      return { inMs, notBeforeMs: inMs };
    }
  }

  /** A channel that works may have files that do not get through: people are notified of the first. */
  #tell(next: NextRetry | null): void {
    const problem =
      next === null ? null : `Number ${next.file} waits for another try: ${next.problem}`;
    const { name: channel } = this.#transport;
    if (problem !== null && problem !== this.#told)
      this.#context.log.warn(
        { event: "delivery-retried", channel, outbound: next?.file, reason: problem },
        problem,
      );
    this.#told = problem;
    this.#problem = problem;
    this.#retryAt = next?.dueAt ?? null;
  }

  /** What failed for good, or may have arrived or not, needs a person: each has a line of its own. */
  readonly #logStuck = (ends: readonly DeliveryEnd[]): void => {
    const { name: channel } = this.#transport;
    const { log } = this.#context;
    for (const end of ends) {
      if (end.end !== "failed" && end.end !== "unknown") continue;
      const about = { channel, outbound: end.id, reason: end.problem };
      if (end.end === "failed") log.warn({ event: "delivery-failed", ...about }, end.problem);
      else log.warn({ event: "delivery-unknown", ...about }, end.problem);
    }
  };

  /** Of what was delivered together, one is measured: how long it took since it was made. */
  #measure(ends: readonly DeliveryEnd[]): void {
    const delivered = ends.find(({ end }) => end === "delivered");
    const { store, meter, clock } = this.#context;
    if (delivered === undefined || meter === undefined) return;
    const now = clock.wall();
    void store.outbound
      .get(delivered.id)
      .then((file) => {
        if (file === null) return;
        const seconds = Math.max(0, now - file.createdAt) / 1_000;
        meter.observe("busbar_delivery_seconds", { channel: this.#transport.name }, seconds);
      })
      // A store that cannot be read is reported by those who need it.
      .catch(() => {});
  }

  #hold({ actor, reason }: Hold): void {
    if (this.#state !== "on-hold")
      this.#context.log.warn(
        { event: "channel-on-hold", channel: this.#transport.name, actor, reason },
        `on hold by ${actor}: ${reason}`,
      );
    this.#state = "on-hold";
    this.#problem = `on hold by ${actor}: ${reason}`;
    this.#retryAt = null;
  }

  #went({ files, delivered, events }: TransportRound, beganAt: number): void {
    const { log, clock, signals } = this.#context;
    const { name } = this.#transport;
    if (this.#state !== "working")
      log.info({ event: "delivery-resumed", channel: name }, `channel ${name} goes on`);
    this.#state = "working";
    this.#problem = null;
    this.#retryAt = null;
    this.#failures = 0;
    this.#trouble = null;
    if (files > 0) {
      this.#tried(beganAt);
      this.#workedAt = clock.steady();
      this.#isOpen = true;
    }
    if (delivered > 0) {
      this.#delivered += delivered;
      this.#deliveredAt = clock.wall();
      log.debug({ event: "delivered", channel: name, delivered }, "delivered");
    }
    if (events > 0) signals.publish("appended", { events });
  }

  /** Looks at the channel when that is due, a person asked, or nothing else shows that it works again. */
  async #reach(isRetryNow: boolean, beganAt: number): Promise<void> {
    const { reachEveryMs } = this.#transport;
    const isDue = reachEveryMs !== null && this.#context.clock.steady() >= this.#reachAt;
    if (!isRetryNow && !isDue && this.#state !== "waiting") return;
    await this.#transport.reach();
    this.#tried(beganAt);
    if (!this.#isOpen) await this.#transport.disconnect?.();
  }

  #tried(beganAt: number): void {
    const { clock } = this.#context;
    this.#triedAt = beganAt;
    this.#reachAt = clock.steady() + (this.#transport.reachEveryMs ?? 0);
  }

  async #disconnect(): Promise<void> {
    if (!this.#isOpen || this.#context.clock.steady() - this.#workedAt < disconnectAfterMs) return;
    this.#isOpen = false;
    await this.#transport.disconnect?.();
  }
}

/** Flows on hold on this channel. */
function flowsOnHold(holds: readonly Hold[], channel: string): string[] {
  const onHold = holds.filter((hold) => hold.channel === null || hold.channel === channel);
  return onHold.map(({ type }) => type).filter((flow) => flow !== null);
}

/** The error at the end of the causes of one. */
function firstCause(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? firstCause(error.cause) : error;
}
