import type { RoutableMessage } from "../../core/process.ts";
import type { RoutedBatch, RoutedEvent, RoutingBatch, Store } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import type { Intern } from "./interned.ts";

/** The oldest waiting messages, file by file; a file whose last message went meanwhile gives one empty row. */
export const selectUnrouted = `
  SELECT u.file, u.next_line AS fromLine, m.id, m.line, j.flow, j.from_role AS fromRole,
         j.from_participant AS fromParticipant, w.text AS subjectKind, m.subject_key AS subjectKey
  FROM unrouted u
  JOIN files f ON f.id = u.file
  LEFT JOIN journeys j ON j.id = f.journey
  LEFT JOIN messages m ON m.file = u.file AND m.line >= u.next_line AND m.held = 0
  LEFT JOIN words w ON w.id = m.subject_kind
  ORDER BY u.file, m.line
  LIMIT ?`;

/** The mark of a file in the queue, and what its events take from it. */
export const selectMark = `
  SELECT u.next_line AS nextLine, f.occurred_at AS occurredAt,
         EXISTS (SELECT 1 FROM readings r WHERE r.file = u.file) AS reread
  FROM unrouted u JOIN files f ON f.id = u.file WHERE u.file = ?`;

/** Finds a process by what people call it, with the event that its next one is chained to. */
export const selectProcess =
  "SELECT id, last_event AS lastEvent FROM processes WHERE key = ? AND type = ?";

/** Whether a message has its event for a type of process: it has at most one, and the first stands. */
export const selectHasEvent = "SELECT 1 FROM events WHERE message = ? AND process_type = ?";

interface UnroutedRow {
  readonly file: number;
  readonly fromLine: number;
  readonly id: number | null;
  readonly line: number | null;
  readonly flow: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
}

type EventColumns = [
  seq: number,
  process: number,
  processType: number,
  type: number,
  occurredAt: number,
  recordedAt: number,
  previous: number | null,
  message: number,
];

/** Commit 2: from messages to events on processes. */
export function routing(
  connection: Connection,
  word: Intern,
): Pick<Store, "unrouted" | "recordRoutes"> {
  const { db } = connection;
  const waiting = db.prepare<[number], UnroutedRow>(selectUnrouted);
  const mark = db.prepare<[number], { nextLine: number; occurredAt: number; reread: 0 | 1 }>(
    selectMark,
  );
  const moveMark = db.prepare<[number, number]>("UPDATE unrouted SET next_line = ? WHERE file = ?");
  const removeMark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const process = db.prepare<[string, number], { id: number; lastEvent: number }>(selectProcess);
  const openProcess = db.prepare<[string, number, number]>(
    "INSERT INTO processes (key, type, last_event) VALUES (?, ?, ?)",
  );
  const lengthen = db.prepare<[number, number]>("UPDATE processes SET last_event = ? WHERE id = ?");
  const lastSeq = db.prepare<[], number>("SELECT ifnull(max(seq), 0) FROM events").pluck();
  const hasEvent = db.prepare<[number, number], 1>(selectHasEvent).pluck();
  const append = db.prepare<EventColumns>(
    `INSERT INTO events
       (seq, process, process_type, type, occurred_at, recorded_at, schema_version, previous, message)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  const fail = db.prepare<[number, number, string, number]>(
    `INSERT INTO failures (message, process_type, error, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (message, process_type) DO UPDATE SET error = excluded.error, at = excluded.at`,
  );
  const fileOf = db.prepare<[number], number>("SELECT file FROM messages WHERE id = ?").pluck();

  /** Whether somebody else has routed the batch, or read its file again, since it was taken. */
  function isStale(batch: RoutingBatch, found: { nextLine: number; reread: 0 | 1 }): boolean {
    if (found.nextLine !== batch.fromLine) return true;
    return (
      found.reread === 1 && batch.messages.some((message) => fileOf.get(message.id) !== batch.file)
    );
  }

  /** Appends an event at the end of its process's chain; false when its message has one already. */
  function appendEvent(
    seq: number,
    event: RoutedEvent,
    times: { readonly occurredAt: number; readonly recordedAt: number },
  ): boolean {
    const type = word(event.processType);
    if (hasEvent.get(event.message, type) !== undefined) return false;
    const found = process.get(event.key, type);
    if (found !== undefined) lengthen.run(seq, found.id);
    const id = found?.id ?? Number(openProcess.run(event.key, type, seq).lastInsertRowid);
    append.run(
      seq,
      id,
      type,
      word(event.eventType),
      times.occurredAt,
      times.recordedAt,
      found?.lastEvent ?? null,
      event.message,
    );
    return true;
  }

  /** Appends a batch's events, the first of them under number `seq`; returns how many. */
  function apply(
    { batch, events, failures }: RoutedBatch,
    seq: number,
    recordedAt: number,
  ): number {
    const found = mark.get(batch.file);
    if (found === undefined || isStale(batch, found)) return 0;
    const times = { occurredAt: found.occurredAt, recordedAt };
    let appended = 0;
    for (const event of events) if (appendEvent(seq + appended, event, times)) appended += 1;
    for (const failure of failures)
      fail.run(failure.message, word(failure.processType), failure.error, recordedAt);
    if (batch.nextLine === null) removeMark.run(batch.file);
    else moveMark.run(batch.nextLine, batch.file);
    return appended;
  }

  return {
    unrouted: (limit) => connection.read(() => batchesFrom(waiting.all(limit + 1), limit)),
    recordRoutes: (batches) =>
      connection.write(() => {
        const recordedAt = connection.stamp();
        const first = (lastSeq.get() ?? 0) + 1;
        return batches.reduce((done, batch) => done + apply(batch, first + done, recordedAt), 0);
      }),
  };
}

/** Groups rows by file. The one row beyond the limit only tells where the last file goes on. */
function batchesFrom(rows: readonly UnroutedRow[], limit: number): RoutingBatch[] {
  const batches: (RoutingBatch & { messages: RoutableMessage[] })[] = [];
  for (const row of rows.slice(0, limit)) {
    const { file, fromLine } = row;
    let last = batches.at(-1);
    if (last?.file !== file) {
      last = { file, fromLine, nextLine: null, messages: [] };
      batches.push(last);
    }
    if (row.id !== null && row.line !== null) last.messages.push(routable(row, row.id, row.line));
  }
  const beyond = rows[limit];
  const last = batches.at(-1);
  if (beyond !== undefined && beyond.file === last?.file)
    batches[batches.length - 1] = { ...last, nextLine: beyond.line };
  return batches;
}

function routable(row: UnroutedRow, id: number, line: number): RoutableMessage {
  return {
    id,
    file: row.file,
    line,
    flow: row.flow ?? "",
    fromRole: row.fromRole,
    fromParticipant: row.fromParticipant,
    subjectKind: row.subjectKind,
    subjectKey: row.subjectKey,
  };
}
