import { isOfLink } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import { endedByStore } from "../../store/port/store-error.ts";

import type { IntakeContext } from "../channel/context.ts";
import { adoptBlob, blobPath } from "../file/blob.ts";
import { type LargeRecording, recordLargeFile } from "../file/record-large-file.ts";
import { draftPath, type FetchedLarge, LargeFetches } from "./fetch-large.ts";
import type { RemoteItem } from "./remote-item.ts";
import { longestAfterBreakMs } from "./suspects.ts";
import { notThere, type RemoteTaking, type TakeEvents } from "./take-remote.ts";

/** What fetching a large file tells besides. */
export interface LargeFetchEvents extends TakeEvents {
  /** The store or the disk cannot be used. */
  readonly onFailure: (error: unknown) => void;
  /** Another large file may be fetched. */
  readonly onFree: () => void;
}

type LargeRecorded = Pick<
  Extract<LargeRecording, { kind: "recorded" }>,
  "recorded" | "hash" | "isContainer"
>;

/** Large files of one partner, one at a time beside the small ones: fetched to the disk, then recorded from there. */
export class LargeFetch {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #taking: RemoteTaking;
  readonly #events: LargeFetchEvents;
  readonly #signal: AbortSignal;
  readonly #fetches: LargeFetches;
  #running: Promise<void> | null = null;
  /** Called when bytes of the large file have come. */
  #onMove: () => void = () => {};
  #hasMoved = false;

  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    taking: RemoteTaking,
    events: LargeFetchEvents,
    signal: AbortSignal,
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#taking = taking;
    this.#events = events;
    this.#signal = signal;
    this.#fetches = new LargeFetches(context.blobs, (step) => {
      if (step === "remote-piece") this.#moved();
      context.onStep(step);
    });
  }

  get isFree(): boolean {
    return this.#running === null;
  }

  /** No large file is being fetched that may be why the connection breaks: a file that moves gets through in the end. */
  get isBeyondSuspicion(): boolean {
    return this.isFree || this.#hasMoved;
  }

  /** Resolves when no large file is being fetched. */
  async ends(): Promise<void> {
    await this.#running;
  }

  /**
   * Takes a file through to the end. `onLeft` is called when it is done with; what this gives resolves
   * earlier, when bytes of it have come.
   */
  enter(link: SftpLink, item: RemoteItem, onLeft: () => void): Promise<void> {
    this.#hasMoved = false;
    const moved = new Promise<void>((resolve) => {
      this.#onMove = resolve;
    });
    this.#running = this.#take(link, item)
      .catch((error: unknown) => this.#failed(link, item, error))
      .finally(() => {
        this.#running = null;
        this.#onMove();
        onLeft();
        this.#events.onFree();
      });
    return moved;
  }

  #moved(): void {
    this.#hasMoved = true;
    this.#onMove();
  }

  /** Removes what is left of fetches that nobody came back to. */
  sweep(): void {
    this.#fetches.sweep(Date.now());
  }

  /** Removes what was fetched of a file that is done with. */
  drop(version: RemoteVersion): void {
    if ((version.sizeBytes ?? 0) > this.#context.largeFileBytes)
      this.#fetches.drop(this.#draft(version));
  }

  async #take(link: SftpLink, item: RemoteItem): Promise<void> {
    const draft = this.#draft(item.version);
    const fetched = await this.#fetch(link, item, draft);
    if (fetched.kind === "changing") this.#events.onTrouble(item.version.name, fetched.reason);
    if (fetched.kind === "gone") this.#events.onTrouble(item.version.name, notThere);
    if (fetched.kind !== "whole") return;
    this.#context.onStep("remote-fetched");
    const { recorded, hash, isContainer = false } = await this.#record(item, draft);
    await this.#events.onRecorded([{ name: item.version.name, recorded }]);
    // Before the file is taken away at the partner: afterwards nobody would come back to the draft.
    this.#fetches.drop(draft);
    const bytes = blobPath(this.#context.blobs, hash);
    await this.#taking.settle(link, [{ item, recorded, bytes, mayHoldFiles: isContainer }]);
  }

  /** One that broke the connection before any byte of it came is not merely long. */
  async #fetch(link: SftpLink, item: RemoteItem, draft: string): Promise<FetchedLarge> {
    const { suspects } = this.#taking;
    const { name } = item.version;
    const isAlone = suspects.has(name);
    try {
      const fetched = await this.#fetches.fetch(link, item, draft, this.#signal);
      suspects.clear(name);
      return fetched;
    } catch (error) {
      if (this.#hasMoved) suspects.clear(name);
      else if (isOfLink(error)) {
        const reason = suspects.brokeOn(name, isAlone, error);
        if (reason !== null) this.#events.onTrouble(name, reason, longestAfterBreakMs);
      }
      throw error;
    }
  }

  async #record(item: RemoteItem, path: string): Promise<LargeRecorded> {
    const { arrival, seenAt, version } = item;
    const file = { arrival, seenAt, path, name: version.name, channel: this.#inbox.name };
    const recording = await recordLargeFile(
      this.#context,
      { ...file, signature: null },
      this.#signal,
      adoptBlob,
    );
    if (recording.kind !== "recorded") throw new Error("a draft changed while it was read");
    this.#context.onStep("recorded");
    return recording;
  }

  #failed(link: SftpLink, item: RemoteItem, error: unknown): void {
    if (this.#signal.aborted || isOfLink(error) || link.broken !== null) return;
    const { name } = item.version;
    this.#events.onTrouble(name, `it cannot be taken: ${errorMessage(error)}`);
    if (endedByStore(error)) this.#events.onFailure(error);
  }

  #draft(version: RemoteVersion): string {
    return draftPath(this.#context.blobs, placeOf(this.#inbox), version);
  }
}
