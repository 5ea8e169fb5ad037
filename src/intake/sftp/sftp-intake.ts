import { mkdirSync } from "node:fs";
import { isOfLink, SftpError } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import { SftpSession } from "../../channels/sftp/sftp-session.ts";
import { nextLook } from "../../config/channel/look-times.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { sweepDraftsIn } from "../../disk/create-file.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Moments } from "../channel/channel-intake.ts";
import { ChannelIntake } from "../channel/channel-intake.ts";
import { type ChannelState, type ChannelStatus, statusList } from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import { askAgainMs } from "../channel/intake-gate.ts";
import { type RemoteFound, RemoteLook } from "./remote-look.ts";
import { RemoteWork, type WorkLimits } from "./remote-work.ts";

/** A connection that would be idle for longer than this is ended: partners count them. */
const idleMs = 60_000;
/** What is wrong on this machine is tried again after so long, in milliseconds. */
const retryMs = 5_000;

/**
 * Takes the files of one folder at a partner, until it is stopped. It has a connection, a breaker and a
 * schedule of its own, so that a partner that is down stops nobody else. Whatever fails is reported,
 * waited for and tried again.
 */
export class SftpIntake {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #signal: AbortSignal;
  readonly #intake: ChannelIntake;
  readonly #session: SftpSession;
  readonly #look: RemoteLook;
  readonly #work: RemoteWork;
  #found: RemoteFound | null = null;
  /** Why the folder cannot be used though the server can. */
  #folderProblem: SftpError | null = null;
  #told: string | null = null;
  /** Why what is on this machine cannot be used; null when it can. */
  #unready: string | null = null;
  #stopped = false;

  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    signal: AbortSignal,
    session = new SftpSession(inbox.server),
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#signal = signal;
    this.#session = session;
    session.stopWith(signal);
    this.#intake = new ChannelIntake(context, {
      name: inbox.name,
      pollMs: inbox.times === null ? inbox.pollMs : Number.POSITIVE_INFINITY,
      folders: [inbox.quarantine],
      round: () => this.#round(),
      // Somebody wants a look now, whatever the breaker says.
      onPoll: () => session.resetBackoff(),
    });
    this.#look = new RemoteLook(inbox, context.store, context.clock);
    const { wake, waitAfter } = this.#intake;
    this.#work = new RemoteWork(
      context,
      inbox,
      {
        onTrouble: (name, reason, longestMs) => this.#trouble(name, reason, longestMs),
        onRecorded: (files) => this.#intake.recorded(files),
        onSettled: (name) => void this.#intake.retries.forget(name),
        onLink: (version) => {
          this.#look.isLink(version);
          wake();
        },
        onFailure: waitAfter,
        onFree: wake,
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
      if (this.#unready !== message) this.#intake.report.inboxLost(new Error(message));
      this.#unready = message;
    }
    return this.#unready === null;
  }

  /** Runs until the signal is aborted and claimed files are finished. */
  async run(): Promise<void> {
    await this.#intake.run(this.#signal);
    await this.#work.ends();
    await this.close();
    this.#stopped = true;
  }

  /** Disconnects from the partner; at its end, `run` does so too. */
  async close(): Promise<void> {
    await this.#session.end();
  }

  status(): ChannelStatus {
    const problem = this.#session.problem ?? this.#folderProblem;
    const { waitsFor, lastListingAt, report, retries } = this.#intake;
    return {
      name: this.#inbox.name,
      path: this.#place,
      state: this.#state(),
      problem: this.#unready ?? problem?.message ?? waitsFor,
      lastListingAt,
      recorded: report.count,
      countedSince: report.countedSince,
      waiting: this.#look.waiting(),
      ignored: {
        ...statusList(this.#found?.ignored ?? []),
        count: this.#found?.ignoredCount ?? 0,
      },
      troubled: statusList(retries.list()),
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
    if (this.#intake.hold !== null) return "on-hold";
    if (this.#session.problem !== null) return "unreachable";
    if (this.#folderProblem !== null)
      return this.#folderProblem.code === "missing" ? "vanished" : "refused";
    return this.#intake.waitsFor === null ? "watching" : "waiting";
  }

  #retryAt(): number | null {
    const { clock } = this.#context;
    if (this.#session.problem === null) return null;
    return Math.round(clock.wall() + Math.max(0, this.#session.retryAt - clock.steady()));
  }

  /** One look and what follows from it; returns the moments when there is more to do. */
  async #round(): Promise<Moments> {
    const { clock } = this.#context;
    const intake = this.#intake;
    const began = clock.steady();
    intake.schedule.looked(began);
    const next = this.#nextScheduled();
    if (this.#unready !== null && !this.#isReady()) return [began + retryMs];
    try {
      // A channel on hold leaves the partner alone.
      if (await intake.isOnHold()) {
        await this.#session.disconnect();
        return [next];
      }
      if (intake.isWaiting()) return [intake.waitingUntil];
      if (await intake.isClosed()) return [clock.steady() + askAgainMs];
      const watch = intake.watchFailures();
      const link = await this.#session.link();
      const more = await this.#workOn(link);
      if (link.broken === null) this.#wentWell();
      watch.wentWell();
      if (intake.waitingUntil !== null) return [intake.waitingUntil];
      const moments = [this.#found?.nextAt ?? null, intake.retries.nextAt, next];
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
    const { schedule, retries } = this.#intake;
    const watch = this.#intake.watchFailures();
    const limits: WorkLimits = {
      isOverdue: () => schedule.isOverdue(),
      isStopped: async () =>
        this.#signal.aborted ||
        link.broken !== null ||
        watch.hasFailed() ||
        (await this.#intake.isClosed()),
      isDue: (name) => !retries.isBackingOff(name, clock.steady()),
    };
    const { claim } = this.#inbox;
    const claimed = claim === null ? [] : await this.#work.resume(link, claim, limits);
    const began = clock.steady();
    const beganAt = clock.wall();
    const found = await this.#look.look(link, this.#work.isInHand);
    schedule.looked(began);
    this.#accept(found, claimed, beganAt);
    await this.#work.settle(
      link,
      found.unsettled.filter(({ name }) => limits.isDue(name)),
    );
    return !(await limits.isStopped()) && (await this.#work.take(link, found.ready, limits));
  }

  /** `claimed`: the names of the files in the claim folder. */
  #accept(found: RemoteFound, claimed: readonly string[], beganAt: number): void {
    this.#found = found;
    this.#intake.listed(beganAt);
    this.#intake.report.ignored(found.ignored);
    const names = [
      ...claimed,
      ...found.ready.map(({ name }) => name.text),
      ...found.unsettled.map(({ name }) => name),
    ];
    this.#intake.retries.keepOnly(new Set(names));
  }

  /** The server answered as it should from the first question to the last. */
  #wentWell(): void {
    this.#session.worked();
    this.#folderProblem = null;
    if (this.#told !== null) this.#intake.report.serverBack();
    this.#told = null;
  }

  #failed(error: unknown, next: number | null): Moments {
    if (!(error instanceof SftpError)) throw error;
    if (error.code === "stopped") return [next];
    if (!isOfLink(error)) this.#folderProblem = error;
    if (this.#told !== error.message) this.#intake.report.inboxLost(error);
    this.#told = error.message;
    return [isOfLink(error) ? this.#session.retryAt : next];
  }

  /** Ends a connection that would only be idle until the next look. */
  async #rested(moments: Moments): Promise<Moments> {
    const { clock } = this.#context;
    const due = moments.filter((moment) => moment !== null);
    const every = this.#inbox.times === null ? this.#inbox.pollMs : Number.POSITIVE_INFINITY;
    const wait = Math.min(every, ...due.map((moment) => moment - clock.steady()));
    if (wait > idleMs && this.#work.isIdle) await this.#session.disconnect();
    return moments;
  }

  /** When the schedule wants the next look, on the steady clock; null when it is the poll's business. */
  #nextScheduled(): number | null {
    const { times } = this.#inbox;
    if (times === null) return null;
    const { clock } = this.#context;
    return clock.steady() + nextLook(times, clock.wall()) - clock.wall();
  }

  #trouble(name: string, reason: string, longestMs?: number): void {
    const isNews = this.#intake.trouble(name, name, reason, longestMs);
    if (isNews) this.#intake.report.leftAtPartner(name, reason);
  }
}
