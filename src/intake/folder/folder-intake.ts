import { ChannelError } from "../../channels/channel-error.ts";
import { type Bell, hangBell } from "../../channels/folder/bell.ts";
import type { ClaimFailure, ReadyFile } from "../../channels/folder/claim.ts";
import { nameKey } from "../../channels/folder/disk-name.ts";
import type { Owner } from "../../channels/folder/owner-mark.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { type Brake, brakeOn } from "../../core/hold/brake.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { Pause } from "../../runtime/pause.ts";
import {
  type ChannelStatus,
  listedInStatus,
  type StatusList,
  stateOf,
} from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import { askAgainMs } from "../channel/intake-gate.ts";
import { IntakeReport } from "../channel/intake-report.ts";
import { LookSchedule } from "../channel/look-schedule.ts";
import { statusList } from "../channel/status-list.ts";
import { Troubles } from "../channel/troubles.ts";
import { batchesOf } from "./batches.ts";
import { ClaimsInHand } from "./claims-in-hand.ts";
import { type IgnoredEntry, type InboxFound, InboxLook } from "./inbox-look.ts";

/** From so many files on they are taken with the bell off: it would ring for each one that we rename. */
const takenInQuiet = 500;

/**
 * Takes the files of one inbox, until told to stop. The listing is the truth; the watcher only makes
 * the next look come sooner, as do waiting files that fall due. Whatever fails is told of, waited for
 * and tried again, also what is found wrong at the start: it is this channel's trouble alone.
 */
export class FolderIntake {
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #signal: AbortSignal;
  readonly #inbox: InboxLook;
  readonly #hands: ClaimsInHand;
  readonly #report: IntakeReport;
  readonly #schedule: LookSchedule;
  readonly #pause = new Pause();
  /** Files that cannot be claimed. */
  readonly #troubles = new Troubles();
  /** Files that are complete and are not taken, since the channel is on hold or paused. */
  #left: readonly ReadyFile[] = [];
  #ignored: readonly IgnoredEntry[] = [];
  #inboxProblem: ChannelError | null = null;
  #lastListingAt: number | null = null;
  #bell: Bell | null = null;
  #quiet = false;
  /** What a person holds this channel with, as of the last round. */
  #brake: Brake | null = null;
  /** Why no more may be taken in just now; null when it may. */
  #closed: string | null = null;
  #stopped = false;

