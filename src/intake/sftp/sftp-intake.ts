import { mkdirSync } from "node:fs";
import { isOfLink, SftpError } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import { SftpSession } from "../../channels/sftp/sftp-session.ts";
import { nextLook } from "../../config/channel/look-times.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { type Brake, brakeOn } from "../../core/hold/brake.ts";
import { sweepDraftsIn } from "../../disk/create-file.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { Pause } from "../../runtime/pause.ts";
import type { ChannelState, ChannelStatus } from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import { askAgainMs } from "../channel/intake-gate.ts";
import { IntakeReport } from "../channel/intake-report.ts";
import { LookSchedule } from "../channel/look-schedule.ts";
import { statusList } from "../channel/status-list.ts";
import { Troubles } from "../channel/troubles.ts";
import { type RemoteFound, RemoteLook } from "./remote-look.ts";
import { RemoteWork, type WorkLimits } from "./remote-work.ts";

/** A connection that would stand idle for longer than this is ended: partners count them. */
const idleMs = 60_000;
/** What is wrong on this machine is tried again after so long, in milliseconds. */
const retryMs = 5_000;

/**
 * Takes the files of one folder at a partner, until told to stop. It has a connection, a breaker and a
 * schedule of its own, so that a partner that is down stops nobody else. Whatever fails is told of,
 * waited for and tried again.
 */
export class SftpIntake {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #signal: AbortSignal;
  readonly #session: SftpSession;
  readonly #look: RemoteLook;
  readonly #work: RemoteWork;
  readonly #report: IntakeReport;
  readonly #schedule: LookSchedule;
  readonly #pause = new Pause();
  readonly #troubles = new Troubles();
  #found: RemoteFound | null = null;
  /** Why the folder cannot be used though the server can. */
  #folderProblem: SftpError | null = null;
  #told: string | null = null;
  #lastListingAt: number | null = null;
  #brake: Brake | null = null;
  /** Why no more may be taken in just now; null when it may. */
  #closed: string | null = null;
  /** Why what is on this machine cannot be used; null when it can. */
  #unready: string | null = null;
  #stopped = false;

