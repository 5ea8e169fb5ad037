import {
  firstMatch,
  type MarkerNames,
  markerNames,
  textName,
} from "../../channels/folder/disk-name.ts";
import type { RemoteAttributes, RemoteEntry } from "../../channels/sftp/attributes.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { KnownRemote, RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import type { Store } from "../../store/port/store.ts";
import { listedInStatus, type StatusEntry, type StatusList } from "../channel/channel-status.ts";
import type { IgnoredEntry } from "../folder/inbox-look.ts";
import type { SeenFile } from "../folder/listing.ts";
import { type SteadyFile, type SteadyLook, SteadyWatch, waitingEntries } from "../folder/steady.ts";
import { isSameVersion, remotePath, seenFile, versionOf } from "./remote-item.ts";

/** New files that are watched at once; those beyond come when these are taken. Bounds the memory of a look. */
const watchedMost = 20_000;
/** Entries of other kinds that are remembered and reported. */
const toldMost = 1_000;

/** What a look at the partner's folder found. */
export interface RemoteFound extends SteadyLook {
  /** Recorded before, and not taken away yet: a break came between. */
  readonly unsettled: readonly KnownRemote[];
  readonly ignored: readonly IgnoredEntry[];
  /** How many entries were passed over, reported or not. */
  readonly ignoredCount: number;
  readonly entries: number;
  /** Recorded before, and staying where they are. */
  readonly kept: number;
}

/**
 * Looks at one folder of a partner, again and again. The whole listing, portion by portion, is compared
 * with what the store knows, so that it does not matter how old a file claims to be.
 */
export class RemoteLook {
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #store: Pick<Store, "remoteFiles">;
  readonly #clock: Clock;
  readonly #steady: SteadyWatch;
  readonly #markers: MarkerNames | null;
  /** What is listed as a file and is a link, as it was listed then, by name. */
  #links = new Map<string, RemoteVersion>();
  #waiting: StatusList = { count: 0, entries: [] };

  constructor(inbox: SftpInbox, store: Pick<Store, "remoteFiles">, clock: Clock) {
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#store = store;
    this.#clock = clock;
    this.#steady = new SteadyWatch(inbox.steadyMs);
    this.#markers = inbox.marker === null ? null : markerNames(inbox.marker);
  }

  /** The files that are not ready yet. */
  waiting(): StatusList {
    return this.#waiting;
  }

  /** What was listed as a file has turned out to be a symbolic link: it is passed over as long as it is listed so. */
  isLink(version: RemoteVersion): void {
    this.#links.set(version.name, version);
  }

