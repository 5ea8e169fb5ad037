import type { Snooze } from "../../../core/notice/notice.ts";
import type { NoticeStore } from "../../port/notice-store.ts";
import { type SnoozeRow, snoozeOf } from "../../rows/notice-row.ts";
import type { Connection } from "../database/connection.ts";

const columns = "id, scope, until, actor, reason, at";

/** Snoozes that go on at a moment. */
const selectSnoozes = `
  SELECT ${columns} FROM notice_snoozes WHERE until > ? AND ended_at IS NULL ORDER BY id`;

/** Reads the snoozes that go on, within a read or a write. */
export function snoozesAt({ db }: Connection): (now: number) => Promise<Snooze[]> {
  const select = db.prepare<[number], SnoozeRow>(selectSnoozes);
  return async (now) => (await select.all(now)).map(snoozeOf);
}

/** What people want to hear nothing of for a while. */
export function snoozing(
  connection: Connection,
): Pick<NoticeStore, "snooze" | "snoozes" | "unsnooze"> {
  const { db } = connection;
  const at = snoozesAt(connection);
  const insert = db.prepare<[string, number, string, string, number]>(
    "INSERT INTO notice_snoozes (scope, until, actor, reason, at) VALUES (?, ?, ?, ?, ?) RETURNING id",
  );
  const end = db.prepare<[number, string, string, number]>(
    "UPDATE notice_snoozes SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE id = ?",
  );
  return {
    snooze: ({ scope, until, actor, reason }) =>
      connection.write(async () => {
        const now = connection.now();
        const { lastInsertRowid } = await insert.run(
          JSON.stringify(scope),
          until,
          actor,
          reason,
          now,
        );
        return { id: Number(lastInsertRowid), scope, until, actor, reason, at: now };
      }),
    unsnooze: ({ id, now, actor, reason }) =>
      connection.write(async () => {
        const found = (await at(now)).find((snooze) => snooze.id === id) ?? null;
        if (found !== null) await end.run(now, actor, reason, id);
        return found;
      }),
    snoozes: (now) => connection.read(() => at(now)),
  };
}
