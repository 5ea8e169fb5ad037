import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import { Turns } from "../../channels/sftp/turns.ts";
import type { SftpInbox } from "../../config/channel/sftp-inbox.ts";
import type { KnownRemote } from "../../store/port/files/remote-file-store.ts";
import type { IntakeContext } from "../channel/context.ts";
import { batchesOf } from "../folder/active-claims.ts";
import { LargeFetch, type LargeFetchEvents } from "./large-fetch.ts";
import { type ReadyRemote, RemoteClaims } from "./remote-claims.ts";
import { type RemoteItem, remotePath } from "./remote-item.ts";
import { type BytesAtHand, type FetchedItem, RemoteTaking } from "./take-remote.ts";
import { UnsettledFiles, type UnsettledItem } from "./unsettled.ts";

/** When to stop taking on more. */
export interface WorkLimits {
  /** So much time went into taking files that it is time to look again. */
  readonly isOverdue: () => boolean;
  /** Something failed that makes going on useless, or no more may be taken in just now. */
  readonly isStopped: () => Promise<boolean>;
  /** Whether a file's time has come, after trouble with it. */
  readonly isDue: (name: string) => boolean;
}

/** The claimed files of one partner, from their claim to their end. */
export class RemoteWork {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #events: LargeFetchEvents;
  readonly #claims: RemoteClaims;
  readonly #taking: RemoteTaking;
  readonly #unsettled: UnsettledFiles;
  readonly #large: LargeFetch;
  /** Where they lie at the server. */
  readonly #inHand = new Set<string>();

  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    events: LargeFetchEvents,
    signal: AbortSignal,
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#events = events;
    const turns = new Turns(inbox.server.inFlight);
    const { onTrouble } = events;
    this.#claims = new RemoteClaims(context, inbox, turns, onTrouble, events.onLink);
    this.#taking = new RemoteTaking(context, inbox, turns, events);
    this.#unsettled = new UnsettledFiles(context, inbox, turns, this.#taking, onTrouble);
    this.#large = new LargeFetch(context, inbox, this.#taking, events, signal);
  }

  /** Removes what is left on this machine of files that nobody came back to. */
  sweep(): void {
    this.#large.sweep();
  }

  /** Whether no file is claimed. */
  get isIdle(): boolean {
    return this.#inHand.size === 0;
  }

  /** Resolves when no file is claimed any more. */
  async ends(): Promise<void> {
    await this.#large.ends();
  }

  /** Whether a file of the partner's folder is being worked on. */
  readonly isInHand = (name: string): boolean =>
    this.#inHand.has(remotePath(this.#inbox.folder, name));

  /**
   * Continues with the files in the claim folder: of an earlier run, or of a link that broke. Gives the
   * names of all that lay there.
   */
  async resume(link: SftpLink, folder: string, limits: WorkLimits): Promise<string[]> {
    const found = await this.#claims.claimed(link, folder);
    const items = found.filter(
      ({ path, version }) => !this.#inHand.has(path) && limits.isDue(version.name),
    );
    const { suspects } = this.#taking;
    const inTurn = suspects.inTurn(
      items,
      ({ version }) => version.name,
      (some) => batchesOf(some, sizeOf),
    );
    for (const batch of inTurn) {
      if (await limits.isStopped()) break;
      const fresh = await this.#settleRecorded(link, batch, folder);
      await (await this.#takeItems(link, fresh, Promise.resolve())).ended;
    }
    return found.map(({ version }) => version.name);
  }

  /** Ends what was recorded before and never taken away. */
  async settle(link: SftpLink, known: readonly KnownRemote[]): Promise<void> {
    await this.#unsettled.settleKnown(link, known);
    for (const version of known) this.#large.drop(version);
  }

  /** Takes files through to the end. True when some are left for the next look. */
  async take(link: SftpLink, ready: readonly ReadyRemote[], limits: WorkLimits): Promise<boolean> {
    const due = ready.filter(({ name }) => limits.isDue(name.text));
    const isLarge = ({ signature }: ReadyRemote) => this.#isLarge(signature.sizeBytes);
    const large = due.filter(isLarge);
    const isSuspect = ({ name }: ReadyRemote) => this.#taking.suspects.has(name.text);
    await this.#takeLarge(
      link,
      large.find((file) => !isSuspect(file)),
    );
    let before: Promise<unknown> = Promise.resolve();
    let isOverdue = false;
    const small = due.filter((file) => !isLarge(file));
    const { suspects } = this.#taking;
    const inTurn = suspects.inTurn(
      small,
      ({ name }) => name.text,
      (some) => batchesOf(some, ({ signature }) => signature.sizeBytes),
    );
    for (const batch of inTurn) {
      // A suspect is fetched while nothing else is asked of the link.
      if (batch.some(isSuspect)) await before;
      isOverdue = limits.isOverdue();
      if (isOverdue || (await limits.isStopped())) break;
      const items = await this.#claims.claim(link, batch, "when-fetched");
      before = (await this.#takeItems(link, items, before)).ended;
    }
    await before;
    if (!isOverdue && !(await limits.isStopped()))
      await this.#takeLarge(link, suspects.among(large, ({ name }) => name.text)[0]);
    return isOverdue;
  }

  /** Claims a large file and fetches it, if no other is being fetched. */
  async #takeLarge(link: SftpLink, file: ReadyRemote | undefined): Promise<void> {
    if (file === undefined || !this.#large.isFree) return;
    const [item] = await this.#claims.claim(link, [file], "before");
    if (item !== undefined) await this.#fetchLarge(link, item);
  }

  /**
   * Fetches files while those before are recorded and settled, and begins to record these when `before`
   * has ended, so that files are recorded in their order. `ended` never rejects.
   */
  async #takeItems(
    link: SftpLink,
    items: readonly RemoteItem[],
    before: Promise<unknown>,
  ): Promise<{ readonly ended: Promise<unknown> }> {
    const large = items.filter(({ version }) => this.#isLarge(version.sizeBytes ?? 0));
    const [first] = large;
    if (first !== undefined && this.#large.isFree) await this.#fetchLarge(link, first);
    const small = items.filter((item) => !large.includes(item));
    for (const { path } of small) this.#inHand.add(path);
    const isAlone = small.length === 1 && this.#large.isBeyondSuspicion;
    const fetched = await this.#taking.fetch(link, small, isAlone);
    await before;
    const ended = this.#finish(link, fetched)
      .catch((error: unknown) => this.#events.onFailure(error))
      .finally(() => {
        for (const { path } of small) this.#inHand.delete(path);
      });
    return { ended };
  }

  async #finish(link: SftpLink, fetched: readonly FetchedItem[]): Promise<void> {
    const recorded = await this.#taking.record(fetched);
    const files = recorded.map(([{ item, file }, answer]) => ({
      item,
      recorded: answer,
      bytes: bytesOf(file),
      mayHoldFiles: !("outcome" in file),
    }));
    await this.#taking.settle(link, files);
  }

  /** Claimed files that are recorded are only settled; gives the others, and those that are other files by now. */
  async #settleRecorded(
    link: SftpLink,
    items: readonly RemoteItem[],
    folder: string,
  ): Promise<RemoteItem[]> {
    const { store } = this.#context;
    const known = await store.files.arrivals(items.map(({ arrival }) => arrival));
    const fresh: RemoteItem[] = [];
    const unsettled: UnsettledItem[] = [];
    for (const item of items) {
      const answer = known.get(item.arrival);
      const record =
        answer === undefined || answer.state === "recording"
          ? null
          : await store.files.get(answer.id);
      if (record === null) fresh.push(item);
      else {
        const { id: file, state, hash } = record;
        unsettled.push({ item, recorded: { file, state, hash } });
      }
    }
    for (const { item } of unsettled) this.#large.drop(item.version);
    for (const other of await this.#unsettled.settle(link, unsettled)) {
      const item = await this.#claims.reclaim(link, other, folder);
      if (item !== null) fresh.push(item);
    }
    return fresh;
  }

  /** Does not wait for the file to come through; with a suspect it waits until that is seen to move, and asks nothing else of the link. */
  async #fetchLarge(link: SftpLink, item: RemoteItem): Promise<void> {
    const isSuspect = this.#taking.suspects.has(item.version.name);
    this.#inHand.add(item.path);
    const moves = this.#large.enter(link, item, () => this.#inHand.delete(item.path));
    if (isSuspect) await moves;
  }

  #isLarge(sizeBytes: number): boolean {
    return sizeBytes > this.#context.largeFileBytes;
  }
}

function bytesOf(file: FetchedItem["file"]): BytesAtHand {
  if ("outcome" in file) return { bytes: file.bytes };
  return typeof file.source === "string" ? file.source : { bytes: file.source };
}

function sizeOf({ version }: RemoteItem): number {
  return version.sizeBytes ?? 0;
}
