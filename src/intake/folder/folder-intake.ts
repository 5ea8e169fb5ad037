import { type FSWatcher, watch } from "chokidar";
import { ChannelError } from "../../channels/channel-error.ts";
import { nameKey } from "../../channels/folder/disk-name.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { ChannelIntake, type Moments } from "../channel/channel-intake.ts";
import {
  type ChannelStatus,
  listedInStatus,
  type StatusList,
  stateOf,
  statusList,
} from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import { askAgainMs } from "../channel/intake-gate.ts";
import { ActiveClaims, batchesOf, type TakenFiles } from "./active-claims.ts";
import type { ClaimFailure, ReadyFile } from "./claim.ts";
import { type IgnoredEntry, type InboxFound, InboxLook } from "./inbox-look.ts";
import type { Owner } from "./owner-mark.ts";
import type { FileThread } from "./thread/file-thread.ts";

/** From so many files on they are taken with the bell off: it would ring for each one that we rename. */
const takenInQuiet = 500;
/** From so many files on they are worth a second thread: it costs as much processor time to begin as taking 2,000. */
const worthThread = 5_000;

/** What the intake of a folder runs with. */
export interface FolderIntakeParts {
  readonly owner: Owner;
  /** Aborted to stop. */
  readonly signal: AbortSignal;
  /** Works on files beside this thread when many wait; nothing does when absent. */
  readonly thread?: FileThread | null;
}

/**
 * Takes the files of one inbox, until it is stopped. The listing is the truth; the watcher only makes
 * the next look come sooner, as do waiting files that fall due. Whatever fails is reported, waited for
 * and tried again, also what is found wrong at the start: it is this channel's trouble alone.
 */
export class FolderIntake {
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #signal: AbortSignal;
  readonly #intake: ChannelIntake;
  readonly #inbox: InboxLook;
  readonly #claims: ActiveClaims;
  readonly #thread: FileThread | null;
  /** Files that are complete and are not taken, since the channel is on hold or waiting. */
  #left: readonly ReadyFile[] = [];
  #ignored: readonly IgnoredEntry[] = [];
  #inboxProblem: ChannelError | null = null;
  #bell: FolderWatch | null = null;
  #quiet = false;
  #stopped = false;