  /** `onRecorded` is called after each commit: there is something to route. */
  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    signal: AbortSignal,
    onRecorded: () => void,
    session = new SftpSession(inbox.server),
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#signal = signal;
    this.#session = session;
    this.#report = new IntakeReport(context, inbox);
    this.#schedule = new LookSchedule(
      inbox.times === null ? inbox.pollMs : Number.POSITIVE_INFINITY,
      context.clock,
      signal,
    );
    this.#look = new RemoteLook(inbox, context.store, context.clock);
    this.#work = new RemoteWork(
      context,
      inbox,
      {
        onTrouble: (name, reason, longestMs) => this.#trouble(name, reason, longestMs),
        onRecorded: async (name, recorded) => {
          onRecorded();
          await this.#report.recorded(name, recorded);
        },
        onSettled: (name) => void this.#troubles.forget(name),
        onLink: (file) => {
          this.#look.isLink(file);
          this.#schedule.ring();
        },
        onFailure: (error) => this.#pauseFor(error),
        onFree: this.#schedule.ring,
      },
      signal,
    );
  }

  /** Makes ready what is on this machine, now or, when that fails, before each round; the partner need not be there. */
  async open(): Promise<void> {
    this.#isReady();
  }

  #isReady(): boolean {
    const { name, quarantine } = this.#inbox;
    try {
      mkdirSync(quarantine, { recursive: true });
      sweepDraftsIn(quarantine);
      this.#work.sweep();
      this.#unready = null;
    } catch (error) {
      const message = `The quarantine ${quarantine} of channel "${name}" cannot be used: ${errorMessage(error)}. Let the user that runs Busbar make and write it, or correct "quarantine".`;
      if (this.#unready !== message) this.#report.inboxLost(new Error(message));
      this.#unready = message;
    }
    return this.#unready === null;
  }

  /** Runs until the signal is aborted and what is in hand is finished. */
  async run(): Promise<void> {
    while (!this.#signal.aborted) {
      const began = this.#context.clock.steady();
      await this.#schedule.sleep(await this.#round(), began);
    }
    await this.#work.ends();
    await this.close();
    this.#stopped = true;
  }

  /** Lets go of the partner; `run` does so by itself. */
  async close(): Promise<void> {
    await this.#session.end();
  }

  /** Somebody wants a look now, whatever the schedule and the breaker say. */
  lookNow(): void {
    this.#session.forgive();
    this.#schedule.ring();
  }

  status(): ChannelStatus {
    const problem = this.#session.problem ?? this.#folderProblem;
    return {
      name: this.#inbox.name,
      path: this.#place,
      state: this.#state(),
      problem: this.#unready ?? problem?.message ?? this.#pause.reason ?? this.#closed,
      lastListingAt: this.#lastListingAt,
      recorded: this.#report.count,
      waiting: this.#look.waiting(),
      ignored: {
        ...statusList(this.#found?.ignored ?? []),
        count: this.#found?.ignoredCount ?? 0,
      },
      troubled: statusList(this.#troubles.list()),
      server: {
        card: this.#session.card,
        isConnected: this.#session.isConnected,
        failures: this.#session.failures,
        retryAt: this.#retryAt(),
        entries: this.#found?.entries ?? 0,
        kept: this.#found?.kept ?? 0,
      },
    };
  }

  #state(): ChannelState {
    if (this.#stopped) return "stopped";
    if (this.#unready !== null) return "failing";
    if (this.#brake !== null) return "on-hold";
    if (this.#session.problem !== null) return "unreachable";
    if (this.#folderProblem !== null)
      return this.#folderProblem.code === "missing" ? "vanished" : "refused";
    return (this.#pause.reason ?? this.#closed) === null ? "watching" : "paused";
  }

  #retryAt(): number | null {
    const { clock } = this.#context;
    if (this.#session.problem === null) return null;
    return Math.round(clock.wall() + Math.max(0, this.#session.retryAt - clock.steady()));
  }

  /** One look and what follows from it; returns the moments when there is more to do. */
  async #round(): Promise<(number | null)[]> {
    const { clock } = this.#context;
    const began = clock.steady();
    this.#schedule.looked(began);
    const next = this.#nextScheduled();
    if (this.#unready !== null && !this.#isReady()) return [began + retryMs];
    try {
      if (await this.#isHeld()) {
        await this.#session.rest();
        return [next];
      }
      if (this.#pause.reason !== null && began < this.#pause.until) return [this.#pause.until];
      if (await this.#isClosed()) return [clock.steady() + askAgainMs];
      const { failures } = this.#pause;
      const link = await this.#session.link();
      const more = await this.#workOn(link);
      if (link.broken === null) this.#wentWell();
      if (this.#pause.failures === failures && this.#pause.end()) this.#report.goesOn();
      if (this.#pause.reason !== null) return [this.#pause.until];
      const moments = [this.#found?.nextAt ?? null, this.#troubles.nextAt, next];
      if (more) moments.push(clock.steady());
      if (this.#session.problem !== null) return [this.#session.retryAt];
      return await this.#rested(moments);
    } catch (error) {
      return this.#failed(error, next);
    }
  }

  /** Everything that the folder asks for now. True when files are left for the next round. */
  async #workOn(link: SftpLink): Promise<boolean> {
    const { clock } = this.#context;
    const { failures } = this.#pause;
    const limits: WorkLimits = {
      isOverdue: () => this.#schedule.isOverdue(),
      isStopped: async () =>
        this.#signal.aborted ||
        link.broken !== null ||
        this.#pause.failures !== failures ||
        (await this.#isClosed()),
      isDue: (name) => !this.#troubles.holds(name, clock.steady()),
    };
    const { claim } = this.#inbox;
    const claimed = claim === null ? [] : await this.#work.resume(link, claim, limits);
    const began = clock.steady();
    const found = await this.#look.look(link, this.#work.isInHand);
    this.#schedule.looked(began);
    this.#accept(found, claimed);
    await this.#work.settle(
      link,
      found.unsettled.filter(({ name }) => limits.isDue(name)),
    );
    return !(await limits.isStopped()) && (await this.#work.take(link, found.ready, limits));
  }

  /** `claimed`: the names of what lies in the claim folder. */
  #accept(found: RemoteFound, claimed: readonly string[]): void {
    this.#found = found;
    this.#lastListingAt = this.#context.clock.wall();
    this.#report.ignored(found.ignored);
    const names = [
      ...claimed,
      ...found.ready.map(({ name }) => name.text),
      ...found.unsettled.map(({ name }) => name),
    ];
    this.#troubles.keepOnly(new Set(names));
  }

  /** The server answered as it should from the first question to the last. */
  #wentWell(): void {
    this.#session.worked();
    this.#folderProblem = null;
    if (this.#told !== null) this.#report.serverBack();
    this.#told = null;
  }

  #failed(error: unknown, next: number | null): (number | null)[] {
    if (!(error instanceof SftpError)) {
      this.#pauseFor(error);
      return [this.#pause.until];
    }
    if (!isOfLink(error)) this.#folderProblem = error;
    if (this.#told !== error.message) this.#report.inboxLost(error);
    this.#told = error.message;
    return [isOfLink(error) ? this.#session.retryAt : next];
  }

  /** A person may hold the channel: then the partner is left alone. What is in hand is finished. */
  async #isHeld(): Promise<boolean> {
    const brakes = await this.#context.store.brakes();
    const brake = brakeOn(brakes, { stage: "intake", channel: this.#inbox.name });
    if (brake?.id !== this.#brake?.id) this.#report.held(brake);
    this.#brake = brake;
    return brake !== null;
  }

  /** While a disk is short of room, say, nothing is fetched. What is in hand is finished. */
  async #isClosed(): Promise<boolean> {
    const closed = await this.#context.gate.mayTakeMore([this.#inbox.quarantine]);
    const was = this.#closed;
    this.#closed = closed;
    if (closed !== null && was === null) this.#report.closed(closed);
    if (closed === null && was !== null) this.#report.goesOn();
    return closed !== null;
  }

  /** Ends a connection that would only stand idle until the next look. */
  async #rested(moments: readonly (number | null)[]): Promise<(number | null)[]> {
    const { clock } = this.#context;
    const due = moments.filter((moment) => moment !== null);
    const every = this.#inbox.times === null ? this.#inbox.pollMs : Number.POSITIVE_INFINITY;
    const wait = Math.min(every, ...due.map((moment) => moment - clock.steady()));
    if (wait > idleMs && this.#work.isIdle) await this.#session.rest();
    return [...moments];
  }

  /** When the schedule wants the next look, on the steady clock; null when it is the poll's business. */
  #nextScheduled(): number | null {
    const { times } = this.#inbox;
    if (times === null) return null;
    const { clock } = this.#context;
    return clock.steady() + nextLook(times, clock.wall()) - clock.wall();
  }

  #trouble(name: string, reason: string, longestMs?: number): void {
    const { clock } = this.#context;
    const now = { wall: clock.wall(), steady: clock.steady() };
    const isNews = this.#troubles.note(name, name, reason, now, longestMs);
    if (isNews) this.#report.leftAtPartner(name, reason);
  }

  #pauseFor(error: unknown): void {
    if (this.#pause.begin(error, this.#context.clock.steady())) this.#report.paused(error);
  }
}
