import type { NoticeMessage } from "../../../core/notice/notice.ts";
import type { NoticeStore } from "../../port/notice-store.ts";
import { type NoticeMessageRow, noticeMessageOf } from "../../rows/notice-row.ts";
import type { Connection } from "../database/connection.ts";
import { messageColumns } from "./notice-rows.ts";

interface DueRow extends NoticeMessageRow {
  readonly thread: number | null;
}

/** No message waits longer than that: one that seems to was put off by a clock that was ahead. */
const longestWaitMs = 8 * 86_400_000;

/** The first that waits for a contact, and whether it was tried. */
export const selectFirstWaiting = `
  SELECT bundle FROM notice_messages m WHERE m.contact = ? AND m.state = 'waiting' AND m.bundle IS NOT NULL
  ORDER BY m.id LIMIT 1`;

const thread = `
  (SELECT f.bundle FROM notice_messages f
   WHERE f.notice = m.notice AND ifnull(f.notice, 0) = m.notice AND f.contact = m.contact AND f.verb = 'opened'
     AND f.step = 1 AND f.state = 'sent' AND f.id < m.id) AS thread`;

const isDue = "(m.due_at <= @now OR m.due_at > @now + @longest)";

/** Messages to a contact that are due. */
export const selectDueMessages = `
  SELECT ${messageColumns}, ${thread} FROM notice_messages m
  WHERE m.contact = @contact AND m.state = 'waiting' AND m.bundle IS @bundle AND ${isDue}
  ORDER BY m.id LIMIT @limit`;

/** Sending messages about notices: what is tried is noted before it is. */
export function sendingNotices(
  connection: Connection,
): Pick<NoticeStore, "begin" | "end" | "nextDue"> {
  const { db } = connection;
  const firstTried = db.prepare<[string], number>(selectFirstWaiting).pluck();
  const due = db.prepare<[Record<string, unknown>], DueRow>(selectDueMessages);
  const tried = db.prepare<[number, number]>(
    "UPDATE notice_messages SET bundle = ?, attempts = attempts + 1 WHERE id = ?",
  );
  const settle = db.prepare<[NoticeMessage["state"], string | null, number, number]>(
    "UPDATE notice_messages SET state = ?, reason = ?, settled_at = ? WHERE id = ? AND state = 'waiting'",
  );
  const putOff = db.prepare<[number, string, number]>(
    "UPDATE notice_messages SET due_at = ?, reason = ? WHERE id = ? AND state = 'waiting'",
  );
  const next = db
    .prepare<[string], number | null>(
      "SELECT min(due_at) FROM notice_messages WHERE contact = ? AND state = 'waiting'",
    )
    .pluck();

  return {
    begin: ({ contact, now, limit }) =>
      connection.write(() => {
        // What was tried goes before all else, and as it was, so that it is the same to whoever got it.
        const bundle = firstTried.get(contact) ?? null;
        const wanted = { contact, now, longest: longestWaitMs, bundle };
        const rows = due.all({ ...wanted, limit: bundle === null ? limit : -1 });
        const first = bundle ?? rows[0]?.id;
        if (first === undefined) return [];
        for (const { id } of rows) tried.run(first, id);
        return rows.map((row) => ({
          ...noticeMessageOf(row),
          bundle: first,
          attempts: row.attempts + 1,
        }));
      }),
    end: ({ ids, end, now }) =>
      connection.write(() => {
        for (const id of ids)
          if (end.end === "later") putOff.run(end.dueAt, end.reason, id);
          else settle.run(end.end, end.reason, now, id);
      }),
    nextDue: (contact) => connection.read(() => next.get(contact) ?? null),
  };
}
