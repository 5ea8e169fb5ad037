import type { DeadlineStore, DueDeadline } from "../../port/processes/deadline-store.ts";
import type { Connection } from "../database/connection.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { OwnEvents } from "../events/own-events.ts";

/** Deadlines that have passed and were not made events yet, after one of them. */
const selectDueDeadlines = `
  SELECT d.id, d.process, pt.text AS "processType", p.key, w.text AS "eventType", d.due_at AS "dueAt", d.anchor,
         CASE WHEN d.due_at > d.asked_at THEN d.due_at ELSE d.asked_at + 1 END AS "occurredAt"
  FROM deadlines d JOIN processes p ON p.id = d.process
  JOIN strings pt ON pt.id = p.type JOIN strings w ON w.id = d.event_type
  WHERE d.state = 'pending' AND d.due_at <= ? AND (d.due_at, d.id) > (?, ?)
  ORDER BY d.due_at, d.id LIMIT ?`;

/** When the next one passes after a moment. */
const selectNextDue = "SELECT min(due_at) FROM deadlines WHERE state = 'pending' AND due_at > ?";

/**
 * Whether a deadline may become an event: it is pending still, and everything that happened on its
 * process is built, so that its state still asks for it.
 */
const selectMayFire = `
  SELECT 1 FROM deadlines d
  JOIN processes p ON p.id = d.process JOIN builds b ON b.process = d.process
  WHERE d.id = ? AND d.state = 'pending' AND p.last_event <= b.seq AND b.error IS NULL
    AND NOT EXISTS (SELECT 1 FROM rebuilds r WHERE r.process = d.process)`;

/** How often a deadline has fired, by its identity: more than once when its events turned out not to count. */
const selectTimesFired = `
  SELECT count(*) FROM origins
  WHERE identity = @first OR (identity > @first || ':' AND identity < @first || ';')`;

/** Deadlines become events when they pass. */
export function deadlines(
  connection: Connection,
  events: EventRows,
  own: OwnEvents,
): Pick<DeadlineStore, "due" | "next" | "fire"> {
  const { db } = connection;
  const due = db.prepare<[number, number, number, number], DueDeadline>(selectDueDeadlines);
  const next = db.prepare<[number], number | null>(selectNextDue).pluck();
  const mayFire = db.prepare<[number], 1>(selectMayFire).pluck();
  const timesFired = db.prepare<[{ first: string }], number>(selectTimesFired).pluck();
  const fired = db.prepare<[number]>("UPDATE deadlines SET state = 'fired' WHERE id = ?");

  async function fire(deadline: DueDeadline, at: number): Promise<void> {
    const { id, processType, key, eventType, dueAt, occurredAt, anchor } = deadline;
    await fired.run(id);
    const first = `deadline:${id}`;
    const times = (await timesFired.get({ first })) ?? 0;
    await own.append(
      {
        processType,
        key,
        type: eventType,
        version: 1,
        data: JSON.stringify({ dueAt, anchor }),
        occurredAt,
        origin: {
          kind: "deadline",
          identity: times === 0 ? first : `${first}:${times}`,
          ref: id,
          cause: null,
        },
      },
      at,
    );
  }

  return {
    due: ({ now, limit, after }) =>
      connection.read(() =>
        due.all(now, after?.dueAt ?? Number.MIN_SAFE_INTEGER, after?.id ?? 0, limit),
      ),
    next: (after = Number.MIN_SAFE_INTEGER) =>
      connection.read(async () => (await next.get(after)) ?? null),
    fire: (passed) =>
      connection.write(async () => {
        await events.begin();
        const at = await connection.stamp();
        for (const deadline of passed)
          if ((await mayFire.get(deadline.id)) !== undefined) await fire(deadline, at);
        return events.appended();
      }),
  };
}
