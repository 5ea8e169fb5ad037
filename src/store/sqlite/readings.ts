import type { Message } from "../../core/document.ts";
import type { FileState } from "../../core/file.ts";
import { isSequenceProblem } from "../../core/sequence.ts";
import { type Recorded, type Store, StoreError } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import { judgeFile } from "./judge-file.ts";
import { deleteMessages } from "./message-rows.ts";
import {
  type PreparedMessage,
  type PreparedReading,
  prepareMessage,
  prepareReading,
  problemsFrom,
  withProblem,
} from "./prepared-file.ts";
import type { RecordTables } from "./record-files.ts";

const selectReadFile = `
  SELECT claims.text || '/' || f.tail AS arrival, f.state, f.content, f.other_file AS otherFile,
         f.problems,
         EXISTS (SELECT 1 FROM decisions d WHERE d.file = f.id AND d.decision = 'release') AS released,
         EXISTS (SELECT 1 FROM messages m JOIN events e ON e.message = m.id
                 WHERE m.file = f.id) AS routed
  FROM files f JOIN claims ON claims.id = f.claim WHERE f.id = ?`;

/** The first line of a file whose message has no event. */
export const selectFirstWithoutEvent = `
  SELECT m.line FROM messages m
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
  ORDER BY m.line LIMIT 1`;

/** The first line of a file whose routing failed, and how many did. */
const selectFailuresOf = `
  SELECT count(*) AS failures, min(m.line) AS line
  FROM failures x CROSS JOIN messages m ON m.id = x.message WHERE m.file = ?`;

interface Row {
  readonly arrival: string;
  readonly state: FileState;
  readonly content: number;
  readonly otherFile: number | null;
  readonly problems: string | null;
  /** A person let it through; and some of it was let through. */
  readonly released: 0 | 1;
  readonly routed: 0 | 1;
}

/** Mending: reading kept bytes again, and routing again what failed. */
export function readings(
  connection: Connection,
  tables: RecordTables,
): Pick<Store, "recordReading" | "retryFailures"> {
  const { db } = connection;
  const select = db.prepare<[number], Row>(selectReadFile);
  const lastId = db.prepare<[], number | null>("SELECT max(id) FROM messages").pluck();
  const keptLines = db
    .prepare<[number], number>("SELECT line FROM messages WHERE file = ?")
    .pluck();
  const firstWithoutEvent = db.prepare<[number], number>(selectFirstWithoutEvent).pluck();
  const remove = db.prepare<[number, number]>(deleteMessages);
  const failuresOf = db.prepare<[number], { failures: number; line: number | null }>(
    selectFailuresOf,
  );
  const removeFailures = db.prepare<[number]>(
    "DELETE FROM failures WHERE message IN (SELECT id FROM messages WHERE file = ?)",
  );
  const updateCounts = db.prepare<[string | null, number]>(
    `UPDATE files
     SET problems = ?,
         messages = (SELECT count(*) FROM messages WHERE file = files.id),
         held = (SELECT count(*) FROM messages WHERE file = files.id AND held = 1)
     WHERE id = ?`,
  );
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const note = db.prepare<[number, number, FileState, number, number, string | null]>(
    "INSERT INTO readings (file, at, state, messages, held, problems) VALUES (?, ?, ?, ?, ?, ?)",
  );

  /** Replaces the messages that have no event; numbers are not reused, so a batch being routed shows as stale. */
  function replaceMessages(file: number, items: readonly PreparedMessage[]): number[] {
    const firstId = (lastId.get() ?? 0) + 1;
    tables.files.setState(file, "recording", null);
    remove.run(file, -1);
    const kept = new Set(keptLines.all(file));
    const added = items.filter((item) => !kept.has(item.line));
    tables.messages.add(file, added, firstId);
    return added.map((item) => item.line);
  }

  /** A file whose number has come keeps what was said of it then: later ones have come since. */
  function withPlace(file: number, row: Row, reading: PreparedReading): PreparedReading {
    if (!tables.sequences.isFilled(file)) return reading;
    const found = problemsFrom(row.problems).filter(isSequenceProblem);
    const kept = found.reduce((all, one) => withProblem(all, one, []), reading);
    return { ...kept, sequence: null };
  }

  function judgeAnew(
    file: number,
    row: Row,
    read: PreparedReading,
    messages: readonly Message[],
    occurredAt: number,
  ) {
    const judged = judgeFile(tables, row.content, read, messages);
    const { verdict, reading, fills } = judged;
    if (fills) tables.sequences.fill(file, reading);
    const items = reading.refused ? [] : messages.map(prepareMessage);
    const stands = verdict.state === "recorded" || verdict.state === "conflict";
    replaceMessages(file, stands ? items : []);
    tables.files.reread(file, reading, verdict, occurredAt);
    if (verdict.state === "recorded") tables.messages.enqueue(file, 0);
    return verdict;
  }

  function mendStanding(
    file: number,
    reading: PreparedReading,
    items: readonly PreparedMessage[],
  ): void {
    const failed = failuresOf.get(file)?.line ?? Number.POSITIVE_INFINITY;
    removeFailures.run(file);
    const replaced = firstWithoutEvent.get(file) ?? Number.POSITIVE_INFINITY;
    const added = replaceMessages(file, items);
    tables.files.setState(file, "recorded", null);
    updateCounts.run(reading.problems, file);
    const first = Math.min(failed, replaced, added[0] ?? Number.POSITIVE_INFINITY);
    unmark.run(file);
    tables.files.setOnHold(file, reading.onHold);
    if (first !== Number.POSITIVE_INFINITY) tables.messages.enqueue(file, first);
  }

  return {
    async recordReading(file, outcome, messages, occurredAt) {
      const read = prepareReading(outcome, messages);
      const items = read.refused ? [] : messages.map(prepareMessage);
      return connection.write(() => {
        const row = select.get(file);
        if (row === undefined || row.state === "recording") throw unreadable(file, row?.state);
        let result: Pick<Recorded, "state" | "otherFile"> = row;
        const held = read.onHold && row.released === 0 && row.routed === 0;
        const reading = withPlace(file, row, { ...read, onHold: held });
        if (row.state === "rejected" || row.state === "conflict")
          result = judgeAnew(file, row, reading, messages, occurredAt);
        else if (row.state === "recorded" && !reading.refused) mendStanding(file, reading, items);
        const { state, otherFile } = result;
        note.run(file, connection.stamp(), state, reading.messages, reading.held, reading.problems);
        return { id: file, arrival: row.arrival, state, otherFile, known: true };
      });
    },

    retryFailures: (file) =>
      connection.write(() => {
        const { failures, line } = failuresOf.get(file) ?? { failures: 0, line: null };
        if (line === null || select.get(file)?.state !== "recorded") return 0;
        removeFailures.run(file);
        tables.messages.enqueue(file, line);
        return failures;
      }),
  };
}

function unreadable(file: number, state: FileState | undefined): StoreError {
  return new StoreError(
    "failed",
    state === undefined
      ? `There is no file ${file} in the store.`
      : `File ${file} is still being recorded. Read it again when that is done.`,
  );
}
