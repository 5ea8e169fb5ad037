import type {
  EventCount,
  ProcessCount,
  ReportFilter,
  ReportStore,
} from "../../port/report-store.ts";
import type { Connection } from "../database/connection.ts";
import { lastBefore } from "../files/last-before.ts";

const wanted = `
  e.seq > @after
  AND (@processType::text IS NULL
       OR e.process_type = (SELECT id FROM strings WHERE text = @processType))
  AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`;

/**
 * Events by type and hour. There is no index for it: one would cost every event that is recorded. The
 * table is read from the first event that matters on, which its key finds, since moments of recording
 * grow with it.
 */
const selectEventCounts = `
  SELECT p.text AS "processType", t.text AS type, c.hour, NULL AS sender, c.events
  FROM (SELECT e.process_type, e.type, e.occurred_at / 3600000 AS hour, count(*) AS events
        FROM events e WHERE ${wanted} GROUP BY 1, 2, 3) c
  JOIN strings p ON p.id = c.process_type JOIN strings t ON t.id = c.type
  ORDER BY c.process_type, c.type, c.hour`;

/** Counts of events by their types and hours, for each sender. */
const selectEventCountsBySender = `
  SELECT p.text AS "processType", t.text AS type, c.hour, c.events,
         CASE WHEN coalesce(j.from_role, j.from_participant) IS NOT NULL
              THEN coalesce(j.from_role, '') || ':' || coalesce(j.from_participant, '') END AS sender
  FROM (SELECT e.process_type, e.type, e.occurred_at / 3600000 AS hour, f.envelope_key,
               count(*) AS events
        FROM events e LEFT JOIN messages m ON m.id = e.message LEFT JOIN files f ON f.id = m.file
        WHERE ${wanted} GROUP BY 1, 2, 3, 4) c
  JOIN strings p ON p.id = c.process_type JOIN strings t ON t.id = c.type
  LEFT JOIN envelope_keys j ON j.id = c.envelope_key
  ORDER BY c.process_type, c.type, c.hour, c.envelope_key`;

/** Processes by type and status, from the index alone. */
const selectProcessCounts = `
  SELECT p.text AS type, s.text AS status, c.processes
  FROM (SELECT process_type, status, count(*) AS processes FROM builds GROUP BY 1, 2) c
  JOIN strings p ON p.id = c.process_type LEFT JOIN strings s ON s.id = c.status
  ORDER BY p.text, c.processes DESC`;

/** The events of two types. */
const selectSpans = `
  SELECT e.process, e.type = (SELECT id FROM strings WHERE text = @from) AS "isFrom",
         e.occurred_at AS at
  FROM events e
  WHERE e.type IN (SELECT id FROM strings WHERE text IN (@from, @to)) AND ${wanted}`;

/** The first event recorded at or after a moment is looked for between two, halving each time. */
const selectRecordedAt = "SELECT recorded_at FROM events WHERE seq >= ? ORDER BY seq LIMIT 1";

interface Wanted {
  readonly after: number;
  readonly processType: string | null;
}
type SpanRow = readonly [process: number, isFrom: 0 | 1, at: number];

/** Sums over everything. */
export function reports(
  connection: Connection,
): Pick<ReportStore, "events" | "words" | "processes" | "durations"> {
  const { db } = connection;
  const counts = db.prepare<[Wanted], EventCount>(selectEventCounts);
  const countsBySender = db.prepare<[Wanted], EventCount>(selectEventCountsBySender);
  const processes = db.prepare<[], ProcessCount>(selectProcessCounts);
  const words = db.prepare<[], string>("SELECT text FROM strings").pluck();
  const spans = db.prepare<[Wanted & { from: string; to: string }], SpanRow>(selectSpans).raw();
  const last = db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM events").pluck();
  const recordedAt = db.prepare<[number], number>(selectRecordedAt).pluck();

  async function asked({ processType, since, after: behind = 0 }: ReportFilter): Promise<Wanted> {
    const after =
      since === undefined
        ? 0
        : await lastBefore(since, (await last.get()) ?? 0, (seq) => recordedAt.get(seq));
    return { after: Math.max(after, behind), processType: processType ?? null };
  }

  return {
    events: ({ filter, bySender }) =>
      connection.read(async () => (bySender ? countsBySender : counts).all(await asked(filter))),
    words: () => connection.read(() => words.all()),
    processes: () => connection.read(() => processes.all()),
    durations: ({ filter, from, to }) =>
      connection.read(async () =>
        durationsOf(await spans.all({ ...(await asked(filter)), from, to })),
      ),
  };
}

/** From each process's first beginning to the first end that is no earlier. */
function durationsOf(rows: readonly SpanRow[]): number[] {
  const begun = new Map<number, number>();
  const ends = new Map<number, number[]>();
  for (const [process, isFrom, at] of rows) {
    if (isFrom === 1) begun.set(process, Math.min(at, begun.get(process) ?? at));
    else {
      const known = ends.get(process);
      if (known === undefined) ends.set(process, [at]);
      else known.push(at);
    }
  }
  const durations: number[] = [];
  for (const [process, from] of begun) {
    const end = Math.min(...(ends.get(process) ?? []).filter((at) => at >= from));
    if (Number.isFinite(end)) durations.push(end - from);
  }
  return durations;
}
