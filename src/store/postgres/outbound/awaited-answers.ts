import { sentEventType } from "../../../core/define/sent-event.ts";
import type { AwaitedAnswer, DeliveryBatch } from "../../../core/process/expected.ts";
import { chainOf } from "../../chain.ts";
import type { AwaitedStore } from "../../port/expected/awaited-store.ts";
import type { Connection } from "../database/connection.ts";

/** Events that tell of the delivery of one of some flows, in the order of recording. */
const selectDeliveries = `
  SELECT e.seq AS event, e.process, g.ref AS outbound, j.flow, e.occurred_at AS at
  FROM events e JOIN origins g ON g.event = e.seq AND g.kind = 'delivery'
  JOIN outbound o ON o.id = g.ref JOIN envelope_keys j ON j.id = o.envelope_key
  WHERE e.seq > ? AND e.type IN (SELECT w.id FROM json_array_elements_text(?::json) x JOIN strings w ON w.text = x)
  ORDER BY e.seq LIMIT ?`;

/** Answers that are due or overdue. */
const selectUnsettled = `
  SELECT a.event, a.flows, o.created_at AS "filedAt", p.key, j.to_participant AS participant,
         a.state
  FROM (SELECT event FROM awaited_answers WHERE state = 'pending' AND due_at <= ?
        UNION ALL SELECT event FROM awaited_answers WHERE state = 'overdue') u
  JOIN awaited_answers a ON a.event = u.event
  JOIN processes p ON p.id = a.process
  JOIN outbound o ON o.id = a.outbound JOIN envelope_keys j ON j.id = o.envelope_key`;

/** The first message of some flows that a party sent about what has the key, recorded after what it answers was put together. */
const selectAnswer = `
  ${chainOf("key = ?")}
  SELECT min(e.seq) FROM chain c JOIN events e ON e.seq = c.seq
  JOIN messages m ON m.id = e.message JOIN files f ON f.id = m.file JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE e.recorded_at > ? AND j.flow IN (SELECT json_array_elements_text(?::json))
    AND j.from_participant IS NOT DISTINCT FROM ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`;

const selectAwaited = `
  SELECT a.event, a.outbound, t.text AS "processType", p.key, j.flow,
         CASE WHEN j.to_participant IS NOT NULL
              THEN coalesce(j.to_role || ':', '') || j.to_participant END AS "to",
         a.flows, a.asked_at AS "askedAt", a.due_at AS "dueAt", a.state, a.answer
  FROM awaited_answers a JOIN processes p ON p.id = a.process JOIN strings t ON t.id = p.type
  JOIN outbound o ON o.id = a.outbound JOIN envelope_keys j ON j.id = o.envelope_key
  WHERE (a.state = 'pending' OR a.state = 'overdue') AND (a.due_at, a.event) > (?, ?) ORDER BY a.due_at, a.event LIMIT ?`;

interface Unsettled {
  readonly event: number;
  readonly flows: string;
  readonly filedAt: number;
  readonly key: string;
  readonly participant: string | null;
  readonly state: "pending" | "overdue";
}

type AwaitedRow = Omit<AwaitedAnswer, "flows"> & { readonly flows: string };

/** What we sent and await an answer to. */
export function awaitedAnswers(connection: Connection): AwaitedStore {
  const { db } = connection;
  const cursor = db.prepare<[], number>("SELECT seq FROM awaited_cursor").pluck();
  const moveCursor = db.prepare<[number]>("UPDATE awaited_cursor SET seq = ?");
  const newest = db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM events").pluck();
  const deliveries = db.prepare<[number, string, number], DeliveryBatch["deliveries"][number]>(
    selectDeliveries,
  );
  const insert = db.prepare<[number, number, number, string, number, number]>(
    `INSERT INTO awaited_answers (event, process, outbound, flows, asked_at, due_at, state)
     VALUES (?, ?, ?, ?, ?, ?, 'pending') ON CONFLICT DO NOTHING`,
  );
  const unsettled = db.prepare<[number], Unsettled>(selectUnsettled);
  const answer = db
    .prepare<[string, number, string, string | null], number | null>(selectAnswer)
    .pluck();
  const settle = db.prepare<[string, number | null, number]>(
    "UPDATE awaited_answers SET state = ?, answer = ? WHERE event = ?",
  );
  const nextDue = db
    .prepare<[], number | null>("SELECT min(due_at) FROM awaited_answers WHERE state = 'pending'")
    .pluck();
  const awaited = db.prepare<[number, number, number], AwaitedRow>(selectAwaited);

  return {
    deliveries: ({ flows, limit }) =>
      connection.read(async () => {
        const from = (await cursor.get()) ?? 0;
        const last = (await newest.get()) ?? 0;
        const types = JSON.stringify(flows.map(sentEventType));
        const found = flows.length === 0 ? [] : await deliveries.all(from, types, limit);
        const next = found.length === limit ? (found.at(-1)?.event ?? last) : last;
        return { cursor: from, next, deliveries: found };
      }),
    record: ({ batch, awaited: toAwait }) =>
      connection.write(async () => {
        if ((await cursor.get()) !== batch.cursor) return;
        for (const { delivery, flows, dueAt } of toAwait) {
          const { event, process, outbound, at } = delivery;
          await insert.run(event, process, outbound, JSON.stringify(flows), at, dueAt);
        }
        await moveCursor.run(batch.next);
      }),
    settle: (now) =>
      connection.write(async () => {
        let overdue = 0;
        for (const { event, flows, filedAt, key, participant, state } of await unsettled.all(now)) {
          const found = (await answer.get(key, filedAt, flows, participant)) ?? null;
          if (found !== null) await settle.run("answered", found, event);
          else if (state === "pending") {
            await settle.run("overdue", null, event);
            overdue += 1;
          }
        }
        return overdue;
      }),
    nextDue: () => connection.read(async () => (await nextDue.get()) ?? null),
    list: (limit, { dueAt, event } = { dueAt: -1, event: 0 }) =>
      connection.read(async () =>
        (await awaited.all(dueAt, event, limit)).map((row) => ({
          ...row,
          flows: JSON.parse(row.flows) as string[],
        })),
      ),
  };
}
