import type { FileBefore } from "../outbound/file-before.ts";
import type { Cause } from "./cause.ts";
import type { StuckKind } from "./stuck-kind.ts";

/** What is stuck: its kind and the number it has among its kind. */
export interface StuckKey {
  readonly kind: StuckKind;
  /** Of the file, message, process, command, action, deadline, or outbound file. */
  readonly number: number;
}

/** Something that needs a person. */
export interface StuckItem extends StuckKey {
  /** What people call it, e.g. `file 12`, `message 34`, `process order/4711`. */
  readonly item: string;
  readonly cause: Cause;
  /** The file it came with; null for what no file brought. */
  readonly file: number | null;
  /** Set when one message is meant. */
  readonly message: number | null;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Name of the file, key of the process: what a person knows it by. */
  readonly name: string;
  readonly reason: string;
  /** What name and reason quote of a file or process, which may be said of a person; absent where nothing is. */
  readonly quoted?: readonly string[];
  /** When it is retried automatically, in milliseconds since 1970; absent when it is not. */
  readonly retryAt?: number;
  /** The file that leaves before it and that it waits for; absent when there is none. */
  readonly behind?: FileBefore;
  /** Whom it is assigned to; null when it is to nobody. */
  readonly assignee: string | null;
  /** Notes on it, not those on its cause. */
  readonly notes: number;
  /** All that people said of it, not of its cause, the first first. */
  readonly said: readonly StuckNote[];
  /** Set when a person dismissed it: it is hidden from lists, and counted apart. */
  readonly dismissed: StuckNote | null;
}

/**
 * Something that a person said about what is stuck. On an item it holds as long as the item is stuck, a
 * dismissal only as long as it is stuck for that cause; `assign` and `note` may be said of a cause as a
 * whole. A dismissal of an invalid message that has other problems since is taken back by `busbar` itself.
 */
export interface StuckNote {
  readonly verb: "assign" | "note" | "dismiss" | "restore";
  /** The cause it was said of, and the item; null when it is about all items of the cause. */
  readonly cause: string;
  readonly on: StuckKey | null;
  /** Whom it is assigned to (`assign`), the note, or the reason. */
  readonly text: string;
  readonly actor: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Which of the items are wanted; all when absent. */
export interface StuckFilter {
  readonly kinds?: readonly StuckKind[];
  /** Id of a cause. */
  readonly cause?: string;
  /** Dismissed items are wanted too, or they alone. */
  readonly dismissed?: boolean | "only";
  /** Only those that are assigned to this person. */
  readonly assignee?: string;
  /** Only those that come after this one in the list. */
  readonly after?: StuckKey;
  /** At most this many, the first; all when absent. */
  readonly limit?: number;
}

/**
 * A message of which something was said and whose line holds none any more since its file was read again.
 */
export interface MovedMessage {
  readonly file: number;
  /** Where it was, counted from 1. */
  readonly line: number;
  /** The message that holds its lines now and was given what was said of it; null when there is none. */
  readonly newMessage: number | null;
}

/** How many things are stuck. */
export interface StuckCounts {
  /** How many need a person and are not dismissed. */
  readonly stuck: number;
  readonly dismissed: number;
  /** How many failed and are retried automatically. */
  readonly failing: number;
}
