import type {
  FileSelection,
  NewReading,
  Restated,
  RestatementStore,
  StandingEvent,
  StandingMessage,
} from "../../port/events/restatement-store.ts";
import { prepareMessage, prepareReading } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { InMemory, Readings } from "../files/reading/apply-reading.ts";
import type { EventRows } from "./event-rows.ts";
import type { GoesBy } from "./goes-by.ts";
import type { RevisionRows, Said } from "./revision-rows.ts";

/**
 * Active files that are meant. One that holds others says nothing itself, since what lay in it are files
 * of their own: naming it means those.
 */
const selectStandingFiles = `
  WITH RECURSIVE named (file) AS (
    SELECT @file WHERE @file IS NOT NULL
    UNION
    SELECT i.file FROM named n CROSS JOIN members i ON i.container = n.file)
  SELECT f.id FROM files f LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id > @after AND f.state = 'recorded' AND f.awaiting_release = 0
    AND NOT EXISTS (SELECT 1 FROM members i WHERE i.container = f.id)
    AND (@file IS NULL OR f.id IN (SELECT file FROM named))
    AND (@flow IS NULL OR j.flow = @flow)
    AND (@sender IS NULL OR j.from_participant = @sender
         OR ifnull(j.from_role, '') || ':' || ifnull(j.from_participant, '') = @sender)
    AND (@since IS NULL OR f.recorded_at >= @since)
    AND (@until IS NULL OR f.recorded_at <= @until)
  ORDER BY f.id LIMIT @limit`;

/** The messages of some lines of a file. */
export const selectStandingMessages = `
  SELECT m.id, m.line, m.last_line AS lastLine, ifnull(g.text, '') AS "group",
         k.text AS subjectKind, m.subject_key AS subjectKey, m.data, m.invalid, m.problems
  FROM messages m LEFT JOIN strings g ON g.id = m.group_code LEFT JOIN strings k ON k.id = m.subject_kind
  WHERE m.file = ? AND m.line BETWEEN ? AND ? ORDER BY m.line`;

/** The events that they became, void ones included. */
export const selectStandingEvents = `
  SELECT m.id AS message, e.seq, pt.text AS processType, p.key, t.text AS type,
         coalesce(r.data, e.data, m.data) AS data,
         ifnull(r.schema_version, e.schema_version) AS schemaVersion,
         ifnull(r.kind = 'correct', 0) AS corrected,
         CASE WHEN EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
              THEN (SELECT iif(x.restated, 'restate', 'person') FROM revisions x
                    WHERE x.event = e.seq AND x.kind = 'void' ORDER BY x.id DESC LIMIT 1) END AS voidedBy
  FROM messages m JOIN events e ON e.message = m.id
  JOIN processes p ON p.id = e.process
  JOIN strings pt ON pt.id = e.process_type JOIN strings t ON t.id = e.type
  LEFT JOIN amendments a ON a.event = e.seq LEFT JOIN revisions r ON r.id = a.revision
  WHERE m.file = ? AND m.line BETWEEN ? AND ? ORDER BY e.seq`;

/** Whether something was said of an event after a revision. */
export const selectSaidSince = "SELECT 1 FROM revisions WHERE event = ? AND id > ? LIMIT 1";

/** The event of a message on one process, if it ever became one there. */
export const selectEventThere = `
  SELECT 1 FROM events WHERE message = ? AND process_type = ? AND process = ? AND type = ?`;

/** Makes a message with events say what a restate read of it besides its data. */
export const readMessageAnew = `
  UPDATE messages SET last_line = ?, group_code = ?, subject_kind = ?, subject_key = ?, problems = ?
  WHERE id = ?`;

