import { mkdirSync, statSync } from "node:fs";
import { ChannelError } from "../../channels/channel-error.ts";
import {
  type DiskName,
  firstMatch,
  type MarkerNames,
  markerNames,
  nameKey,
} from "../../channels/folder/disk-name.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { sweepDraftsIn } from "../../disk/create-file.ts";
import { sayFileError } from "../../disk/file-error.ts";
import { type FolderQuestions, folderQuestions } from "../../disk/folder-questions.ts";
import type { Clock } from "../../runtime/clock.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import type { StatusList } from "../channel/channel-status.ts";
import { listFolder, type OtherEntry } from "./listing.ts";
import { markInbox, type Owner, otherMount, ownerMarkName } from "./owner-mark.ts";
import { type SteadyLook, SteadyWatch, waitingEntries } from "./steady.ts";

/** An entry that a look passed over, and why. */
export interface IgnoredEntry {
  /** Differs whenever the name on disk does. */
  readonly key: string;
  readonly name: string;
  readonly reason: string;
}

/** What a look at the inbox found. */
export interface InboxFound extends SteadyLook {
  readonly ignored: readonly IgnoredEntry[];
  /** True when the inbox is another folder than at the look before: at first, or when it came back. */
  readonly reopened: boolean;
}

/** Looks at one inbox, again and again, and remembers what it needs to tell which files are complete. */
export class InboxLook {
  readonly #channel: FolderChannel;
  readonly #owner: Owner;
  readonly #clock: Clock;
  readonly #questions: Pick<FolderQuestions, "answers">;
  readonly #steady: SteadyWatch;
  readonly #stillWriting: (name: string) => string | null;
  readonly #markers: MarkerNames | null;
  #identity: FolderIdentity | null = null;
  #waiting = 0;

  constructor(
    channel: FolderChannel,
    owner: Owner,
    clock: Clock,
    questions: Pick<FolderQuestions, "answers"> = folderQuestions,
  ) {
    this.#questions = questions;
    this.#channel = channel;
    this.#owner = owner;
    this.#clock = clock;
    this.#steady = new SteadyWatch(channel.steadyMs);
    this.#stillWriting = firstMatch(channel.ignore);
    this.#markers = channel.marker === null ? null : markerNames(channel.marker);
  }

  /** Lists the inbox. Throws `ChannelError` when it is gone, belongs to another store or cannot be read. */
  async look(): Promise<InboxFound> {
    try {
      await this.#refuseSilent();
      const reopened = this.#open();
      return { ...(await this.#list()), reopened };
    } catch (error) {
      this.#identity = null;
      if (error instanceof ChannelError) throw error;
      throw unlistable(this.#channel, error);
    }
  }

  /** The files that are not steady yet. */
  waiting(): StatusList {
    return { count: this.#waiting, entries: waitingEntries(this.#steady) };
  }

  /** What is done in a folder on a mount that hangs would hold up every channel. */
  async #refuseSilent(): Promise<void> {
    const { name, path, work, archive, quarantine } = this.#channel;
    for (const folder of [path, work, archive, quarantine]) {
      if (await this.#questions.answers(folder)) continue;
      throw new ChannelError(
        "silent",
        `The folder ${folder} of channel "${name}" does not answer: is the server of its mount gone? The other channels go on, and this one does as soon as it answers. Mount it again, or restart Busbar if it hangs for good.`,
      );
    }
  }

  #open(): boolean {
    const now = inboxIdentity(this.#channel.path);
    const before = this.#identity;
    if (now !== null && now.inode === before?.inode && now.device === before.device) return false;
    this.#identity = openInbox(this.#channel, this.#owner);
    return true;
  }

  async #list(): Promise<SteadyLook & { readonly ignored: IgnoredEntry[] }> {
    const ignored: IgnoredEntry[] = [];
    const markers = new Map<string, DiskName>();
    let marked = false;
    this.#steady.begin({ wall: this.#clock.wall(), steady: this.#clock.steady() });
    const skip = (name: DiskName) => {
      if (name.text === ownerMarkName) {
        marked = true;
        return true;
      }
      const marks = this.#markers?.fileOf(name) ?? null;
      if (marks !== null) {
        markers.set(nameKey(marks), name);
        return true;
      }
      const pattern = this.#stillWriting(name.text);
      if (pattern !== null)
        ignored.push(
          ignoredEntry(name, `its name matches ${pattern}, so its upload is in progress`),
        );
      return pattern !== null;
    };
    const used = new Set<string>();
    await listFolder(this.#channel.path, {
      skip,
      onFile: (file) => this.#steady.see(file),
      onOther: (entry) => void ignored.push(notTaken(entry)),
    });
    if (!marked) markInbox(this.#channel.path, this.#channel.work, this.#owner);
    const hasMarker = (name: DiskName) => {
      const key = nameKey(name);
      if (!markers.has(key)) return false;
      used.add(key);
      return true;
    };
    const look = this.#steady.end(this.#markers === null ? null : hasMarker);
    this.#waiting = look.waiting;
    for (const [key, name] of markers) {
      if (used.has(key)) continue;
      ignored.push(ignoredEntry(name, "it is a marker, and the file it stands for is not there"));
    }
    return { ...look, ignored };
  }
}

function notTaken({ name, kind }: OtherEntry): IgnoredEntry {
  return ignoredEntry(name, `it is ${kind}; only regular files are taken`);
}

function ignoredEntry(name: DiskName, reason: string): IgnoredEntry {
  return { key: nameKey(name), name: name.text, reason };
}

function unlistable(channel: FolderChannel, error: unknown): ChannelError {
  const code = errorCode(error) === "ENOENT" ? "missing" : "unusable";
  return new ChannelError(
    code,
    `The inbox ${channel.path} of channel "${channel.name}" cannot be listed: ${errorMessage(error)}.`,
    { cause: error },
  );
}

/** Which folder an inbox is: a folder that vanished and came back is another one. */
interface FolderIdentity {
  readonly device: number;
  readonly inode: number;
}

/**
 * Makes a folder channel ready: its own folders are made, the work folder is checked to be on the
 * inbox's mount, and the inbox is marked. Throws `ChannelError` with what to do when that cannot be.
 */
export function openInbox(channel: FolderChannel, owner: Owner): FolderIdentity {
  const identity = inboxIdentity(channel.path);
  if (identity === null) {
    throw new ChannelError(
      "missing",
      `The inbox ${channel.path} of channel "${channel.name}" is not there or is no folder. Create it, or correct "path".`,
    );
  }
  for (const folder of [channel.work, channel.archive, channel.quarantine]) makeFolder(folder);
  sweepDraftsIn(channel.work, channel.quarantine);
  if (statSync(channel.work).dev !== identity.device) throw otherMount(channel.path, channel.work);
  markInbox(channel.path, channel.work, owner);
  return identity;
}

/** The inbox as it is now; null when there is none. */
function inboxIdentity(path: string): FolderIdentity | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return null;
  return { device: stats.dev, inode: stats.ino };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason =
      errorCode(error) === "EEXIST"
        ? "a file is in the way"
        : (sayFileError(error)?.why ?? errorMessage(error));
    throw new ChannelError("unusable", `Cannot make the folder ${folder}: ${reason}.`, {
      cause: error,
    });
  }
}
