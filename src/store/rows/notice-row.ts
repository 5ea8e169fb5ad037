import type {
  NoticeContent,
  NoticeMessage,
  NoticeRecord,
  Snooze,
  SnoozeScope,
} from "../../core/notice/notice.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";

/** A row of notices. */
export interface NoticeRow extends Omit<NoticeRecord, "assignees" | "remedy"> {
  readonly assignees: string;
  readonly remedy: string | null;
}

/** A notice from its row. */
export function noticeOf({ assignees, remedy, ...row }: NoticeRow): NoticeRecord {
  return {
    ...row,
    assignees: JSON.parse(assignees) as string[],
    remedy: remedy === null ? null : (JSON.parse(remedy) as Remedy),
  };
}

/** The texts of what a notice has as JSON. */
export function noticeTexts({ assignees, remedy }: Pick<NoticeRecord, "assignees" | "remedy">) {
  return {
    assignees: JSON.stringify(assignees),
    remedy: remedy === null ? null : JSON.stringify(remedy),
  };
}

/** A row of messages about notices. */
export interface NoticeMessageRow extends Omit<NoticeMessage, "content"> {
  readonly content: string;
}

/** A message from its row. */
export function noticeMessageOf<Row extends NoticeMessageRow>(
  row: Row,
): Omit<Row, "content"> & Pick<NoticeMessage, "content"> {
  return { ...row, content: JSON.parse(row.content) as NoticeContent };
}

/** A row of snoozes. */
export interface SnoozeRow extends Omit<Snooze, "scope"> {
  readonly scope: string;
}

/** A snooze from its row. */
export function snoozeOf(row: SnoozeRow): Snooze {
  return { ...row, scope: JSON.parse(row.scope) as SnoozeScope };
}
