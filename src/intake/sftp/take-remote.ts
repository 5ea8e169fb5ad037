import { ChannelError } from "../../channels/channel-error.ts";
import { markerNames, textName } from "../../channels/folder/disk-name.ts";
import { isOfLink } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import type { Turns } from "../../channels/sftp/turns.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { ReadFile, Recorded, RecordFailure } from "../../store/port/files/file-store.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import { endedByStore, StoreError } from "../../store/port/store-error.ts";
import type { IntakeContext } from "../channel/context.ts";
import type { NamedRecorded } from "../channel/log-file.ts";
import { quarantineCopy } from "../channel/quarantine.ts";
import { reasonText } from "../channel/reason-text.ts";
import { quarantineMembers } from "../container/quarantine-members.ts";
import { recordPacked } from "../container/record-packed.ts";
import { type PackedArrival, packedKindIn, readPacked, readPlain } from "../file/read-file.ts";
import { fetchSmall } from "./fetch-small.ts";
import type { RemoteItem } from "./remote-item.ts";
import { dispose } from "./remote-moves.ts";
import { longestAfterBreakMs, Suspects } from "./suspects.ts";

/** Of a file that is in the listing: if it is gone from the next one as well, nothing more is said of it. */
export const notThere =
  "the server lists it and says that there is no such file when it is asked for; if it stays so, ask the partner to look at that name in the folder";

const neverTheSame =
  "it is recorded, but the server tells another kind, size or time of it by name than in its listing, so that it is not taken away; ask the partner whether it is a link, and to put a regular file there";

/** What a channel does with what happens to its files. */
export interface TakeEvents {
  /** Called with files right after their commit. */
  readonly onRecorded: (files: readonly NamedRecorded[]) => void | Promise<void>;
  /** Nothing is left to do for a file. */
  readonly onSettled: (name: string) => void;
  /** Something about one file failed; it is tried again. */
  readonly onTrouble: (name: string, reason: string, longestMs?: number) => void;
  /** What the listing calls a file is a symbolic link. */
  readonly onLink: (version: RemoteVersion) => void;
}

/** A file that was fetched and read. */
export interface FetchedItem {
  readonly item: RemoteItem;
  /** As it is recorded, or the container it is. */
  readonly file: ReadFile | PackedArrival;
}

/** A file for which nothing is left to do. */
interface SettledItem {
  readonly item: RemoteItem;
  readonly isKept: boolean;
}

/** Where a file's bytes are at hand for a copy. */
export type BytesAtHand = string | { readonly bytes: Uint8Array };

/** A recorded file that is still at the partner. */
export interface SettlingItem {
  readonly item: RemoteItem;
  readonly recorded: Recorded;
  readonly bytes: BytesAtHand;
  /** Whether files may lie in it: then the refused ones are laid into quarantine first. */
  readonly mayHoldFiles: boolean;
}

/**
 * The way of files from a partner into the store and away there, for many at once: `turns` bounds how
 * many are worked on. Whatever is wrong with one of them, the others go on. What ends the link or the
 * store rejects; what was not done then is found again by the next look.
 */
export class RemoteTaking {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #turns: Turns;
  readonly #events: TakeEvents;
  /** What may break the connection whenever it is fetched. */
  readonly suspects = new Suspects();

  constructor(context: IntakeContext, inbox: SftpInbox, turns: Turns, events: TakeEvents) {
    this.#context = context;
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#turns = turns;
    this.#events = events;
  }

  /**
   * Fetches and reads files; gives those that came whole. A link that breaks leaves out the rest.
   * `isAlone`: nothing else is asked of it that may be why.
   */
  async fetch(
    link: SftpLink,
    items: readonly RemoteItem[],
    isAlone: boolean,
  ): Promise<FetchedItem[]> {
    const fetched = await Promise.all(
      items.map((item) => this.#turns.take(() => this.#fetchOne(link, item, isAlone))),
    );
    await this.#letGoOfLinks(items.filter((_, at) => fetched[at] === "link"));
    this.#context.onStep("remote-fetched");
    return fetched.filter((one) => one !== null && one !== "link");
  }

  /** The files were claimed before the server was asked. */
  async #letGoOfLinks(items: readonly RemoteItem[]): Promise<void> {
    if (items.length === 0) return;
    for (const { version } of items) this.#events.onLink(version);
    const names = items.map(({ version }) => version.name);
    await this.#context.store.remoteFiles.forget({ place: this.#place, names });
  }

