import { isFromEnd } from "../../../core/list/slice.ts";
import type { OutboundRecord, OutboundStep } from "../../../core/outbound/outbound.ts";
import type {
  OutboundMessagePlace,
  OutboundMessageStore,
} from "../../port/outbound/outbound-message-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import {
  type OutboundMessageRow,
  type OutboundRow,
  outboundMessage,
  outboundRecord,
  type WantedOutbound,
  wantedOutboundOf,
} from "../../rows/outbound-row.ts";
import { failingOutbound } from "../../stuck/failing.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing, listingOf, type RowsByKeys } from "../database/listing.ts";
import { wantedEnvelopeKeys } from "../files/wanted-envelope-keys.ts";
import { outboundCounts } from "./count-outbound.ts";
import { fileBefore } from "./stopped-files.ts";

/** An outbound file or e-mail, with all that is known of it. */
export const selectOutbound = `
  SELECT o.id, w.text AS channel, o.state, o.on_hold AS onHold, o.number, o.folder, o.name, c.size AS sizeBytes,
         lower(hex(c.hash)) AS hash, o.messages, o.attempts, o.drops, o.due_at AS dueAt, o.problem,
         o.created_at AS createdAt, o.ended_at AS endedAt, o.replaces,
         (SELECT max(r.id) FROM outbound r WHERE r.replaces = o.id) AS replacedBy,
         ${fileBefore("o")} AS behind,
         j.family, j.flow, j.version, o.file_identifier AS fileIdentifier,
         j.from_role AS fromRole, j.from_participant AS fromParticipant,
         j.to_role AS toRole, j.to_participant AS toParticipant, j.test_flag AS testFlag
  FROM outbound o JOIN strings w ON w.id = o.channel JOIN content c ON c.id = o.content
  LEFT JOIN envelope_keys j ON j.id = o.envelope_key
  WHERE o.id ${inKeys} ORDER BY o.id`;

const wanted = `
  id > @after AND id < @before
  AND (@channel IS NULL OR channel = (SELECT id FROM strings WHERE text = @channel))
  AND (@state IS NULL OR state = @state)
  AND (@onHold IS NULL OR (on_hold = 1 AND state IN ('ready', 'uploaded')))
  AND (@since IS NULL OR created_at >= @since)
  AND (@until IS NULL OR created_at <= @until)
  AND ${wantedEnvelopeKeys}
  AND (@failing IS NULL OR (${failingOutbound("outbound")}))`;

/** Where outbound files are looked for: among all, or those of a channel in a state, which may be few. */
const outboundIds = {
  all: "outbound WHERE TRUE",
  ofState: `outbound INDEXED BY outbound_by_state
    WHERE channel = (SELECT id FROM strings WHERE text = @channel) AND state = @state`,
};

/** Outbound files that a list is of. */
export const selectOutboundIds = (which: keyof typeof outboundIds, order: "" | "DESC") =>
  `SELECT id FROM ${outboundIds[which]} AND ${wanted} ORDER BY id ${order} LIMIT @limit`;

/** What happened to one. */
export const selectSteps = `
  SELECT at, what, actor, reason FROM outbound_log WHERE outbound = ? ORDER BY id`;

const messageColumns = `
  x.id, x.action, pt.text AS processType, p.key, l.flow, l.to_role AS toRole,
  l.to_participant AS toParticipant, l.channel, x.at, x.state, x.outbound, x.identity, x.problems, l.problem AS queueProblem`;

const messageJoins = `
  JOIN outbound_queues l ON l.id = x.queue
  LEFT JOIN processes p ON p.id = x.process LEFT JOIN strings pt ON pt.id = p.type`;

/** The file that one was sent again for, and so on: the one whose messages they all hold. */
export const selectFirst = `
  WITH RECURSIVE before (id, replaces) AS (
    SELECT id, replaces FROM outbound WHERE id = ?
    UNION ALL SELECT o.id, o.replaces FROM before b JOIN outbound o ON o.id = b.replaces
  )
  SELECT id FROM before WHERE replaces IS NULL`;

