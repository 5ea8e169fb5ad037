import type {
  FileSelection,
  StandingEvent,
  StandingMessage,
} from "../../port/events/restatement-store.ts";
import type { Connection } from "../database/connection.ts";

/**
 * Active files that are meant. One that holds others says nothing itself, since what lay in it are files
 * of their own: naming it means those.
 */
const selectStandingFiles = `
  WITH RECURSIVE named (file) AS (
    SELECT @file::bigint WHERE @file::bigint IS NOT NULL
    UNION
    SELECT i.file FROM named n JOIN members i ON i.container = n.file)
  SELECT f.id FROM files f LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id > @after AND f.state = 'recorded' AND f.awaiting_release = 0
    AND NOT EXISTS (SELECT 1 FROM members i WHERE i.container = f.id)
    AND (@file::bigint IS NULL OR f.id IN (SELECT file FROM named))
    AND (@flow::text IS NULL OR j.flow = @flow)
    AND (@sender::text IS NULL OR j.from_participant = @sender
         OR coalesce(j.from_role, '') || ':' || coalesce(j.from_participant, '') = @sender)
    AND (@since::bigint IS NULL OR f.recorded_at >= @since)
    AND (@until::bigint IS NULL OR f.recorded_at <= @until)
  ORDER BY f.id LIMIT @limit`;

/** The messages of some lines of a file. */
const selectStandingMessages = `
  SELECT m.id, m.line, m.last_line AS "lastLine", coalesce(g.text, '') AS "group",
         k.text AS "subjectKind", m.subject_key AS "subjectKey", m.data, m.invalid, m.problems
  FROM messages m LEFT JOIN strings g ON g.id = m.group_code LEFT JOIN strings k ON k.id = m.subject_kind
  WHERE m.file = ? AND m.line BETWEEN ? AND ? ORDER BY m.line`;

/** The events that they became, void ones included. */
const selectStandingEvents = `
  SELECT m.id AS message, e.seq, pt.text AS "processType", p.key, t.text AS type,
         coalesce(r.data, e.data, m.data) AS data,
         coalesce(r.schema_version, e.schema_version) AS "schemaVersion",
         coalesce(r.kind = 'correct', false) AS corrected,
         CASE WHEN EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
              THEN (SELECT CASE WHEN x.restated = 1 THEN 'restate' ELSE 'person' END FROM revisions x
                    WHERE x.event = e.seq AND x.kind = 'void' ORDER BY x.id DESC LIMIT 1) END AS "voidedBy"
  FROM messages m JOIN events e ON e.message = m.id
  JOIN processes p ON p.id = e.process
  JOIN strings pt ON pt.id = e.process_type JOIN strings t ON t.id = e.type
  LEFT JOIN amendments a ON a.event = e.seq LEFT JOIN revisions r ON r.id = a.revision
  WHERE m.file = ? AND m.line BETWEEN ? AND ? ORDER BY e.seq`;

/** Whether something was said of an event after a revision. */
const selectSaidSince = "SELECT 1 FROM revisions WHERE event = ? AND id > ? LIMIT 1";

/** The event of a message on one process, if it ever became one there. */
const selectEventThere = `
  SELECT 1 FROM events WHERE message = ? AND process_type = ? AND process = ? AND type = ?`;

/** Makes a message with events say what a restate read of it besides its data. */
const readMessageAnew = `
  UPDATE messages SET last_line = ?, group_code = ?, subject_kind = ?, subject_key = ?, problems = ?
  WHERE id = ?`;

/** Notes whom a message is about where no process of that key tells of it. */
const insertMentionOf = `
  INSERT INTO mentions (file, line, key)
  SELECT m.file, m.line, m.subject_key FROM messages m
  WHERE m.id = ? AND m.subject_key IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM events e JOIN processes p ON p.id = e.process
                    WHERE e.message = m.id AND p.key = m.subject_key)
  ON CONFLICT DO NOTHING`;

type MessageRow = Omit<StandingMessage, "invalid" | "events"> & { readonly invalid: 0 | 1 };
type EventRow = Omit<StandingEvent, "corrected"> & {
  readonly message: number;
  readonly corrected: 0 | 1;
};
type Wanted = { readonly [name in keyof FileSelection]-?: string | number | null };

/** What a restate asks the store for and writes into it. */
export type RestateStatements = ReturnType<typeof restateStatements>;

/** Prepares the statements of a restate. */
export function restateStatements({ db }: Connection) {
  const files = db
    .prepare<[Wanted & { after: number; limit: number }], number>(selectStandingFiles)
    .pluck();
  const messages = db.prepare<[number, number, number], MessageRow>(selectStandingMessages);
  const eventsAt = db.prepare<[number, number, number], EventRow>(selectStandingEvents);
  const newestRevision = db
    .prepare<[], number>("SELECT coalesce(max(id), 0) FROM revisions")
    .pluck();
  const saidSince = db.prepare<[number, number], 1>(selectSaidSince).pluck();
  const eventThere = db.prepare<[number, number, number, number], 1>(selectEventThere).pluck();
  const occurredAt = db
    .prepare<[number], number>("SELECT occurred_at FROM files WHERE id = ?")
    .pluck();
  const stands = db
    .prepare<[number], 1>("SELECT 1 FROM files WHERE id = ? AND state = 'recorded'")
    .pluck();
  const wait = db.prepare<[number, number, string, number, number, string]>(
    `INSERT INTO unmatched (message, process_type, key, event_type, at, data)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (message, process_type) DO UPDATE SET
       key = excluded.key, event_type = excluded.event_type, data = excluded.data`,
  );
  const recount = db.prepare<[number, number]>(
    "UPDATE event_counts SET events = events + ? WHERE file = ?",
  );
  const readAnewOf =
    db.prepare<[number, number, number | null, string | null, string | null, number]>(
      readMessageAnew,
    );
  const mention = db.prepare<[number]>(insertMentionOf);

  return {
    files,
    messages,
    eventsAt,
    newestRevision,
    saidSince,
    eventThere,
    occurredAt,
    stands,
    wait,
    recount,
    readAnewOf,
    mention,
  };
}
