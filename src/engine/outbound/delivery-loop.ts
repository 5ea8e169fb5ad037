import { errorText } from "../../channels/channel-error.ts";
import { type Brake, brakeOn } from "../../core/brake.ts";
import type { RetryRule } from "../../core/retry.ts";
import { retryWait } from "../../core/retry.ts";
import type { Store } from "../../core/store.ts";
import type { Clock } from "../../intake/clock.ts";
import type { IntakeLog } from "../../intake/context.ts";
import { logFailure } from "../../intake/log-failure.ts";
import { type WakeUp, wakeUp } from "../../intake/wake-up.ts";
import type { OutboundChannelState, OutboundChannelStatus } from "./outbound-status.ts";

/** One channel as the loop runs it. */
export interface Carrier {
  readonly name: string;
  readonly kind: string;
  /** Where it leads, for people. */
  readonly target: string;
  readonly retry: RetryRule;
  /** Delivers some of what is due, but nothing of the flows that are held. Rejects when the channel cannot be used. */
  round(heldFlows: readonly string[]): Promise<CarrierRound>;
  /** Lets go of what it holds open; when it is next used it opens that again. */
  rest?(): Promise<void>;
}

/** What a round came to. */
export interface CarrierRound {
  /** Dealt with: none when there was nothing to do. */
  readonly files: number;
  readonly delivered: number;
  /** Events that record the deliveries. */
  readonly events: number;
}

/** What a delivery loop works with. */
export interface DeliveryLoopContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: IntakeLog;
  /** Deliveries became events. */
  readonly onEvents: () => void;
}

/** How often to look when nothing wakes it, in milliseconds. */
const pollMs = 2_000;
/** A channel that had nothing to do for so long lets go of what it holds open, in milliseconds. */
const restAfterMs = 60_000;

/**
 * Delivers by one channel until told to stop. When the channel cannot be used, it alone waits, longer
 * with each failure in a row.
 */
export class DeliveryLoop {
  readonly #carrier: Carrier;
  readonly #context: DeliveryLoopContext;
  readonly #wakeUp: WakeUp = wakeUp();
  #state: OutboundChannelState = "stopped";
  #problem: string | null = null;
  #failures = 0;
  #retryAt: number | null = null;
  #delivered = 0;
  #deliveredAt: number | null = null;
  #workedAt = 0;
  #isOpen = false;
  #isHastened = false;

  constructor(carrier: Carrier, context: DeliveryLoopContext) {
    this.#carrier = carrier;
    this.#context = context;
  }

  /** There may be something to deliver. A channel that waits for another try goes on waiting. */
  readonly wake = (): void => this.#wakeUp.ring();

  /** A person says that what was in the way is mended: it is tried at once. */
  readonly hasten = (): void => {
    this.#isHastened = true;
    this.#wakeUp.ring();
  };

  status(): OutboundChannelStatus {
    const { name, kind, target } = this.#carrier;
    return {
      name,
      kind,
      target,
      state: this.#state,
      problem: this.#problem,
      retryAt: this.#retryAt,
      delivered: this.#delivered,
      deliveredAt: this.#deliveredAt,
    };
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", this.wake);
    this.#state = "working";
    while (!signal.aborted) {
      const sleepMs = await this.#work();
      if (sleepMs === 0) continue;
      const until = this.#context.clock.steady() + sleepMs;
      const isWaiting = () => this.#retryAt !== null && !this.#isHastened && !signal.aborted;
      do await this.#wakeUp.sleep(until - this.#context.clock.steady());
      while (isWaiting() && this.#context.clock.steady() < until);
      this.#isHastened = false;
    }
    signal.removeEventListener("abort", this.wake);
    await this.#carrier.rest?.().catch(() => {});
    this.#state = "stopped";
  }

  /** Gives how long to sleep until there may be more to do, in milliseconds. */
  async #work(): Promise<number> {
    const { store, clock, log } = this.#context;
    const { name, retry } = this.#carrier;
    try {
      const brakes = (await store.brakes()).filter(({ stage }) => stage === "outbound");
      const brake = brakeOn(brakes, { stage: "outbound", channel: name });
      if (brake !== null) return this.#hold(brake);
      const round = await this.#carrier.round(heldFlows(brakes, name));
      this.#went(round);
      if (round.files > 0) return 0;
      await this.#rest();
      const nextAt = await store.nextRetry(name);
      return nextAt === null ? pollMs : Math.min(pollMs, Math.max(1, nextAt - clock.wall()));
    } catch (error) {
      this.#failures += 1;
      const wait = retryWait({ ...retry, attempts: null }, this.#failures, Math.random());
      const problem = errorText(error);
      if (problem !== this.#problem)
        logFailure(log, "error", error, `channel ${name} waits: ${problem}`, { channel: name });
      this.#state = "waiting";
      this.#problem = problem;
      this.#retryAt = clock.wall() + (wait ?? 0);
      return Math.max(1, wait ?? 0);
    }
  }

  #hold({ actor, reason }: Brake): number {
    if (this.#state !== "held")
      this.#context.log.info({ channel: this.#carrier.name }, `held by ${actor}: ${reason}`);
    this.#state = "held";
    this.#problem = `held by ${actor}: ${reason}`;
    this.#retryAt = null;
    return pollMs;
  }

  #went({ files, delivered, events }: CarrierRound): void {
    const { log, clock, onEvents } = this.#context;
    const { name } = this.#carrier;
    if (this.#state !== "working") log.info({ channel: name }, `channel ${name} goes on`);
    this.#state = "working";
    this.#problem = null;
    this.#retryAt = null;
    this.#failures = 0;
    if (files > 0) {
      this.#workedAt = clock.steady();
      this.#isOpen = true;
    }
    if (delivered > 0) {
      this.#delivered += delivered;
      this.#deliveredAt = clock.wall();
      log.debug({ channel: name, delivered }, "delivered");
    }
    if (events > 0) onEvents();
  }

  async #rest(): Promise<void> {
    if (!this.#isOpen || this.#context.clock.steady() - this.#workedAt < restAfterMs) return;
    this.#isOpen = false;
    await this.#carrier.rest?.();
  }
}

/** Flows that a brake holds on this channel. */
function heldFlows(brakes: readonly Brake[], channel: string): string[] {
  const held = brakes.filter((brake) => brake.channel === null || brake.channel === channel);
  return held.map(({ type }) => type).filter((flow) => flow !== null);
}
