import type { Slice } from "../../core/list/slice.ts";
import type { NoticeMessage, NoticeRecord, Snooze } from "../../core/notice/notice.ts";
import type { NoticeState, NoticeTurn } from "../rules/notices/notice-state.ts";

/** Which notices are wanted; all when nothing is said. */
export interface NoticeFilter extends Slice {
  /** Only those that have not ended. */
  readonly open?: boolean;
}

/** How the attempt to send messages ended. */
export type NoticeAttemptEnd =
  | { readonly end: "sent"; readonly reason: string | null }
  | { readonly end: "later"; readonly dueAt: number; readonly reason: string }
  | { readonly end: "failed"; readonly reason: string };

/** A message that is to be sent now. */
export interface DueNoticeMessage extends NoticeMessage {
  /** The first message to this contact about the same notice, if that was sent: what follows belongs to it. */
  readonly thread: number | null;
}

/** Notices, who was notified of them, and who wants to hear nothing for a while. */
export interface NoticeStore {
  /** What a look would be judged on at this moment. */
  state(now: number): Promise<NoticeState>;
  /** Has a look judged on what the store has, and keeps what that changes, in one transaction. Gives how many messages are new. */
  judge(given: {
    readonly now: number;
    readonly decide: (state: NoticeState) => NoticeTurn;
  }): Promise<number>;
  /**
   * Takes the next messages to a contact that are due, in the order they were decided; notes that they are tried.
   * Those that left together and are tried again come together, and nothing else to that contact before them.
   */
  begin(given: {
    readonly contact: string;
    readonly now: number;
    readonly limit: number;
  }): Promise<readonly DueNoticeMessage[]>;
  /** Notes how the attempt ended. */
  end(given: {
    readonly ids: readonly number[];
    readonly end: NoticeAttemptEnd;
    readonly now: number;
  }): Promise<void>;
  /** When the next message to a contact is due, in milliseconds since 1970; null when none waits. */
  nextDue(contact: string): Promise<number | null>;
  /** Notices in the order of their numbers. */
  list(filter?: NoticeFilter): AsyncIterable<NoticeRecord>;
  get(id: number): Promise<NoticeRecord | null>;
  /** What was said of a notice, the first first; of none: the digests. */
  messages(notice: number | null): Promise<readonly NoticeMessage[]>;
  snooze(given: Omit<Snooze, "id" | "at">): Promise<Snooze>;
  /** Ends a snooze before its time; null when there is none of that number that goes on. */
  unsnooze(given: {
    readonly id: number;
    readonly now: number;
    readonly actor: string;
    readonly reason: string;
  }): Promise<Snooze | null>;
  /** Snoozes whose end has not come. */
  snoozes(now: number): Promise<readonly Snooze[]>;
}
