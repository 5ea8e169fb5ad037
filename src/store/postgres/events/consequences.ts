import { chainOf } from "../../chain.ts";
import type { Consequence, FollowUp, SentEffect } from "../../port/events/consequence.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";

/** The ledger's rows of an event. */
const selectConsequences = `
  SELECT a.id AS action, w.text AS name, a.nth, a.state, a.reason, a.verdicts,
         a.ended_at AS "endedAt", CASE WHEN a.state = 'cancelled' THEN c.state END AS "before"
  FROM actions a JOIN strings w ON w.id = a.name
  LEFT JOIN cancelled_with_event c ON c.action = a.id
  WHERE a.event = ? ORDER BY a.id`;

/** The events that an action recorded: their identities are `action:<id>:<place>`. */
const selectFollowUps = `
  SELECT e.seq, t.text AS type, EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq) AS void
  FROM origins o JOIN events e ON e.seq = o.event JOIN strings t ON t.id = e.type
  WHERE o.identity >= 'action:' || ? || ':' AND o.identity < 'action:' || ? || ';'
  ORDER BY e.seq`;

/** What an action asked to be sent. */
const selectSentByAction = `
  SELECT l.flow, o.state, o.outbound, j.name, j.state AS delivery
  FROM outbound_messages o JOIN outbound_queues l ON l.id = o.queue LEFT JOIN outbound j ON j.id = o.outbound
  WHERE o.action = ? ORDER BY o.place`;

/** The events of a file because of which something is done or runs. */
export const selectActed = `
  SELECT e.seq AS event, pt.text AS "processType", p.key
  FROM messages m JOIN events e ON e.message = m.id
  JOIN processes p ON p.id = e.process JOIN strings pt ON pt.id = e.process_type
  WHERE m.file = ?
    AND EXISTS (SELECT 1 FROM actions a WHERE a.event = e.seq AND a.state IN ('done', 'running'))
  ORDER BY m.line, e.seq LIMIT ?`;

/** The ledger's rows of a process's events as they were first judged. */
export const selectJudged = `
  ${chainOf("key = ? AND type = (SELECT id FROM strings WHERE text = ?)")}
  SELECT a.event, a.id AS action, w.text AS name, a.state, a.verdicts
  FROM chain c JOIN actions a ON a.event = c.seq JOIN strings w ON w.id = a.name
  WHERE a.nth = 0 ORDER BY a.id`;

/** Gives what was done, or is to be done, because of an event. Within a read or a write only. */
export type ConsequencesOf = (seq: number) => Promise<Consequence[]>;

/** Prepares the statements. */
export function consequencesOf(connection: Connection): ConsequencesOf {
  const { db } = connection;
  const ledger = db.prepare<[number], Omit<Consequence, "followUps" | "sent">>(selectConsequences);
  const followUps = db.prepare<[number, number], Omit<FollowUp, "void"> & { void: 0 | 1 }>(
    selectFollowUps,
  );
  const sent = db.prepare<[number], SentEffect>(selectSentByAction);
  return async (seq) =>
    mapInTurn(await ledger.all(seq), async (row) => ({
      ...row,
      followUps: (await followUps.all(row.action, row.action)).map((found) => ({
        ...found,
        void: found.void === 1,
      })),
      sent: await sent.all(row.action),
    }));
}
