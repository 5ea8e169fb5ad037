import type { NoticeFacts, NoticeRecord } from "../../../core/notice/notice.ts";
import type { ChangedNotice, NewNoticeMessage, NoticeTurn, OpenNotice } from "./notice-state.ts";

/** What a look changes of one notice. */
export interface JudgedNotice {
  readonly changed: ChangedNotice | null;
  readonly messages: readonly NewNoticeMessage[];
  readonly dropped: NoticeTurn["dropped"];
}

/** How long ago something was. A clock that was ahead and set back makes nothing wait for it. */
export function elapsed(from: number, now: number): number {
  return now < from ? Number.POSITIVE_INFINITY : now - from;
}

/** What is kept with a message of the notice that it tells of. */
export function contentOf(notice: NoticeRecord): NoticeFacts {
  const { goneSince, endedAt, untold, id, ...facts } = notice;
  return facts;
}

/** A notice without what was said of it. */
export function withoutMessages({ messages, ...notice }: OpenNotice): NoticeRecord {
  return notice;
}
