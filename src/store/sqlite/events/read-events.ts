import { compareEvents } from "../../../core/event/event.ts";
import { isFromEnd, sliceOf } from "../../../core/list/slice.ts";
import { chainOf } from "../../chain.ts";
import type { EventFilter, EventStore } from "../../port/events/event-store.ts";
import { eventRecord, type StoredEventRow, type WantedEventRows } from "../../rows/event-row.ts";
import { wantedEventsOf } from "../../rows/wanted-events.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing, listingOf } from "../database/listing.ts";
import { selectWantedEvents } from "./wanted-events.ts";

/** The columns of an event, from `events e` and `processes p` with `eventJoins`. */
export const eventColumns = `
  e.seq, t.text AS type, pt.text AS processType, p.key, e.occurred_at AS occurredAt,
  e.recorded_at AS recordedAt, ifnull(r.schema_version, e.schema_version) AS schemaVersion,
  coalesce(r.data, e.data, m.data) AS data,
  m.file, e.message,
  CASE WHEN coalesce(j.from_role, j.from_participant) IS NOT NULL
       THEN ifnull(j.from_role, '') || ':' || ifnull(j.from_participant, '') END AS sender,
  CASE WHEN coalesce(j.to_role, j.to_participant) IS NOT NULL
       THEN ifnull(j.to_role, '') || ':' || ifnull(j.to_participant, '') END AS recipient,
  j.flow, f.file_identifier AS fileIdentifier, m.line,
  EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq) AS void,
  (EXISTS (SELECT 1 FROM history_files h WHERE h.file = m.file)
   OR EXISTS (SELECT 1 FROM history_events h WHERE h.event = e.seq)) AS history,
  r.id IS NOT NULL AS amended`;

/** What an event's row needs besides. */
export const eventJoins = `
  JOIN strings t ON t.id = e.type
  JOIN strings pt ON pt.id = e.process_type
  LEFT JOIN messages m ON m.id = e.message
  LEFT JOIN files f ON f.id = m.file
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  LEFT JOIN amendments a ON a.event = e.seq
  LEFT JOIN revisions r ON r.id = a.revision`;

/** Events with the data of the messages that brought them. */
export const selectEvents = `
  SELECT ${eventColumns} FROM events e JOIN processes p ON p.id = e.process ${eventJoins}
  WHERE e.seq ${inKeys} ORDER BY e.seq`;

/** The events of one process that are not void. */
export const selectEventsOf = `
  ${chainOf("key = ? AND type = (SELECT id FROM strings WHERE text = ?)")}
  SELECT ${eventColumns}
  FROM chain c JOIN events e ON e.seq = c.seq JOIN processes p ON p.id = e.process ${eventJoins}
  WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`;

const wanted = `
  e.seq > @after AND e.seq < @before
  AND (@type IS NULL OR e.type = (SELECT id FROM strings WHERE text = @type))
  AND (@processType IS NULL OR e.process_type = (SELECT id FROM strings WHERE text = @processType))
  AND ${selectWantedEvents}`;

/** Recording numbers of the events wanted, in whichever way finds them quickest. */
export const selectSeqs = {
  all: `SELECT e.seq FROM events e WHERE ${wanted} ORDER BY e.seq LIMIT @limit`,
  newest: `SELECT e.seq FROM events e WHERE ${wanted} ORDER BY e.seq DESC LIMIT @limit`,
  ofFile: `
    SELECT e.seq FROM messages m JOIN events e ON e.message = m.id
    JOIN processes p ON p.id = e.process
    WHERE m.file = @file AND (@key IS NULL OR p.key = @key) AND ${wanted} ORDER BY e.seq`,
  ofKey: `
    ${chainOf("key = @key")}
    SELECT e.seq FROM chain c CROSS JOIN events e ON e.seq = c.seq WHERE ${wanted} ORDER BY e.seq`,
} as const;

/** Reading events. */
export function readEvents(connection: Connection): Pick<EventStore, "list" | "ofProcess"> {
  const { db } = connection;
  const bySeq = db.prepare<[string], StoredEventRow>(selectEvents);
  const ofProcess = db.prepare<[string, string], StoredEventRow>(selectEventsOf);
  const all = db.prepare<[WantedEventRows & { limit: number }], number>(selectSeqs.all).pluck();
  const newest = db
    .prepare<[WantedEventRows & { limit: number }], number>(selectSeqs.newest)
    .pluck();
  const ofFile = db
    .prepare<[WantedEventRows & { file: number; key: string | null }], number>(selectSeqs.ofFile)
    .pluck();
  const ofKey = db.prepare<[WantedEventRows & { key: string }], number>(selectSeqs.ofKey).pluck();

  const eventsOf = (seqs: readonly number[]) => bySeq.all(JSON.stringify(seqs)).map(eventRecord);

  /** Recording numbers when few enough to be read at once; null when only pages will do. */
  function fewSeqs(filter: EventFilter, sought: WantedEventRows): (() => number[]) | null {
    const { file, key, limit } = filter;
    if (file !== undefined)
      return () => sliceOf(ofFile.all({ ...sought, file, key: key ?? null }), filter);
    if (key !== undefined) return () => sliceOf(ofKey.all({ ...sought, key }), filter);
    if (limit === undefined) return null;
    if (!isFromEnd(filter)) return () => all.all({ ...sought, limit });
    return () => newest.all({ ...sought, limit }).reverse();
  }

  return {
    list(filter = {}) {
      const sought: WantedEventRows = {
        after: filter.after ?? 0,
        before: filter.before ?? Number.MAX_SAFE_INTEGER,
        type: filter.type ?? null,
        processType: filter.processType ?? null,
        ...wantedEventsOf(filter),
      };
      const few = fewSeqs(filter, sought);
      if (few !== null) return listingOf(connection, "event", few, eventsOf);
      return listing(
        connection,
        "event",
        (last) => all.all({ ...sought, after: Math.max(last, sought.after), limit: keysPerPage }),
        eventsOf,
      );
    },
    ofProcess: ({ processType, key }) =>
      connection.readOf(`Process ${processType}/${key}`, () =>
        ofProcess.all(key, processType).map(eventRecord).sort(compareEvents),
      ),
  };
}