  /** Lists the folder whole. Rejects with `SftpError` when that cannot be done, and nothing is concluded then. */
  async look(link: SftpLink, isInHand: (name: string) => boolean): Promise<RemoteFound> {
    const upTo = await this.#store.remoteFiles.last();
    const pass = new LookPass(this.#inbox, this.#markers);
    const rows = new Set<number>();
    const links = new Map<string, RemoteVersion>();
    for await (const entries of link.list(this.#inbox.folder)) {
      const files = await pass.sort(link, entries);
      const known = await this.#known(files);
      for (const file of files) {
        const row = known.get(file.name.text);
        if (row !== undefined) rows.add(row.id);
        const link = this.#links.get(file.name.text);
        if (link !== undefined && isSameVersion(link, versionOf(file))) {
          links.set(link.name, link);
          pass.passOver(link.name, `it is ${kindWords.link}; only regular files are taken`);
          continue;
        }
        if (!isInHand(file.name.text)) pass.place(file, row);
      }
    }
    this.#links = links;
    if (this.#inbox.claim === null)
      await this.#store.remoteFiles.forgetUnseen({ place: this.#place, seen: rows, upTo });
    return this.#judge(pass);
  }

  /** A file claimed by renaming has left the folder: whatever is here is new. */
  async #known(files: readonly SeenFile[]): Promise<ReadonlyMap<string, KnownRemote>> {
    if (this.#inbox.claim !== null || files.length === 0) return new Map();
    return this.#store.remoteFiles.known({
      place: this.#place,
      names: files.map(({ name }) => name.text),
    });
  }

  #judge(pass: LookPass): RemoteFound {
    const now = { wall: this.#clock.wall(), steady: this.#clock.steady() };
    const marked = this.#markers === null ? null : pass.isMarked;
    const look = this.#steady.look(pass.candidates, now, marked);
    const young: StatusEntry[] = [];
    let nextAt = look.nextAt;
    const ready = look.ready.filter((file) => {
      const left = this.#inbox.minimumAgeMs - ageOf(file, now.wall);
      if (left <= 0) return true;
      const reason = `it is younger than "minimumAge" by the server's clock`;
      young.push({ name: file.name.text, since: file.seenAt, reason });
      nextAt = Math.min(nextAt ?? Number.POSITIVE_INFINITY, now.steady + left);
      return false;
    });
    const waiting = look.waiting + young.length + pass.beyond;
    this.#waiting = { count: waiting, entries: this.#waitingEntries(young) };
    return {
      ready,
      waiting,
      nextAt,
      unsettled: pass.unsettled,
      ignored: pass.told(),
      ignoredCount: pass.passedOver,
      entries: pass.entries,
      kept: pass.kept,
    };
  }

  #waitingEntries(young: readonly StatusEntry[]): StatusEntry[] {
    return [...waitingEntries(this.#steady), ...young].slice(0, listedInStatus);
  }
}

/** By the server's clock, but no younger than we know it to be: that clock may run ahead. */
function ageOf({ signature, lookedAt }: SteadyFile, now: number): number {
  return Math.max(now - signature.modifiedAt, now - lookedAt);
}

/** What one look has found so far. */
class LookPass {
  readonly candidates: SeenFile[] = [];
  readonly unsettled: KnownRemote[] = [];
  entries = 0;
  kept = 0;
  /** New files that are too many to watch at once. */
  beyond = 0;
  passedOver = 0;
  readonly #inbox: SftpInbox;
  readonly #markerNames: MarkerNames | null;
  readonly #included: (name: string) => string | null;
  readonly #stillWriting: (name: string) => string | null;
  /** When each file's marker was made, by the file's name. */
  readonly #markers = new Map<string, number | null>();
  readonly #told: IgnoredEntry[] = [];
  #changedAt: ReadonlyMap<string, number> | null = null;

  constructor(inbox: SftpInbox, markers: MarkerNames | null) {
    this.#inbox = inbox;
    this.#markerNames = markers;
    this.#included = firstMatch(inbox.include);
    this.#stillWriting = firstMatch(inbox.ignore);
  }

  /** The regular files among the entries that this channel takes; notes the others. */
  async sort(link: SftpLink, entries: readonly RemoteEntry[]): Promise<SeenFile[]> {
    const files: SeenFile[] = [];
    for (const { name, attributes } of entries) {
      if (name === "." || name === "..") continue;
      this.entries += 1;
      const marks = this.#markerNames?.fileOf(textName(name)) ?? null;
      if (marks !== null) {
        this.#markers.set(marks.text, attributes.modifiedAt);
        continue;
      }
      const byName = this.#refusedByName(name);
      if (byName !== null) {
        this.passOver(name, byName);
        continue;
      }
      const told = isEnough(attributes) ? attributes : await this.#ask(link, name, attributes);
      const byKind = this.#refusedByKind(told);
      if (byKind === null) files.push(seenFile(name, told));
      else this.passOver(name, byKind);
    }
    return files;
  }

  /** Where a file belongs, by what is known of its name. */
  place(file: SeenFile, known: KnownRemote | undefined): void {
    const isTheSame = known !== undefined && isSameVersion(known, versionOf(file));
    if (isTheSame && known.recorded !== null) {
      if (known.kept) this.kept += 1;
      else this.unsettled.push(known);
    } else if (this.candidates.length < watchedMost) this.candidates.push(file);
    else this.beyond += 1;
  }

  /**
   * Whether a file's marker is there. Where files are kept, so are their markers: then one that is older
   * than its file vouched for the version before.
   */
  readonly isMarked = ({ text }: { readonly text: string }): boolean => {
    const madeAt = this.#markers.get(text);
    if (madeAt === undefined) return false;
    if (this.#inbox.taken.kind !== "keep" || madeAt === null) return true;
    this.#changedAt ??= new Map(
      this.candidates.map(({ name, signature }) => [name.text, signature.modifiedAt]),
    );
    return madeAt >= (this.#changedAt.get(text) ?? 0);
  };

  /** Entries that were passed over, as far as they are reported. */
  told(): readonly IgnoredEntry[] {
    return this.#told;
  }

  #refusedByName(name: string): string | null {
    if (/[/\0]/.test(name) || name === "") return "its name would lead out of the folder";
    if (name.includes("\ufffd"))
      return "its name is not UTF-8, so that it cannot be asked for; ask the partner to rename it";
    if (this.#included(name) === null) return 'its name matches nothing in "include"';
    const pattern = this.#stillWriting(name);
    return pattern === null ? null : `its name matches ${pattern} in "ignore"`;
  }

  #refusedByKind({ kind, sizeBytes }: RemoteAttributes): string | null {
    if (kind === "folder" || kind === "link" || kind === "other")
      return `it is ${kindWords[kind]}; only regular files are taken`;
    if (sizeBytes === null)
      return "the server does not tell its size, so that nobody can tell whether it is complete";
    const { maximumBytes } = this.#inbox;
    if (maximumBytes === null || sizeBytes <= maximumBytes) return null;
    return `its ${sizeBytes} bytes are more than "maximumSize" allows; ingest it by hand, or raise the limit`;
  }

  /** A listing need not tell everything; what is asked by name mostly does. */
  async #ask(link: SftpLink, name: string, listed: RemoteAttributes): Promise<RemoteAttributes> {
    return (await link.look(remotePath(this.#inbox.folder, name))) ?? listed;
  }

  /** Notes an entry that is not taken. */
  passOver(name: string, reason: string): void {
    this.passedOver += 1;
    if (this.#told.length < toldMost) this.#told.push({ key: name, name, reason });
  }
}

const kindWords = { folder: "a folder", link: "a symbolic link", other: "no file" } as const;

function isEnough({ kind, sizeBytes, modifiedAt }: RemoteAttributes): boolean {
  return kind !== "unknown" && sizeBytes !== null && modifiedAt !== null;
}
