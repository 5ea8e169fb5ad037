import { answerIdentity, answerKinds } from "../../../core/outbound/answer-identity.ts";
import type { EventOrigin, EventStore } from "../../port/events/event-store.ts";
import type { AnswerSent, AnswerStore } from "../../port/outbound/answer-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import type { CommandStore } from "../../port/processes/command-store.ts";
import type { DeadlineRecord, DeadlineStore } from "../../port/processes/deadline-store.ts";
import type { Connection } from "../database/connection.ts";
import { flatMapInTurn } from "../database/in-turn.ts";
import { sentUnderIdentity } from "../outbound/answering.ts";

/** The events of a message. */
const selectEventsOfMessage = "SELECT seq FROM events WHERE message = ? ORDER BY seq";

/** Events by the beginning of their identity: from it up to the next that begins otherwise. */
const selectEventsByIdentity =
  "SELECT event FROM origins WHERE identity > ? AND identity < ? ORDER BY event";

const deadlineColumns = `
  d.id, pt.text AS "processType", p.key, w.text AS "eventType", d.due_at AS "dueAt", d.anchor, d.state,
  (SELECT max(o.event) FROM origins o
   WHERE o.identity = 'deadline:' || d.id
      OR (o.identity > 'deadline:' || d.id || ':' AND o.identity < 'deadline:' || d.id || ';')) AS event
  FROM deadlines d JOIN processes p ON p.id = d.process
  JOIN strings pt ON pt.id = p.type JOIN strings w ON w.id = d.event_type`;

/** The deadlines of a process. */
const selectDeadlinesOf = `
  SELECT ${deadlineColumns} WHERE d.process = ? ORDER BY d.due_at, d.id`;

/** What was sent under an identity. */
const selectSentUnder = `SELECT id AS message, state FROM outbound_messages WHERE ${sentUnderIdentity}`;

/** Following what led to what. */
export function trace(connection: Connection): {
  readonly commands: Pick<CommandStore, "key">;
  readonly events: Pick<EventStore, "ofMessage" | "origin" | "ofDelivery">;
  readonly deadlines: Pick<DeadlineStore, "get" | "ofProcess">;
  readonly answers: Pick<AnswerStore, "sentFor">;
  readonly outbound: Pick<OutboundStore, "ofMessage">;
} {
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
    .prepare<[number], number | null>("SELECT outbound FROM outbound_messages WHERE id = ?")
    .pluck();
  const sentUnder = db.prepare<[{ identity: string }], AnswerSent>(selectSentUnder);
  return {
    commands: {
      key: (id) => connection.read(async () => (await commandKey.get(id)) ?? null),
    },
    events: {
      ofMessage: (message) => connection.read(() => ofMessage.all(message)),
      origin: (event) => connection.read(async () => (await origin.get(event)) ?? null),
      // `;` comes right after `:`.
      ofDelivery: (outbound) =>
        connection.read(() => byIdentity.all(`delivery:${outbound}:`, `delivery:${outbound};`)),
    },
    deadlines: {
      get: (id) => connection.read(async () => (await deadline.get(id)) ?? null),
      ofProcess: (process) => connection.read(() => deadlinesOf.all(process)),
    },
    answers: {
      sentFor: (file) =>
        connection.read(async () =>
          (
            await flatMapInTurn(answerKinds, (kind) =>
              sentUnder.all({ identity: answerIdentity(kind, file) }),
            )
          ).toSorted((a, b) => a.message - b.message),
        ),
    },
    outbound: {
      ofMessage: (message) => connection.read(async () => (await outboundOf.get(message)) ?? null),
    },
  };
}
