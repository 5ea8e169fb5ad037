import type { RoutableMessage } from "../../core/process.ts";
import type { RoutedBatch, RoutingBatch, Store } from "../../core/store.ts";
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

/** Finds a process by what people call it. */
export const selectProcess = "SELECT id FROM processes WHERE key = ? AND type = ?";

/** A message has at most one event for each type of process; the first one stands. */
export const insertEvent = `
  INSERT INTO events
    (process, process_type, type, occurred_at, recorded_at, schema_version, message)
  VALUES (?, ?, ?, ?, ?, 1, ?)
  ON CONFLICT (message, process_type) WHERE message IS NOT NULL DO NOTHING`;

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
  const process = db.prepare<[string, number], number>(selectProcess).pluck();
  const openProcess = db.prepare<[string, number]>(
    "INSERT INTO processes (key, type) VALUES (?, ?)",
  );
  const append = db.prepare<[number, number, number, number, number, number]>(insertEvent);
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

  function apply(routed: RoutedBatch, recordedAt: number): number {
    const { batch } = routed;
    const found = mark.get(batch.file);
    if (found === undefined || isStale(batch, found)) return 0;
    let appended = 0;
    for (const event of routed.events) {
      const type = word(event.processType);
      const id =
        process.get(event.key, type) ?? Number(openProcess.run(event.key, type).lastInsertRowid);
      appended += append.run(
        id,
        type,
        word(event.eventType),
        found.occurredAt,
        recordedAt,
        event.message,
      ).changes;
    }
    for (const failure of routed.failures)
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
        return batches.reduce((appended, batch) => appended + apply(batch, recordedAt), 0);
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