  constructor(
    context: IntakeContext,
    channel: FolderChannel,
    { owner, signal, thread = null }: FolderIntakeParts,
  ) {
    const { name, pollMs, archive, quarantine, work } = channel;
    this.#context = context;
    this.#channel = channel;
    this.#signal = signal;
    const folders = [work, archive, quarantine];
    const round = () => this.#round();
    this.#intake = new ChannelIntake(context, { name, pollMs, folders, round });
    this.#inbox = new InboxLook(channel, owner, context.clock);
    const onFailures = (failures: readonly ClaimFailure[]) => this.#noteFailures(failures);
    const parts = { intake: this.#intake, signal, thread, onFailures };
    this.#claims = new ActiveClaims(context, channel, parts);
    this.#thread = thread;
  }

  /** Makes the channel ready, or finds out why it is not: then it is looked at again and again. */
  async open(): Promise<void> {
    await this.#look();
  }

  /** Runs until the signal is aborted and claimed files are finished. */
  async run(): Promise<void> {
    await this.#intake.run(this.#signal);
    await this.#claims.largeEnds();
    await this.close();
    this.#stopped = true;
  }

  /** Releases the inbox; at its end, `run` does so too. */
  async close(): Promise<void> {
    await this.#bell?.close();
  }

  status(): ChannelStatus {
    const { name, path } = this.#channel;
    const { waitsFor, hold, lastListingAt, report, retries } = this.#intake;
    return {
      name,
      path,
      state: this.#stopped ? "stopped" : stateOf(this.#inboxProblem, waitsFor, hold),
      problem: this.#inboxProblem?.message ?? waitsFor,
      lastListingAt,
      recorded: report.count,
      countedSince: report.countedSince,
      waiting: this.#waiting(),
      ignored: statusList(this.#ignored),
      troubled: statusList([...retries.list(), ...this.#claims.troubled()]),
    };
  }

  /** Files that are not steady yet, after those that are and that nobody takes now. */
  #waiting(): StatusList {
    const changing = this.#inbox.waiting();
    const { waitsFor, hold, retries } = this.#intake;
    const isWaiting = waitsFor !== null;
    if (!isWaiting && hold === null) return changing;
    const why = isWaiting ? "waiting" : "on hold";
    const left = this.#left
      .filter(({ name }) => !retries.has(nameKey(name)))
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
  async #round(): Promise<Moments> {
    const { clock } = this.#context;
    const intake = this.#intake;
    const found = await this.#look();
    this.#left = found?.ready ?? [];
    // Claimed files are on the same mount, and a call that never returns would stop the whole program.
    if (this.#inboxProblem?.code === "silent") return [];
    if (intake.isWaiting()) return [intake.waitingUntil];
    // While the disk is short of room, for example, claimed files are not finished either: it would need room.
    if (await intake.isClosed()) return [clock.steady() + askAgainMs];
    const more = await this.#work(found).catch((error: unknown) => {
      intake.waitAfter(error);
      return false;
    });
    if (this.#quiet && !more) this.#watchFolder();
    if (intake.waitingUntil !== null) return [intake.waitingUntil];
    if (found === null) return [this.#claims.nextAt];
    const now = more ? clock.steady() : null;
    return [found.nextAt, intake.retries.nextAt, this.#claims.nextAt, now];
  }

  async #look(): Promise<InboxFound | null> {
    const { clock } = this.#context;
    const began = clock.steady();
    const beganAt = clock.wall();
    try {
      const found = await this.#inbox.look();
      // It is ready by the time that what is seen for the first time is steady.
      if (found.ready.length + found.waiting >= worthThread) this.#thread?.prepare();
      this.#accept(found, beganAt);
      return found;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      if (this.#inboxProblem?.message !== error.message) this.#intake.report.inboxLost(error);
      this.#inboxProblem = error;
      return null;
    } finally {
      this.#intake.schedule.looked(began);
    }
  }

  #accept(found: InboxFound, beganAt: number): void {
    const { report } = this.#intake;
    this.#intake.listed(beganAt);
    this.#ignored = found.ignored;
    report.ignored(found.ignored);
    if (this.#inboxProblem !== null) report.inboxBack();
    this.#inboxProblem = null;
    if (!found.reopened) return;
    this.#claims.adopt();
    this.#watchFolder();
  }

  /** Goes on with unfinished claims, then takes what is ready. True when files are left for the next round. */
  async #work(found: InboxFound | null): Promise<boolean> {
    const { retries } = this.#intake;
    const now = this.#context.clock.steady();
    const watch = this.#intake.watchFailures();
    await this.#claims.resumeDue();
    if (watch.hasFailed()) return false;
    let more = false;
    // Unfinished claims are finished under a hold all the same: their files are out of the inbox already.
    if (found !== null && !(await this.#intake.isOnHold())) {
      this.#left = [];
      retries.keepOnly(new Set(found.ready.map((file) => nameKey(file.name))));
      const ready = found.ready.filter((file) => !retries.isBackingOff(nameKey(file.name), now));
      const taken = ready.length === 0 ? null : this.#context.taking?.();
      try {
        more = await this.#take(ready);
      } finally {
        taken?.();
      }
    }
    watch.wentWell();
    return more;
  }

  async #take(ready: readonly ReadyFile[]): Promise<boolean> {
    const { largeFileBytes } = this.#context;
    const watch = this.#intake.watchFailures();
    const isLarge = (file: ReadyFile) => file.signature.sizeBytes > largeFileBytes;
    const large = ready.find(isLarge);
    if (large !== undefined && this.#claims.isLargeFree) this.#claims.takeLarge(large);
    const small = ready.filter((file) => !isLarge(file));
    if (small.length >= takenInQuiet) await this.#takeBellOff();
    // Two claims are not committed at a time: while one is recorded, the next is made durable and read.
    const inHand: TakenFiles[] = [];
    let isOverdue = false;
    for (const batch of batchesOf(small, (file) => file.signature.sizeBytes)) {
      isOverdue = this.#intake.schedule.isOverdue();
      if (isOverdue || this.#signal.aborted || watch.hasFailed()) break;
      if (await this.#intake.isClosed()) break;
      const before = inHand.at(-1)?.committed ?? Promise.resolve();
      inHand.push(this.#claims.take(batch, before));
      await before;
    }
    await Promise.all(inHand.map(({ ended }) => ended));
    return isOverdue;
  }

  #noteFailures(failures: readonly ClaimFailure[]): void {
    for (const { name, reason } of failures) {
      const isNews = this.#intake.trouble(nameKey(name), name.text, reason);
      if (isNews) this.#intake.report.unclaimable(name, reason);
    }
  }

  async #takeBellOff(): Promise<void> {
    this.#quiet = true;
    await this.#bell?.close();
    this.#bell = null;
  }

  #watchFolder(): void {
    void this.#bell?.close();
    this.#quiet = false;
    this.#bell = watchFolder(this.#channel.path, this.#intake.wake, (error) =>
      this.#intake.report.bellFailed(error),
    );
  }
}

/** Rings when something happens in a folder. It may ring too often and may miss things: see the listing. */
interface FolderWatch {
  close(): Promise<void>;
}

/**
 * Watches a folder with one kernel watch whatever the number of files in it: the files themselves are
 * ignored, what rings is the raw event of the folder. Errors are reported and otherwise harmless, since
 * the folder is listed regularly all the same.
 */
function watchFolder(
  folder: string,
  ring: () => void,
  onError: (error: unknown) => void,
): FolderWatch {
  const watcher: FSWatcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => path !== folder,
  });
  // What came while the watch was being set up is there by now.
  watcher.on("ready", ring);
  watcher.on("raw", ring);
  watcher.on("all", ring);
  watcher.on("error", onError);
  return { close: () => watcher.close() };
}
