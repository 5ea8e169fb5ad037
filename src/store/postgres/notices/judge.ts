import type { NoticeRecord } from "../../../core/notice/notice.ts";
import type { NoticeStore } from "../../port/notice-store.ts";
import {
  type NoticeMessageRow,
  type NoticeRow,
  noticeMessageOf,
  noticeOf,
  noticeTexts,
} from "../../rows/notice-row.ts";
import type {
  ChangedNotice,
  NewNoticeMessage,
  NoticeState,
  NoticeTurn,
} from "../../rules/notices/notice-state.ts";
import type { Connection } from "../database/connection.ts";
import { messageColumns, noticeColumns } from "./notice-rows.ts";
import { snoozesAt } from "./snoozes.ts";

const hourMs = 3_600_000;
/** A digest tells of a week at most, when the daemon was away. */
const digestMs = 8 * 24 * hourMs;

/** What a look is judged by. */
const selectOpenNotices = `SELECT ${noticeColumns} FROM notices WHERE ended_at IS NULL ORDER BY id`;
/** What was said of those that are open. */
const selectOpenMessages = `
  SELECT ${messageColumns} FROM notices n JOIN notice_messages m
    ON coalesce(m.notice, 0) = n.id
  WHERE n.ended_at IS NULL ORDER BY m.id`;
/** How often each thing was noticed since a moment. */
const selectRecent = `
  SELECT about, count(*) AS times FROM notices WHERE opened_at > ? AND opened_at <= ? GROUP BY about`;
/** What ended since a moment. */
const selectEnded = `SELECT ${noticeColumns} FROM notices WHERE ended_at >= ? ORDER BY id`;
/** The last digest of each contact. */
const selectDigests = `
  SELECT contact, max(step) AS step FROM notice_messages WHERE coalesce(notice, 0) = 0 GROUP BY contact`;
/** For whom messages wait. */
const selectWaitingFor = "SELECT DISTINCT contact FROM notice_messages WHERE state = 'waiting'";

function statements({ db }: Connection) {
  return {
    open: db.prepare<[], NoticeRow>(selectOpenNotices),
    messages: db.prepare<[], NoticeMessageRow>(selectOpenMessages),
    recent: db.prepare<[number, number], { about: string; times: number }>(selectRecent),
    ended: db.prepare<[number], NoticeRow>(selectEnded),
    digests: db.prepare<[], { contact: string; step: number }>(selectDigests),
    waitingFor: db.prepare<[], string>(selectWaitingFor).pluck(),
    insert: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO notices (about, level, title, channel, since, count, assignees, remedy, opened_at, turn,
                            gone_since, ended_at, untold)
       VALUES (@about, @level, @title, @channel, @since, @count, @assignees, @remedy, @openedAt, @turn,
               @goneSince, @endedAt, @untold)`,
    ),
    update: db.prepare<[Record<string, unknown>]>(
      `UPDATE notices SET level = @level, title = @title, channel = @channel, since = @since, count = @count,
         assignees = @assignees, remedy = @remedy, gone_since = @goneSince, ended_at = @endedAt, untold = @untold
       WHERE id = @id`,
    ),
    say: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO notice_messages (notice, contact, verb, step, at, due_at, content, state, reason)
       VALUES (@notice, @contact, @verb, @step, @at, @dueAt, @content, 'waiting', @reason)
       ON CONFLICT DO NOTHING`,
    ),
    drop: db.prepare<[string, number, number]>(
      `UPDATE notice_messages SET state = 'dropped', reason = ?, settled_at = ?
       WHERE id = ? AND state = 'waiting' AND attempts = 0`,
    ),
    dropAll: db.prepare<[string, number, string]>(
      `UPDATE notice_messages SET state = 'dropped', reason = ?, settled_at = ?
       WHERE contact = ? AND state = 'waiting'`,
    ),
  };
}

/** Judging a look and keeping what that changes, in one transaction. */
export function judgingNotices(connection: Connection): Pick<NoticeStore, "judge" | "state"> {
  const sql = statements(connection);
  const snoozes = snoozesAt(connection);

  async function state(now: number): Promise<NoticeState> {
    const messages = Map.groupBy(
      (await sql.messages.all()).map(noticeMessageOf),
      ({ notice }) => notice,
    );
    return {
      open: (await sql.open.all()).map((row) => ({
        ...noticeOf(row),
        messages: messages.get(row.id) ?? [],
      })),
      recent: new Map(
        (await sql.recent.all(now - hourMs, now)).map(({ about, times }) => [about, times]),
      ),
      snoozes: await snoozes(now),
      lastDigest: new Map((await sql.digests.all()).map(({ contact, step }) => [contact, step])),
      ended: (await sql.ended.all(now - digestMs)).map(noticeOf),
      waitingFor: await sql.waitingFor.all(),
    };
  }

  async function keep(
    { opened, changed, messages, dropped, gone }: NoticeTurn,
    now: number,
  ): Promise<number> {
    for (const notice of opened) await sql.insert.run(rowOf(notice));
    for (const notice of changed) await sql.update.run(rowOf(notice));
    for (const { id, reason } of dropped) await sql.drop.run(reason, now, id);
    for (const contact of gone) await sql.dropAll.run(noContact, now, contact);
    let said = 0;
    for (const message of messages) said += (await sql.say.run(messageRow(message, now))).changes;
    return said;
  }

  return {
    state: (now) => connection.read(() => state(now)),
    judge: ({ now, decide }) => connection.write(async () => keep(decide(await state(now)), now)),
  };
}

const noContact = "the configuration names no such contact any more";

function rowOf(notice: Omit<NoticeRecord, "id"> | ChangedNotice): Record<string, unknown> {
  return { ...notice, ...noticeTexts(notice) };
}

function messageRow(message: NewNoticeMessage, at: number): Record<string, unknown> {
  return { ...message, content: JSON.stringify(message.content), at };
}