  /** `onRecorded` is called after each commit: there is something to route. */
  constructor(
    context: IntakeContext,
    channel: FolderChannel,
    owner: Owner,
    signal: AbortSignal,
    onRecorded: () => void,
  ) {
    this.#context = context;
    this.#channel = channel;
    this.#signal = signal;
    this.#report = new IntakeReport(context, channel);
    this.#inbox = new InboxLook(channel, owner, context.clock);
    this.#schedule = new LookSchedule(channel.pollMs, context.clock, signal);
    this.#hands = new ClaimsInHand(
      context,
      channel,
      {
        onRecorded: async (file, recorded) => {
          onRecorded();
          await this.#report.recorded(file.name.text, recorded);
        },
        onLeft: (left) => this.#report.left(left),
        onFailure: (error) => this.#pauseFor(error),
        onLaneFree: this.#schedule.ring,
      },
      signal,
    );
  }

  /** Makes the channel ready, or finds out why it is not: then it is looked at again and again. */
  async open(): Promise<void> {
    await this.#look();
  }

  /** Runs until the signal is aborted and what is in hand is finished. */
  async run(): Promise<void> {
    while (!this.#signal.aborted) {
      const began = this.#context.clock.steady();
      await this.#schedule.sleep(await this.#round(), began);
    }
    await this.#hands.laneEnds();
    await this.close();
    this.#stopped = true;
  }

  /** Lets go of the inbox; `run` does so by itself. */
  async close(): Promise<void> {
    await this.#bell?.close();
  }

  /** Somebody wants a look now, whatever the schedule says. */
  lookNow(): void {
    this.#schedule.ring();
  }

  status(): ChannelStatus {
    const { name, path } = this.#channel;
    return {
      name,
      path,
      state: this.#stopped
        ? "stopped"
        : stateOf(this.#inboxProblem, this.#pause.reason ?? this.#closed, this.#brake),
      problem: this.#inboxProblem?.message ?? this.#pause.reason ?? this.#closed,
      lastListingAt: this.#lastListingAt,
      recorded: this.#report.count,
      waiting: this.#waiting(),
      ignored: statusList(this.#ignored),
      troubled: statusList([...this.#troubles.list(), ...this.#hands.troubled()]),
    };
  }

  /** Files that are not steady yet, after those that are and that nobody takes now. */
  #waiting(): StatusList {
    const changing = this.#inbox.waiting();
    const isPaused = (this.#pause.reason ?? this.#closed) !== null;
    if (!isPaused && this.#brake === null) return changing;
    const why = isPaused ? "paused" : "on hold";
    const left = this.#left
      .filter(({ name }) => !this.#troubles.has(nameKey(name)))
      .map(({ name, seenAt }) => ({
        name: name.text,
        since: seenAt,
        reason: `complete; taken when the channel is no longer ${why}`,
      }));
    return {
      count: left.length + changing.count,
      entries: [...left, ...changing.entries].slice(0, listedInStatus),
    };
  }

  /** One look and what follows from it; returns the moments when there is more to do. */
  async #round(): Promise<(number | null)[]> {
    const { clock } = this.#context;
    const found = await this.#look();
    this.#left = found?.ready ?? [];
    // What is in hand lies on the same mount, which would hold up the whole program.
    if (this.#inboxProblem?.code === "silent") return [];
    if (this.#pause.reason !== null && clock.steady() < this.#pause.until)
      return [this.#pause.until];
    if (await this.#isClosed()) return [clock.steady() + askAgainMs];
    const more = await this.#work(found).catch((error: unknown) => this.#pauseFor(error));
    if (this.#quiet && !more) this.#hangBell();
    if (this.#pause.reason !== null) return [this.#pause.until];
    if (found === null) return [this.#hands.nextAt];
    const now = more ? clock.steady() : null;
    return [found.nextAt, this.#troubles.nextAt, this.#hands.nextAt, now];
  }

  async #look(): Promise<InboxFound | null> {
    const { clock } = this.#context;
    const began = clock.steady();
    try {
      const found = await this.#inbox.look();
      this.#accept(found);
      return found;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      if (this.#inboxProblem?.message !== error.message) this.#report.inboxLost(error);
      this.#inboxProblem = error;
      return null;
    } finally {
      this.#schedule.looked(began);
    }
  }

  #accept(found: InboxFound): void {
    this.#lastListingAt = this.#context.clock.wall();
    this.#ignored = found.ignored;
    this.#report.ignored(found.ignored);
    if (this.#inboxProblem !== null) this.#report.inboxBack();
    this.#inboxProblem = null;
    if (!found.reopened) return;
    this.#hands.adopt();
    this.#hangBell();
  }

  /** Goes on with unfinished claims, then takes what is ready. True when files are left for the next round. */
  async #work(found: InboxFound | null): Promise<boolean> {
    const now = this.#context.clock.steady();
    const { failures } = this.#pause;
    await this.#hands.resumeDue();
    if (this.#pause.failures !== failures) return false;
    let more = false;
    if (found !== null && !(await this.#isHeld())) {
      this.#left = [];
      this.#troubles.keepOnly(new Set(found.ready.map((file) => nameKey(file.name))));
      const ready = found.ready.filter((file) => !this.#troubles.holds(nameKey(file.name), now));
      more = await this.#take(ready);
    }
    if (this.#pause.failures === failures && this.#pause.end()) this.#report.goesOn();
    return more;
  }

  /** While the disk is short of room, say, what is in hand is not finished either: it would need room. */
  async #isClosed(): Promise<boolean> {
    const { archive, quarantine, work } = this.#channel;
    const closed = await this.#context.gate
      .mayTakeMore([work, archive, quarantine])
      .catch((error: unknown) => errorMessage(error));
    const was = this.#closed;
    this.#closed = closed;
    if (closed !== null && was === null) this.#report.closed(closed);
    if (closed === null && was !== null) this.#report.goesOn();
    return closed !== null;
  }

  /** Claims in hand are finished all the same: their files are out of the inbox already. */
  async #isHeld(): Promise<boolean> {
    const brakes = await this.#context.store.brakes();
    const brake = brakeOn(brakes, { stage: "intake", channel: this.#channel.name });
    if (brake?.id !== this.#brake?.id) this.#report.held(brake);
    this.#brake = brake;
    return brake !== null;
  }

  async #take(ready: readonly ReadyFile[]): Promise<boolean> {
    const { largeFileBytes } = this.#context;
    const { failures } = this.#pause;
    const isLarge = (file: ReadyFile) => file.signature.sizeBytes > largeFileBytes;
    const large = ready.find(isLarge);
    if (large !== undefined && this.#hands.laneIsFree)
      this.#noteFailures(this.#hands.takeLarge(large));
    const small = ready.filter((file) => !isLarge(file));
    if (small.length >= takenInQuiet) await this.#takeBellOff();
    // Two claims at a time: while the disk makes the names of one durable, the one before is recorded.
    let before: Promise<unknown> = Promise.resolve();
    let isOverdue = false;
    for (const batch of batchesOf(small, (file) => file.signature.sizeBytes)) {
      isOverdue = this.#schedule.isOverdue();
      if (isOverdue || this.#signal.aborted || this.#pause.failures !== failures) break;
      if (await this.#isClosed()) break;
      const taken = this.#hands.take(batch, before);
      this.#noteFailures(taken.failures);
      await before;
      before = taken.ended;
    }
    await before;
    return isOverdue;
  }

  #noteFailures(failures: readonly ClaimFailure[]): void {
    const { clock } = this.#context;
    const now = { wall: clock.wall(), steady: clock.steady() };
    for (const { name, reason } of failures) {
      const isNews = this.#troubles.note(nameKey(name), name.text, reason, now);
      if (isNews) this.#report.unclaimable(name, reason);
    }
  }

  #pauseFor(error: unknown): false {
    if (this.#pause.begin(error, this.#context.clock.steady())) this.#report.paused(error);
    return false;
  }

  async #takeBellOff(): Promise<void> {
    this.#quiet = true;
    await this.#bell?.close();
    this.#bell = null;
  }

  #hangBell(): void {
    void this.#bell?.close();
    this.#quiet = false;
    this.#bell = hangBell(this.#channel.path, this.#schedule.ring, (error) =>
      this.#report.bellFailed(error),
    );
  }
}
