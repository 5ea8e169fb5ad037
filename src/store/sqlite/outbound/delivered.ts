import { emailSent, type Sent, sentEventType } from "../../../core/define/sent-event.ts";
import { dateOfOwnEvent } from "../../rules/own-event-date.ts";
import type { Connection } from "../database/connection.ts";
import type { OwnEvents } from "../events/own-events.ts";
import { selectFirst } from "./read-outbound.ts";

/** What of something delivered its events say. */
export const selectDelivered = `
  SELECT w.text AS channel, o.name, o.file_identifier AS fileIdentifier, j.flow
  FROM outbound o JOIN strings w ON w.id = o.channel LEFT JOIN envelope_keys j ON j.id = o.envelope_key
  WHERE o.id = ?`;

/**
 * The processes whose concern the messages of a file are, the events because of which they were sent, and the
 * place of the last event that each is built of.
 */
export const selectConcerned = `
  SELECT x.id AS message, t.text AS processType, p.key, x.cause, b.tail
  FROM outbound_messages x JOIN processes p ON p.id = x.process JOIN strings t ON t.id = p.type
  LEFT JOIN builds b ON b.process = x.process
  WHERE x.outbound = ? ORDER BY x.id`;

interface SentRow {
  readonly channel: string;
  readonly name: string;
  readonly fileIdentifier: string | null;
  readonly flow: string | null;
}

interface Concerned {
  readonly message: number;
  readonly processType: string;
  readonly key: string;
  readonly cause: number | null;
  readonly tail: string | null;
}

/**
 * Notes that an outbound file or e-mail arrived, with an event on each process whose message was in it.
 * Within a write only, after `EventRows.begin`.
 */
export type NoteDelivered = (id: number, at: number) => void;

/** Prepares the statements. */
export function noteDelivered(connection: Connection, own: OwnEvents): NoteDelivered {
  const { db } = connection;
  const update = db.prepare<[number, number]>(
    `UPDATE outbound SET state = 'delivered', on_hold = 0, in_flight = 0, problem = NULL, ended_at = ?
     WHERE id = ? AND state <> 'delivered'`,
  );
  const log = db.prepare<[number, number]>(
    "INSERT INTO outbound_log (outbound, at, what) VALUES (?, ?, 'delivered')",
  );
  const sent = db.prepare<[number], SentRow>(selectDelivered);
  const first = db.prepare<[number], number>(selectFirst).pluck();
  const concerned = db.prepare<[number], Concerned>(selectConcerned);

  return (outbound, at) => {
    if (update.run(at, outbound).changes === 0) return;
    log.run(outbound, at);
    const row = sent.get(outbound);
    if (row === undefined) return;
    const { flow, ...said } = row;
    const type = flow === null ? emailSent : sentEventType(flow);
    for (const { message, processType, key, cause: about, tail } of concerned.all(
      first.get(outbound) ?? 0,
    )) {
      const data: Sent = { outbound, message, ...said };
      const cause = about === null ? 0 : (own.occurredAt(about) ?? 0);
      const occurredAt = dateOfOwnEvent(at, { cause, tail });
      const identity = `delivery:${outbound}:${message}`;
      own.append(
        {
          processType,
          key,
          type,
          version: 1,
          data: JSON.stringify(data),
          occurredAt,
          origin: { kind: "delivery", identity, ref: outbound, cause: about },
        },
        connection.stamp(),
      );
    }
  };
}
