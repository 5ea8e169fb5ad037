import { type Hold, holdOn } from "../../core/hold/hold.ts";
import { type BackOff, backOff } from "../../runtime/back-off.ts";
import type { Clock } from "../../runtime/clock.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { FailureWait } from "../../runtime/failure-wait.ts";
import { Loop, type NextRound } from "../../runtime/loop.ts";
import type { IntakeContext } from "./context.ts";
import { IntakeReport } from "./intake-report.ts";
import type { NamedRecorded } from "./log-file.ts";

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

  /** Files were recorded: their messages wait to be routed. */
  async recorded(files: readonly NamedRecorded[]): Promise<void> {
    if (files.length === 0) return;
    this.#context.signals.publish("recorded", { files: files.length });
    await this.report.recorded(files);
  }

  /** The inbox was listed without an error, from `beganAt` on: who asked for a listing later still waits. */
  listed(beganAt: number): void {
    this.#lastListingAt = beganAt;
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

  /** Whether a person holds the channel. Claimed files are finished all the same. */
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

/** Rings and changes within this time share one look. */
const leastGapMs = 25;

/** Moments when there is more to do, on the steady clock; null for one that is not known. */
export type Moments = readonly (number | null)[];

/** When looks at an inbox come; all times in milliseconds on the steady clock. */
export class LookSchedule {
  readonly #pollMs: number;
  readonly #clock: Pick<Clock, "steady">;
  #began = 0;
  #lasted = 0;

  constructor(pollMs: number, clock: Pick<Clock, "steady">) {
    this.#pollMs = pollMs;
    this.#clock = clock;
  }

  /** A look that began then has ended. A folder of many entries takes long: it is looked at less often. */
  looked(began: number): void {
    this.#began = began;
    this.#lasted = this.#clock.steady() - began;
  }

  /**
   * When the next look comes: after the poll, earlier when something wakes the intake or one of the moments
   * is due. `roundBegan` is when the round began that gave the moments: one that was due by then has had its
   * turn, and nothing may keep the loop awake that a round does not deal with.
   */
  next(moments: Moments, roundBegan: number): NextRound {
    const now = this.#clock.steady();
    const due = moments.filter((moment) => moment !== null).filter((at) => at > roundBegan);
    const nextAt = Math.min(this.#began + this.#pollMs, ...due);
    const earliest = this.#began + Math.max(leastGapMs, 3 * this.#lasted);
    return { inMs: nextAt - now, notBeforeMs: Math.max(0, earliest - now) };
  }

  /** Whether so much time went into taking files that it is time to look again. */
  isOverdue(): boolean {
    const spent = this.#clock.steady() - this.#began;
    return spent > Math.max(this.#pollMs, 5 * this.#lasted);
  }
}

/** Something that failed and is tried again later. */
export interface Trouble {
  readonly name: string;
  readonly reason: string;
  /** When it first failed, in milliseconds since 1970. */
  readonly since: number;
}

interface Entry extends Trouble {
  readonly wait: BackOff;
  /** On the steady clock. */
  readonly dueAt: number;
}

/** What failed, by key, each with its own growing wait before the next try. */
export class RetryTracker {
  readonly #entries = new Map<string, Entry>();

  /**
   * Notes a failure; `longestMs` is the longest wait before a next try. True when it is a new one or its reason
   * is another than before: worth a log line.
   */
  fail(
    key: string,
    name: string,
    reason: string,
    now: { wall: number; steady: number },
    longestMs?: number,
  ): boolean {
    const before = this.#entries.get(key);
    const wait = before?.wait ?? backOff(undefined, longestMs);
    const dueAt = now.steady + wait.failed();
    this.#entries.set(key, { name, reason, since: before?.since ?? now.wall, wait, dueAt });
    return before?.reason !== reason;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Whether it must not be tried yet. */
  isBackingOff(key: string, steadyNow: number): boolean {
    return (this.#entries.get(key)?.dueAt ?? 0) > steadyNow;
  }

  /** True when there was a trouble to forget. */
  forget(key: string): boolean {
    return this.#entries.delete(key);
  }

  /** Forgets those that are none of the keys. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }

  /** When the next is due, on the steady clock; null when there is none. */
  get nextAt(): number | null {
    if (this.#entries.size === 0) return null;
    return Math.min(...[...this.#entries.values()].map((entry) => entry.dueAt));
  }

  get size(): number {
    return this.#entries.size;
  }

  list(): Trouble[] {
    return [...this.#entries.values()];
  }
}