  /** Records what was fetched, in one commit, and each container in one of its own; gives what became of each that could be recorded. */
  async record(fetched: readonly FetchedItem[]): Promise<[FetchedItem, Recorded][]> {
    if (fetched.length === 0) return [];
    const whole = fetched.flatMap(({ file }) => ("outcome" in file ? [file] : []));
    const answers = whole.length === 0 ? [] : await this.#context.store.files.record(whole);
    if (whole.length > 0) this.#context.onStep("recorded");
    for (const { file } of fetched)
      if (!("outcome" in file)) answers.push(await this.#recordPacked(file));
    const byArrival = new Map(answers.map((answer) => [answer.arrival, answer]));
    const recorded: [FetchedItem, Recorded][] = [];
    for (const one of fetched) {
      const answer = byArrival.get(one.item.arrival);
      const { name } = one.item.version;
      if (answer === undefined) continue;
      if ("error" in answer) {
        this.#events.onTrouble(name, `it could not be recorded: ${errorMessage(answer.error)}`);
      } else {
        recorded.push([one, answer]);
      }
    }
    const named = recorded.map(([{ item }, answer]) => ({
      name: item.version.name,
      recorded: answer,
    }));
    await this.#events.onRecorded(named);
    return recorded;
  }

  async #recordPacked(file: PackedArrival): Promise<Recorded | RecordFailure> {
    try {
      const recorded = await recordPacked(this.#context, file, null);
      this.#context.onStep("recorded");
      return recorded;
    } catch (error) {
      if (endedByStore(error) || !(error instanceof Error)) throw error;
      return { arrival: file.arrival, error };
    }
  }

  /** Does with recorded files what the channel says: copies of the refused, then away with them at the partner. */
  async settle(link: SftpLink, files: readonly SettlingItem[]): Promise<void> {
    const ended = await Promise.all(
      files.map((file) => this.#turns.take(() => this.#settleOne(link, file))),
    );
    this.#context.onStep("remote-disposed");
    const settled = ended.filter((one) => one !== null);
    await this.#note(settled);
    for (const { item } of settled) this.#events.onSettled(item.version.name);
    this.#context.onStep("remote-settled");
  }

  /** Lets go of the rows of files that are not at the partner any more, and marks those that stay there. */
  async #note(settled: readonly SettledItem[]): Promise<void> {
    if (this.#inbox.claim !== null || settled.length === 0) return;
    const { store } = this.#context;
    const [stay, left] = [true, false].map((kept) => settled.filter((one) => one.isKept === kept));
    const names = left?.map(({ item }) => item.version.name) ?? [];
    if (names.length > 0) await store.remoteFiles.forget({ place: this.#place, names });
    const rows = stay?.map(({ item: { version, claim } }) => ({ ...version, claim, kept: true }));
    if (rows !== undefined && rows.length > 0)
      await store.remoteFiles.claim({ place: this.#place, files: rows });
  }

  async #fetchOne(
    link: SftpLink,
    item: RemoteItem,
    isAlone: boolean,
  ): Promise<FetchedItem | "link" | null> {
    const { name, modifiedAt } = item.version;
    if (link.broken !== null) return null;
    try {
      // What is claimed by renaming was asked for before that.
      const asksForLink = this.#inbox.claim === null;
      const fetched = await fetchSmall(link, item, { asksForLink });
      this.suspects.clear(name);
      if (fetched.kind === "link") return "link";
      if (fetched.kind === "changing") this.#events.onTrouble(name, fetched.reason);
      if (fetched.kind === "gone") this.#events.onTrouble(name, notThere);
      if (fetched.kind !== "bytes") return null;
      const { arrival, seenAt } = item;
      const known = { arrival, name, seenAt, channel: this.#inbox.name };
      const read = { ...known, modifiedAt: modifiedAt ?? seenAt };
      const kind = packedKindIn(this.#context, fetched.bytes);
      if (kind !== null) return { item, file: readPacked(kind, read, fetched.bytes) };
      return { item, file: readPlain(this.#context, read, fetched.bytes) };
    } catch (error) {
      const reason = isOfLink(error)
        ? this.suspects.brokeOn(name, isAlone, error)
        : `it cannot be fetched: ${errorMessage(error)}`;
      const longestMs = isOfLink(error) ? longestAfterBreakMs : undefined;
      if (reason !== null) this.#events.onTrouble(name, reason, longestMs);
      return null;
    }
  }

  /** Null when it is to be done again. */
  async #settleOne(
    link: SftpLink,
    { item, recorded, bytes, mayHoldFiles }: SettlingItem,
  ): Promise<SettledItem | null> {
    const { name } = item.version;
    try {
      if (recorded.state === "rejected") await this.#quarantine(name, recorded.id, bytes);
      else if (mayHoldFiles) await quarantineMembers(this.#context, this.#inbox, recorded.id);
      const disposed = await dispose(link, this.#inbox, item, this.#markerOf(name));
      // That it is gone, the next listing has to say as well: some servers look away, as it were.
      if (disposed === "gone") return null;
      // The same bytes again, and still another file by name: taking it anew would never end.
      if (disposed === "replaced" && (recorded.known || recorded.state === "duplicate")) {
        this.#events.onTrouble(name, neverTheSame);
        return null;
      }
      return { item, isKept: this.#inbox.taken.kind === "keep" };
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (!isOfLink(error)) this.#events.onTrouble(name, this.#sayUnsettled(error));
      return null;
    }
  }

  #sayUnsettled(error: unknown): string {
    if (error instanceof ChannelError) return `it is refused and recorded, but ${error.message}`;
    const { taken } = this.#inbox;
    const what = taken.kind === "move" ? `moved to ${taken.folder}` : "deleted";
    return `it is recorded but cannot be ${what} at the partner: ${errorMessage(error)}. Ask the partner for the right to, or set "taken: keep"; a check of the channel tries it`;
  }

  async #quarantine(name: string, id: number, bytes: BytesAtHand): Promise<void> {
    const { store, commandOf, onStep } = this.#context;
    const record = await store.files.get(id);
    if (record === null) throw new Error(`the store has lost file ${id}`);
    const reason = reasonText(record, commandOf);
    await quarantineCopy(this.#inbox.quarantine, id, textName(name), bytes, reason);
    onStep("quarantined");
  }

  #markerOf(name: string): string | null {
    const { marker } = this.#inbox;
    return marker === null ? null : markerNames(marker).of(textName(name)).text;
  }
}