/** Notes whom a message is about where no process of that key tells of it. */
export const insertMentionOf = `
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

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const files = db
    .prepare<[Wanted & { after: number; limit: number }], number>(selectStandingFiles)
    .pluck();
  const messages = db.prepare<[number, number, number], MessageRow>(selectStandingMessages);
  const eventsAt = db.prepare<[number, number, number], EventRow>(selectStandingEvents);
  const newestRevision = db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM revisions").pluck();
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

interface RestatingParts {
  readonly connection: Connection;
  readonly word: Intern;
  readonly events: EventRows;
  readonly found: GoesBy;
  readonly revisions: RevisionRows;
}

/** Whether the events were revised again, or the file is active no longer, since they were compared. */
function staleness(word: Intern, events: EventRows, { saidSince, eventThere, stands }: Statements) {
  function isStale(file: number, changes: readonly Restated[], revision: number): boolean {
    if (stands.get(file) === undefined) return true;
    return changes.some((change) => {
      if (change.kind === "message") return false;
      if (change.kind !== "record") return saidSince.get(change.event, revision) !== undefined;
      const type = word(change.processType);
      const there = events.process(type, change.key);
      if (there === undefined) return false;
      const found = eventThere.get(change.message, type, there.id, word(change.eventType));
      return found !== undefined;
    });
  }

  return isStale;
}

/** Carrying out one change. */
function carryingOut(
  { word, events, found, revisions }: RestatingParts,
  { occurredAt, wait, recount, readAnewOf, mention }: Statements,
) {
  function record(file: number, change: Restated & { kind: "record" }, recordedAt: number): void {
    const { message, key, otherwise, data, references = [] } = change;
    const processType = word(change.processType);
    const type = word(change.eventType);
    const sentAt = occurredAt.get(file) ?? recordedAt;
    const row = { processType, type, occurredAt: sentAt, recordedAt, schemaVersion: 1, message };
    if (change.finds === true) {
      const places = found.seek({ ...row, data, references, history: 0 });
      recount.run(places, file);
      if (places === 0 && otherwise === "wait")
        wait.run(message, processType, key, type, recordedAt, data);
      return;
    }
    if (otherwise !== undefined && !events.isThere(processType, key)) {
      if (otherwise !== "wait") return;
      wait.run(message, processType, key, type, recordedAt, data);
      events.waits();
      return;
    }
    events.append({ ...row, key, data });
    recount.run(1, file);
    found.name(processType, key, references, recordedAt);
  }

  function readMessage({ message, reading }: Restated & { kind: "message" }): void {
    const { lastLine, group, subjectKind, subjectKey, problems } = reading;
    const kind = subjectKind === null ? null : word(subjectKind);
    readAnewOf.run(lastLine, word(group), kind, subjectKey, problems, message);
    mention.run(message);
  }

  function carryOut(file: number, change: Restated, said: Said): void {
    switch (change.kind) {
      case "data":
        revisions.amendEvent(change.event, "restate", change, said);
        break;
      case "void":
        revisions.voidEvent(change.event, said);
        break;
      case "unvoid":
        revisions.unvoidEvent(change.event, said);
        break;
      case "record":
        record(file, change, said.at);
        break;
      case "message":
        readMessage(change);
        break;
    }
  }

  return carryOut;
}

/** Reads the stored messages of some lines of a file, with what it became. */
function standingMessages({ messages, eventsAt, newestRevision }: Statements) {
  return (file: number, fromLine: number, toLine: number) => {
    // First: what is said of the events while they are read makes the comparison stale.
    const revision = newestRevision.get() ?? 0;
    const found = Map.groupBy(eventsAt.all(file, fromLine, toLine), ({ message }) => message);
    return {
      revision,
      messages: messages.all(file, fromLine, toLine).map((row) => ({
        ...row,
        invalid: row.invalid === 1,
        events: (found.get(row.id) ?? []).map(({ message: _, corrected, ...event }) => ({
          ...event,
          corrected: corrected === 1,
        })),
      })),
    };
  };
}

/** Reading active files again: what came out otherwise is appended, event by event. */
export function restating(
  parts: RestatingParts,
  { apply, noteRestated }: Readings,
  inMemory: InMemory,
): RestatementStore {
  const { connection, word, events } = parts;
  const prepared = statements(connection);
  const { files } = prepared;
  const standing = standingMessages(prepared);
  const isStale = staleness(word, events, prepared);
  const carryOut = carryingOut(parts, prepared);

  function readAnew(file: number, { outcome, messages: items, occurredAt: at }: NewReading): void {
    apply(file, prepareReading(outcome, items), inMemory(items, items.map(prepareMessage)), at);
  }

  return {
    files: ({ selection: { flow, sender, since, until, file }, after, limit }) =>
      connection.read(() =>
        files.all({
          after,
          limit,
          flow: flow ?? null,
          sender: sender ?? null,
          since: since ?? null,
          until: until ?? null,
          file: file ?? null,
        }),
      ),

    messages: ({ file, fromLine, toLine }) =>
      connection.read(() => standing(file, fromLine, toLine)),

    record: ({ file, changes, revision, changedBy, reading }) =>
      connection.write(() => {
        if (isStale(file, changes, revision)) return false;
        const said = { ...changedBy, at: connection.stamp(), restated: true };
        events.begin();
        for (const change of changes) carryOut(file, change, said);
        if (reading !== null) readAnew(file, reading);
        return true;
      }),

    note: ({ file, outcome }) =>
      connection.write(() => noteRestated(file, prepareReading(outcome, []))),
  };
}
