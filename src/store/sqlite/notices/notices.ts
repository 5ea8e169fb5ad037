import { isFromEnd } from "../../../core/list/slice.ts";
import type { NoticeRecord } from "../../../core/notice/notice.ts";
import type { NoticeFilter, NoticeStore } from "../../port/notice-store.ts";
import {
  type NoticeMessageRow,
  type NoticeRow,
  noticeMessageOf,
  noticeOf,
} from "../../rows/notice-row.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing, listingOf, type RowsByKeys } from "../database/listing.ts";
import { judgingNotices } from "./judge.ts";
import { messageColumns, noticeColumns } from "./notice-rows.ts";
import { sendingNotices } from "./sending.ts";
import { snoozing } from "./snoozes.ts";

/** The messages about a notice; of none: the digests. */
export const selectNoticeMessages = `
  SELECT ${messageColumns} FROM notice_messages m WHERE ifnull(m.notice, 0) = ? ORDER BY m.id`;

/** Notices, and all that was said of them. */
export function noticeVerbs(connection: Connection): NoticeStore {
  const { db } = connection;
  const one = db.prepare<[number], NoticeRow>(`SELECT ${noticeColumns} FROM notices WHERE id = ?`);
  const some = db.prepare<[string], NoticeRow>(
    `SELECT ${noticeColumns} FROM notices WHERE id ${inKeys} ORDER BY id`,
  );
  const messages = db.prepare<[number], NoticeMessageRow>(selectNoticeMessages);
  const rowsOf: RowsByKeys<NoticeRecord> = (keys) => some.all(JSON.stringify(keys)).map(noticeOf);
  return {
    ...judgingNotices(connection),
    ...sendingNotices(connection),
    ...snoozing(connection),
    ...listNotices(connection, rowsOf),
    get: (id) =>
      connection.readOf(`notice ${id}`, () => {
        const row = one.get(id);
        return row === undefined ? null : noticeOf(row);
      }),
    messages: (notice) =>
      connection.read(() => messages.all(notice ?? 0).map((row) => noticeMessageOf(row))),
  };
}

function listNotices(
  connection: Connection,
  rowsOf: RowsByKeys<NoticeRecord>,
): Pick<NoticeStore, "list"> {
  const keys = (order: "ASC" | "DESC", open: boolean) =>
    connection.db
      .prepare<[{ after: number; before: number; limit: number }], number>(
        `SELECT id FROM notices WHERE id > @after AND id < @before ${open ? "AND ended_at IS NULL" : ""}
         ORDER BY id ${order} LIMIT @limit`,
      )
      .pluck();
  const all = { oldest: keys("ASC", false), newest: keys("DESC", false) };
  const open = { oldest: keys("ASC", true), newest: keys("DESC", true) };
  return {
    list(filter: NoticeFilter = {}) {
      const { after = 0, before = Number.MAX_SAFE_INTEGER, limit } = filter;
      const wanted = filter.open === true ? open : all;
      if (limit === undefined) {
        const page = (last: number) =>
          wanted.oldest.all({ after: Math.max(last, after), before, limit: keysPerPage });
        return listing(connection, "notice", page, rowsOf);
      }
      const few = () =>
        isFromEnd(filter)
          ? wanted.newest.all({ after, before, limit }).reverse()
          : wanted.oldest.all({ after, before, limit });
      return listingOf(connection, "notice", few, rowsOf);
    },
  };
}
