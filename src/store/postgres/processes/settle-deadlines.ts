import type { Deadline } from "../../../core/define/deadline.ts";
import type { ProcessBuild } from "../../port/processes/build-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";

/** The deadlines of a process that are to pass yet. */
const selectPending = `
  SELECT d.id, w.text AS "eventType", d.due_at AS "dueAt", d.anchor
  FROM deadlines d JOIN strings w ON w.id = d.event_type
  WHERE d.process = ? AND d.state = 'pending'`;

/** Brings the pending deadlines of a process to what its state asks for. */
export function settlingDeadlines(connection: Connection, word: Intern) {
  const { db } = connection;
  const pending = db.prepare<[number], Deadline & { id: number }>(selectPending);
  const addDeadline = db.prepare<[number, number, number, string, number, string]>(
    `INSERT INTO deadlines (process, event_type, due_at, anchor, asked_at, state)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (process, event_type, due_at, anchor) DO UPDATE SET
       state = excluded.state, asked_at = excluded.asked_at
     WHERE deadlines.state = 'dropped'`,
  );
  const dropDeadline = db.prepare<[number]>("UPDATE deadlines SET state = 'dropped' WHERE id = ?");

  /** Brings the pending deadlines to what the state asks for. */
  async function settleDeadlines({
    task,
    deadlines,
    lastAt,
    missesPassed,
  }: ProcessBuild): Promise<void> {
    const now = connection.now();
    const asked = new Set(deadlines.map(nameOf));
    const known = new Set<string>();
    for (const row of await pending.all(task.process)) {
      if (asked.has(nameOf(row))) known.add(nameOf(row));
      else await dropDeadline.run(row.id);
    }
    for (const deadline of deadlines) {
      if (known.has(nameOf(deadline))) continue;
      const state = missesPassed && deadline.dueAt <= now ? "missed" : "pending";
      const { eventType, dueAt, anchor } = deadline;
      await addDeadline.run(task.process, await word(eventType), dueAt, anchor, lastAt, state);
    }
  }

  return settleDeadlines;
}

function nameOf({ eventType, dueAt, anchor }: Deadline): string {
  return JSON.stringify([eventType, dueAt, anchor]);
}