/** The messages in a file. */
export const selectMessagesOf = `
  SELECT ${messageColumns} FROM outbound_messages x ${messageJoins} WHERE x.outbound = ? ORDER BY x.id`;

/** Messages that cannot be written, behind one. */
export const selectStuckMessages = `
  SELECT 0 AS queue, ${messageColumns} FROM outbound_messages x INDEXED BY outbound_messages_stuck ${messageJoins}
  WHERE x.state = 'stuck' AND x.id > @id ORDER BY x.id LIMIT @limit`;

/** Messages that wait for a file, queue by queue, behind one of a queue. */
export const selectMessagesInQueues = `
  SELECT x.queue, ${messageColumns} FROM outbound_messages x INDEXED BY outbound_messages_waiting ${messageJoins}
  WHERE x.state = 'waiting' AND (x.queue, x.id) > (@queue, @id) ORDER BY x.queue, x.id LIMIT @limit`;

type PlacedRow = OutboundMessageRow & Pick<OutboundMessagePlace, "queue">;

/** Prepares the reading of outbound files by their numbers. */
export function outboundReader({ db }: Connection): RowsByKeys<OutboundRecord> {
  const select = db.prepare<[string], OutboundRow>(selectOutbound);
  return (ids) => select.all(JSON.stringify(ids)).map(outboundRecord);
}

type Verbs = {
  readonly outbound: Pick<OutboundStore, "get" | "list" | "steps" | "counts" | "messages">;
  readonly outboundMessages: Pick<OutboundMessageStore, "waiting">;
};

/** Reading outbound files and messages. */
export function readOutbound(connection: Connection, rowsOf: RowsByKeys<OutboundRecord>): Verbs {
  const { db } = connection;
  const ids = (which: keyof typeof outboundIds, order: "" | "DESC") =>
    db
      .prepare<[WantedOutbound & { limit: number }], number>(selectOutboundIds(which, order))
      .pluck();
  const idsAfter = { all: ids("all", ""), ofState: ids("ofState", "") };
  const newest = { all: ids("all", "DESC"), ofState: ids("ofState", "DESC") };
  const steps = db.prepare<[number], OutboundStep>(selectSteps);
  const first = db.prepare<[number], number>(selectFirst).pluck();
  const messagesOf = db.prepare<[number], OutboundMessageRow>(selectMessagesOf);
  const waiting = db.prepare<[OutboundMessagePlace & { limit: number }], PlacedRow>(
    selectMessagesInQueues,
  );
  const stuck = db.prepare<[{ id: number; limit: number }], PlacedRow>(selectStuckMessages);

  return {
    outbound: {
      get: (id) => connection.read(() => rowsOf([id])[0] ?? null),
      list(filter = {}) {
        const named = wantedOutboundOf(filter);
        const which = named.channel !== null && named.state !== null ? "ofState" : "all";
        const { limit } = filter;
        if (limit !== undefined) {
          const ids = () =>
            isFromEnd(filter)
              ? newest[which].all({ ...named, limit }).toReversed()
              : idsAfter[which].all({ ...named, limit });
          return listingOf(connection, "outbound file", ids, rowsOf);
        }
        const after = (last: number) =>
          idsAfter[which].all({ ...named, after: Math.max(last, named.after), limit: keysPerPage });
        return listing(connection, "outbound file", after, rowsOf);
      },
      steps: (id) => connection.read(() => steps.all(id)),
      counts: outboundCounts(connection),
      messages: (id) =>
        connection.read(() => messagesOf.all(first.get(id) ?? id).map(outboundMessage)),
    },
    outboundMessages: {
      waiting: ({ after = { queue: 0, id: 0 }, limit }) =>
        connection.read(() => {
          const first = after.queue === 0 ? stuck.all({ id: after.id, limit }) : [];
          const place =
            after.queue === 0 ? { queue: 0, id: 0 } : { queue: after.queue, id: after.id };
          const then = waiting.all({ ...place, limit: limit - first.length });
          return [...first, ...then].map(({ queue, ...row }) => ({
            queue,
            ...outboundMessage(row),
          }));
        }),
    },
  };
}
