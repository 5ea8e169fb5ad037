import { type Hold, holdOn } from "../../core/hold/hold.ts";
import type { Clock } from "../../runtime/clock.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { FailureWait } from "../../runtime/failure-wait.ts";
import { Loop, type NextRound } from "../../runtime/loop.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { IntakeContext } from "./context.ts";
import { IntakeReport } from "./intake-report.ts";
import { LookSchedule, type Moments } from "./look-schedule.ts";
import { RetryTracker } from "./retry-tracker.ts";

/** How the intake of a channel differs from that of others. */
export interface ChannelRounds {
  readonly name: string;
  /** How often its inbox is looked at when nothing happens, in milliseconds. */
  readonly pollMs: number;
  /** What this channel writes to besides the store: the room there decides whether it may take more. */
  readonly folders: readonly string[];
  /** One look at the inbox and what follows from it; gives the moments when there is more to do. */
  readonly round: () => Promise<Moments>;
  /** A person asks for a look now, or a hold was placed or released: called before the look. */
  readonly onPoll?: () => void;
}

/**
 * What the intake of every channel has, whatever its inbox: rounds on a schedule, the holds on it, the gate
 * it asks before it takes more, a wait while the store or the disk cannot be used, and what it reports.
 */
export class ChannelIntake {
  readonly report: IntakeReport;
  readonly schedule: LookSchedule;
  /** Files that cannot be taken for now. */
  readonly retries = new RetryTracker();
  readonly #context: IntakeContext;
  readonly #channel: ChannelRounds;
  readonly #loop: Loop;
  readonly #failure = new FailureWait();
  /** What a person holds this channel with, as of the last round. */
  #hold: Hold | null = null;
  /** Why no more may be taken in just now; null when it may. */
  #closed: string | null = null;
  #lastListingAt: number | null = null;

  constructor(context: IntakeContext, channel: ChannelRounds) {
    const { clock, signals } = context;
    const { name, pollMs } = channel;
    this.#context = context;
    this.#channel = channel;
    this.report = new IntakeReport(context, channel);
    this.schedule = new LookSchedule(pollMs, clock);
    const round = () => this.#round();
    this.#loop = new Loop({ name: `intake of ${name}`, everyMs: pollMs, round }, context);
    signals.subscribe("holds", () => this.#poll());
    signals.subscribe("poll", (asked) => {
      if (asked.channel === name) this.#poll();
    });
  }

  get clock(): Clock {
    return this.#context.clock;
  }

  /** There is something to do: the next look comes soon. */
  readonly wake = (): void => this.#loop.wake();

  /** Looks again and again until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#loop.run(signal);
  }

  /** A file of this name was recorded: its messages wait to be routed. */
  async recorded(name: string, recorded: Recorded): Promise<void> {
    this.#context.signals.publish("recorded", { files: 1 });
    await this.report.recorded(name, recorded);
  }

  /** The inbox was listed without an error. */
  listed(): void {
    this.#lastListingAt = this.clock.wall();
  }

  get lastListingAt(): number | null {
    return this.#lastListingAt;
  }

  get hold(): Hold | null {
    return this.#hold;
  }

  /** Why nothing is taken now though no person holds the channel; null when nothing keeps it from that. */
  get waitsFor(): string | null {
    return this.#failure.reason ?? this.#closed;
  }

  /** When it is tried again after a failure, on the steady clock; null when there was none. */
  get waitingUntil(): number | null {
    return this.#failure.reason === null ? null : this.#failure.until;
  }

  /** Whether it failed and the time to try again has not come. */
  isWaiting(): boolean {
    return this.#failure.reason !== null && this.clock.steady() < this.#failure.until;
  }

  /** The store or the disk cannot be used: tried again later. */
  readonly waitAfter = (error: unknown): void => {
    if (this.#failure.begin(error, this.clock.steady())) this.report.failing(error);
  };

  /** To be asked before some work; what it gives says whether something failed since, and ends the wait otherwise. */
  watchFailures(): { readonly hasFailed: () => boolean; readonly wentWell: () => void } {
    const { failures } = this.#failure;
    const hasFailed = () => this.#failure.failures !== failures;
    const wentWell = () => {
      if (!hasFailed() && this.#failure.end()) this.report.goesOn();
    };
    return { hasFailed, wentWell };
  }

  /** Whether a person holds the channel. What is in hand is finished all the same. */
  async isOnHold(): Promise<boolean> {
    const holds = await this.#context.store.holds.list();
    const hold = holdOn(holds, { stage: "intake", channel: this.#channel.name });
    if (hold?.id !== this.#hold?.id) this.report.hold(hold);
    this.#hold = hold;
    return hold !== null;
  }

  /** Whether no more may be taken in just now: a disk is short of room, say. */
  async isClosed(): Promise<boolean> {
    const closed = await this.#context.gate
      .mayTakeMore(this.#channel.folders)
      .catch((error: unknown) => errorMessage(error));
    const was = this.#closed;
    this.#closed = closed;
    if (closed !== null && was === null) this.report.closed(closed);
    if (closed === null && was !== null) this.report.goesOn();
    return closed !== null;
  }

  /** Notes that a file cannot be taken for now. True when that is news. */
  trouble(key: string, name: string, reason: string, longestMs?: number): boolean {
    const now = { wall: this.clock.wall(), steady: this.clock.steady() };
    return this.retries.fail(key, name, reason, now, longestMs);
  }

  #poll(): void {
    this.#channel.onPoll?.();
    this.#loop.wake();
  }

  async #round(): Promise<NextRound> {
    const began = this.clock.steady();
    const moments = await this.#channel.round().catch((error: unknown) => {
      this.waitAfter(error);
      return [this.#failure.until];
    });
    return this.schedule.next(moments, began);
  }
}
