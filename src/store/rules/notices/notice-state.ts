import type {
  NoticeContent,
  NoticeLevel,
  NoticeMessage,
  NoticeRecord,
  NoticeVerb,
  Snooze,
  Standing,
} from "../../../core/notice/notice.ts";

/** A notice that has not ended, and what was said of it. */
export interface OpenNotice extends NoticeRecord {
  readonly messages: readonly NoticeMessage[];
}

/** What the store has that a look is judged by. */
export interface NoticeState {
  readonly open: readonly OpenNotice[];
  /** How often each thing was noticed within the last hour. */
  readonly recent: ReadonlyMap<string, number>;
  /** Snoozes whose end has not come. */
  readonly snoozes: readonly Snooze[];
  /** The last digest to each contact, in minutes since 1970. */
  readonly lastDigest: ReadonlyMap<string, number>;
  /** Notices that ended within the last eight days, for the digest. */
  readonly ended: readonly NoticeRecord[];
  /** Contacts for whom messages wait. */
  readonly waitingFor: readonly string[];
}

/** Somebody who is notified. */
export interface ToldContact {
  readonly name: string;
  readonly levels: readonly NoticeLevel[];
  /** Gets each digest, or the first of each week; null: none. */
  readonly digest: "daily" | "weekly" | null;
}

/** How what is wrong is reported. */
export interface NoticeRules {
  readonly contacts: readonly ToldContact[];
  /** How long what is new is gathered before it is reported, and what is gone before that is believed. */
  readonly gatherMs: number;
  /** How often at most it is reported that something grew. */
  readonly updateMs: number;
  /** How often people are reminded of what is assigned to nobody. */
  readonly remindMs: { readonly urgent: number; readonly work: number };
  /** When the quiet hours end that a moment is in; null outside them. */
  readonly quietUntil: (at: number) => number | null;
  /** The moment of the last digest that was due by a moment; null without digests. */
  readonly digestBefore: (at: number) => number | null;
}

/** A look at what is wrong. */
export interface NoticeLook {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly standing: readonly Standing[];
  /** Of which it is unknown yet whether it is still wrong: its notice stays as it is. */
  readonly unknown: ReadonlySet<string>;
}

/** A message that is to be sent. */
export interface NewNoticeMessage {
  readonly notice: number | null;
  readonly contact: string;
  readonly verb: NoticeVerb;
  readonly step: number;
  readonly dueAt: number;
  readonly reason: string | null;
  readonly content: NoticeContent;
}

/** A notice as it is from now on. */
export type ChangedNotice = Omit<NoticeRecord, "about" | "openedAt" | "turn">;

/** What a look changes, all at once. */
export interface NoticeTurn {
  readonly opened: readonly Omit<NoticeRecord, "id">[];
  readonly changed: readonly ChangedNotice[];
  readonly messages: readonly NewNoticeMessage[];
  /** Messages that are not sent after all; none that was tried. */
  readonly dropped: readonly { readonly id: number; readonly reason: string }[];
  /** Contacts that are there no more: what waits for them is dropped. */
  readonly gone: readonly string[];
}
