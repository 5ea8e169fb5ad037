import { answerIdentity, answerKinds } from "../../../core/outbound/answer-identity.ts";
import type {
  AnswerSent,
  DeadlineRecord,
  EventOrigin,
  TraceStore,
} from "../../port/trace-store.ts";
import type { Connection } from "../database/connection.ts";
import { sentUnderIdentity } from "../outbound/answering.ts";

/** The events of a message. */
export const selectEventsOfMessage = "SELECT seq FROM events WHERE message = ? ORDER BY seq";

/** Events by the beginning of their identity: from it up to the next that begins otherwise. */
export const selectEventsByIdentity =
  "SELECT event FROM origins WHERE identity > ? AND identity < ? ORDER BY event";

const deadlineColumns = `
  d.id, pt.text AS processType, p.key, w.text AS eventType, d.due_at AS dueAt, d.anchor, d.state,
  (SELECT max(o.event) FROM origins o
   WHERE o.identity = 'deadline:' || d.id
      OR (o.identity > 'deadline:' || d.id || ':' AND o.identity < 'deadline:' || d.id || ';')) AS event
  FROM deadlines d JOIN processes p ON p.id = d.process
  JOIN words pt ON pt.id = p.type JOIN words w ON w.id = d.event_type`;

/** The deadlines of a process. */
export const selectDeadlinesOf = `
  SELECT ${deadlineColumns} WHERE d.process = ? ORDER BY d.due_at, d.id`;

/** What was sent under an identity. */
export const selectSentUnder = `SELECT id AS message, state FROM outbox WHERE ${sentUnderIdentity}`;

/** Following what led to what. */
export function trace(connection: Connection): TraceStore {
  const { db } = connection;
  const commandKey = db.prepare<[number], string>("SELECT key FROM commands WHERE id = ?").pluck();
  const ofMessage = db.prepare<[number], number>(selectEventsOfMessage).pluck();
  const byIdentity = db.prepare<[string, string], number>(selectEventsByIdentity).pluck();
  const origin = db.prepare<[number], EventOrigin>(
    "SELECT kind, ref, cause FROM origins WHERE event = ?",
  );
  const deadline = db.prepare<[number], DeadlineRecord>(`SELECT ${deadlineColumns} WHERE d.id = ?`);
  const deadlinesOf = db.prepare<[number], DeadlineRecord>(selectDeadlinesOf);
  const outboundOf = db
    .prepare<[number], number | null>("SELECT outbound FROM outbox WHERE id = ?")
    .pluck();
  const sentUnder = db.prepare<[{ identity: string }], AnswerSent>(selectSentUnder);
  return {
    commandKey: (id) => connection.read(() => commandKey.get(id) ?? null),
    eventsOfMessage: (message) => connection.read(() => ofMessage.all(message)),
    originOf: (event) => connection.read(() => origin.get(event) ?? null),
    deadline: (id) => connection.read(() => deadline.get(id) ?? null),
    deadlinesOf: (process) => connection.read(() => deadlinesOf.all(process)),
    // `;` comes right after `:`.
    eventsOfDelivery: (outbound) =>
      connection.read(() => byIdentity.all(`delivery:${outbound}:`, `delivery:${outbound};`)),
    answersTo: (file) =>
      connection.read(() =>
        answerKinds
          .flatMap((kind) => sentUnder.all({ identity: answerIdentity(kind, file) }))
          .toSorted((a, b) => a.message - b.message),
      ),
    outboundOf: (message) => connection.read(() => outboundOf.get(message) ?? null),
  };
}
