import type { RoutableMessage } from "../../../core/event/route.ts";
import type { RouteStore } from "../../port/events/route-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import { type EventRows, selectHasEvent } from "./event-rows.ts";
import type { GoesBy } from "./goes-by.ts";

/** The next messages, whatever became of them. */
const selectNextMessages =
  "SELECT max(id) FROM (SELECT id FROM messages WHERE id > ? ORDER BY id LIMIT ?) m";

/** Messages of a range that a type of process has not taken and may take. */
const selectPast = `
  SELECT m.id, m.file, m.line, j.flow, g.text AS "group", j.from_role AS "fromRole",
         j.from_participant AS "fromParticipant", w.text AS "subjectKind", m.subject_key AS "subjectKey",
         CASE WHEN j.flow IN (SELECT json_array_elements_text(@flows::json)) THEN m.data END AS data
  FROM messages m JOIN files f ON f.id = m.file
  JOIN strings g ON g.id = m.group_code
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  LEFT JOIN strings w ON w.id = m.subject_kind
  WHERE m.id > @after AND m.id <= @last AND m.invalid = 0
    AND f.state = 'recorded' AND f.awaiting_release = 0
    AND (@since::bigint IS NULL OR f.recorded_at >= @since)
    AND NOT EXISTS (SELECT 1 FROM unrouted u WHERE u.file = m.file AND u.next_line <= m.line)
    AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id AND e.process_type = @type)
    AND NOT EXISTS (SELECT 1 FROM unmatched x WHERE x.message = m.id AND x.process_type = @type)
    AND NOT EXISTS (SELECT 1 FROM failures x WHERE x.message = m.id AND x.process_type = @type)
  ORDER BY m.id`;

interface Range {
  readonly after: number;
  readonly last: number;
  readonly since: number | null;
  readonly flows: string;
  readonly type: number;
}

/** When the file of a message was sent; none when a person withdrew it since or it awaits release, it was looked at. */
const selectOccurredAt = `
  SELECT f.occurred_at FROM messages m JOIN files f ON f.id = m.file
  WHERE m.id = ? AND f.state = 'recorded' AND f.awaiting_release = 0`;

/** A type of process takes up past messages. */
export function takingUp(
  connection: Connection,
  word: Intern,
  events: EventRows,
  found: GoesBy,
): Pick<RouteStore, "past" | "takeUp"> {
  const { db } = connection;
  const wordOf = db.prepare<[string], number>("SELECT id FROM strings WHERE text = ?").pluck();
  const next = db.prepare<[number, number], number | null>(selectNextMessages).pluck();
  const past = db.prepare<[Range], Omit<RoutableMessage, "flow"> & { flow: string | null }>(
    selectPast,
  );
  const occurredAt = db.prepare<[number], number>(selectOccurredAt).pluck();
  const hasEvent = db.prepare<[number, number], 1>(selectHasEvent).pluck();
  const mark = db.prepare<[number]>("INSERT INTO history_events (event) VALUES (?)");
  const recount = db.prepare<[number]>(
    `UPDATE event_counts SET events = events + 1
     WHERE file = (SELECT file FROM messages WHERE id = ?)`,
  );
  const wait = db.prepare<[number, number, string, number, number]>(
    `INSERT INTO unmatched (message, process_type, key, event_type, at, history)
     VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (message, process_type) DO NOTHING`,
  );

  return {
    past: ({ selection: { processType, since, looksInto }, after, limit }) =>
      connection.read(async () => {
        const last = (await next.get(after, limit)) ?? null;
        if (last === null) return { messages: [], last };
        const flows = JSON.stringify([...looksInto]);
        const type = (await wordOf.get(processType)) ?? 0;
        const rows = await past.all({ after, last, since, flows, type });
        return { messages: rows.map((row) => ({ ...row, flow: row.flow ?? "" })), last };
      }),

    takeUp: (routed) =>
      connection.write(async () => {
        await events.begin();
        const recordedAt = await connection.stamp();
        // A message that opens a process may be given to others too: it has its first event by then.
        const begun = new Set<number>();
        for (const { message, key, otherwise, references = [], finds, ...event } of routed) {
          const processType = await word(event.processType);
          const type = await word(event.eventType);
          const sentAt = await occurredAt.get(message);
          if (sentAt === undefined) continue;
          if (!begun.has(message) && (await hasEvent.get(message, processType)) !== undefined)
            continue;
          begun.add(message);
          const own = { schemaVersion: 1, message, data: null };
          const row = { processType, type, occurredAt: sentAt, recordedAt, ...own };
          if (finds === true) {
            const places = await found.seek({ ...row, references, history: 1 });
            for (let place = 0; place < places; place += 1) await recount.run(message);
            if (places === 0 && otherwise === "wait")
              await wait.run(message, processType, key, type, recordedAt);
            continue;
          }
          if (otherwise !== undefined && !(await events.isThere(processType, key))) {
            if (otherwise !== "wait") continue;
            await wait.run(message, processType, key, type, recordedAt);
            events.waits();
            continue;
          }
          await mark.run(await events.append({ ...row, key }));
          await recount.run(message);
          await found.name(processType, key, references, recordedAt);
        }
        return events.appended();
      }),
  };
}
