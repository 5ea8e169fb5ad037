import type { Message } from "../../../../core/file/document.ts";
import type { FileState } from "../../../../core/file/file.ts";
import type { IdentityVerdict } from "../../../../core/file/identity.ts";
import { isSequenceProblem } from "../../../../core/file/sequence.ts";
import type { RouteStore } from "../../../port/events/route-store.ts";
import type { Recorded } from "../../../port/files/file-store.ts";
import type { ReadingStore } from "../../../port/files/reading-store.ts";
import { unreadableFile } from "../../../rules/files/file-refusals.ts";
import type { JudgedFile } from "../../../rules/files/file-verdict.ts";
import type { Likeness } from "../../../rules/files/likeness.ts";
import {
  type PreparedMessage,
  type PreparedReading,
  prepareMessage,
  prepareReading,
  problemsFrom,
  withProblem,
} from "../../../rules/files/prepared-file.ts";
import { awaitsReleaseAgain, readingStep } from "../../../rules/files/reading-step.ts";
import type { Connection } from "../../database/connection.ts";
import type { Intern } from "../../database/interned.ts";
import type { KeptNotes } from "../../stuck/kept-notes.ts";
import { judgeFile } from "../add-file.ts";
import { noteMentions, type RecordTables } from "../record-files.ts";
import { likenessColumns } from "../same-file.ts";
import type { Unfinished } from "../unfinished.ts";
import { type NewMessages, type ReplaceMessages, replacingMessages } from "./file-messages.ts";
import { deleteFailuresOf, mending, selectFailuresOf } from "./mend-standing.ts";

const selectReadFile = `
  SELECT claims.text || '/' || f.tail AS arrival, f.state, f.other_file AS otherFile,
         f.problems, ${likenessColumns},
         (SELECT d.decision = 'keep-both' AND (f.state <> 'duplicate' OR d.other = f.other_file)
          FROM decisions d WHERE d.file = f.id AND d.decision <> 'release'
          ORDER BY d.id DESC LIMIT 1) IS 1 AS kept,
         EXISTS (SELECT 1 FROM decisions d WHERE d.file = f.id AND d.decision = 'release') AS released,
         EXISTS (SELECT 1 FROM messages m JOIN events e ON e.message = m.id
                 WHERE m.file = f.id) AS routed
  FROM files f JOIN claims ON claims.id = f.claim WHERE f.id = ?`;

interface Row extends Likeness {
  readonly arrival: string;
  readonly state: FileState;
  readonly otherFile: number | null;
  readonly problems: string | null;
  /** A person took it in beside the file that it repeats or clashes with. */
  readonly kept: 0 | 1;
  /** A person let it through; and some of it was let through. */
  readonly released: 0 | 1;
  readonly routed: 0 | 1;
}

/** Replaces what was read from a file. Within a write only. */
export interface Readings {
  apply(
    file: number,
    reading: PreparedReading,
    messages: NewMessages,
    occurredAt: number,
  ): Recorded;
  /** Makes the problems of a file whose events were restated those of the reading. */
  noteRestated(file: number, reading: PreparedReading): void;
  /** Whether a refused file would have messages if the reading were applied. */
  mends(file: number, reading: PreparedReading): boolean;
}

/** Prepares the statements on the row of a file. */
function statements({ db }: Connection) {
  const select = db.prepare<[number], Row>(selectReadFile);
  const updateCounts = db.prepare<[string | null, number]>(
    `UPDATE files
     SET problems = ?,
         messages = (SELECT count(*) FROM messages WHERE file = files.id),
         invalid = (SELECT count(*) FROM messages WHERE file = files.id AND invalid = 1)
     WHERE id = ?`,
  );
  const note = db.prepare<
    [number, number, FileState, number, number, string | null, number | null]
  >(
    `INSERT INTO readings (file, at, state, messages, invalid, problems, read_with)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return { select, updateCounts, note };
}

/** Judging a file by its new reading. */
function judgingReading(tables: RecordTables) {
  /** A file whose number has come keeps what was said of it then: later ones have come since. */
  function withPlace(
    file: number,
    problems: string | null,
    reading: PreparedReading,
  ): PreparedReading {
    if (!tables.sequences.isFilled(file)) return reading;
    const found = problemsFrom(problems).filter(isSequenceProblem);
    const kept = found.reduce((all, one) => withProblem(all, one, []), reading);
    return { ...kept, sequence: null };
  }

  /** A file that a person accepted beside another is active beside it. */
  function judge(
    row: Likeness & Pick<Row, "kept">,
    read: PreparedReading,
    messages: readonly Message[],
  ): JudgedFile<PreparedReading> {
    const judged = judgeFile(tables, row, read, messages);
    const { state } = judged.verdict;
    if (row.kept === 0 || (state !== "duplicate" && state !== "conflict")) return judged;
    const verdict = { state: read.refused ? "rejected" : "recorded", otherFile: null } as const;
    return { ...judged, verdict };
  }

  return { withPlace, judge };
}

/** Judging a file that is not active, with what follows from the verdict. */
function judgingAnew(
  tables: RecordTables,
  judge: ReturnType<typeof judgingReading>["judge"],
  replaceMessages: ReplaceMessages,
) {
  function judgeAnew(
    file: number,
    row: Row,
    read: PreparedReading,
    messages: NewMessages,
    occurredAt: number,
  ) {
    const { verdict, reading, fills } = judge({ ...row, occurredAt }, read, messages.items);
    if (fills) tables.sequences.fill(file, reading, occurredAt);
    replaceMessages(file, hasMessages(verdict) ? messages : null);
    tables.files.reread(file, reading, verdict, occurredAt);
    tables.mentions.forget(file);
    noteMentions(tables, file, verdict, reading);
    if (verdict.state === "recorded") tables.messages.enqueue(file, 0);
    return verdict;
  }

  return judgeAnew;
}

/** Prepares the statements that replace what was read from a file by a newer reading of its bytes. */
export function appliedReadings(
  connection: Connection,
  word: Intern,
  tables: RecordTables,
  notes: KeptNotes,
): Readings {
  const { select, updateCounts, note } = statements(connection);
  const replaceMessages = replacingMessages(connection, tables);
  const { withPlace, judge } = judgingReading(tables);
  const judgeAnew = judgingAnew(tables, judge, replaceMessages);
  const mendStanding = mending({
    connection,
    tables,
    notes,
    replaceMessages,
    updateCounts: (problems, file) => void updateCounts.run(problems, file),
  });

  /** What is known of the file, and the reading in the light of it. */
  function find(file: number, read: PreparedReading): { row: Row; reading: PreparedReading } {
    const row = select.get(file);
    if (row === undefined || row.state === "recording") throw unreadableFile(file, row?.state);
    const through = { isReleased: row.released === 1, isRouted: row.routed === 1 };
    const awaitingRelease = awaitsReleaseAgain(through, read);
    return { row, reading: withPlace(file, row.problems, { ...read, awaitingRelease }) };
  }

  function apply(
    file: number,
    read: PreparedReading,
    messages: NewMessages,
    occurredAt: number,
  ): Recorded {
    const { row, reading } = find(file, read);
    let result: Pick<Recorded, "state" | "otherFile"> = row;
    const step = readingStep({ state: row.state, isKept: row.kept === 1 }, reading);
    if (step === "judge") result = judgeAnew(file, row, reading, messages, occurredAt);
    else if (step === "mend") mendStanding(file, { reading, before: row.problems }, messages);
    const { state, otherFile } = result;
    noteReading(file, state, reading);
    return { id: file, arrival: row.arrival, state, otherFile, known: true };
  }

  function noteReading(file: number, state: FileState, reading: PreparedReading): void {
    const { messages, invalid, problems, mark } = reading;
    const readWith = mark === null ? null : word(mark);
    note.run(file, connection.stamp(), state, messages, invalid, problems, readWith);
  }

  return {
    apply,
    noteRestated(file, read) {
      const { row, reading } = find(file, read);
      if (row.state !== "recorded" || reading.refused) return;
      updateCounts.run(reading.problems, file);
      noteReading(file, row.state, reading);
    },
    mends(file, read) {
      const { row, reading } = find(file, read);
      return hasMessages(judge(row, reading, []).verdict);
    },
  };
}

function hasMessages({ state }: IdentityVerdict): boolean {
  return state === "recorded" || state === "conflict";
}

/** Messages in memory that are to take the place of those of a file that have no event. */
export type InMemory = (
  messages: readonly Message[],
  items: readonly PreparedMessage[],
) => NewMessages;

/** Puts messages in memory under their file. */
export function messagesInMemory(tables: RecordTables): InMemory {
  return (messages, items) => ({
    items: messages,
    dataAt: (_, at) => items.find(({ line }) => line === at)?.data ?? null,
    put: (file, firstId) => tables.messages.replace(file, items, firstId),
  });
}

/** Reprocessing: reading kept bytes again, and routing again what failed. */
export function readings(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
  { apply }: Readings,
  inMemory: InMemory,
): {
  readonly readings: Pick<ReadingStore, "record">;
  readonly routes: Pick<RouteStore, "retryFailed">;
} {
  const { db } = connection;
  const stateOf = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const failuresOf = db.prepare<[number], { failures: number; line: number | null }>(
    selectFailuresOf,
  );
  const removeFailures = db.prepare<[number]>(deleteFailuresOf);

  return {
    readings: {
      async record({ file, outcome, messages, occurredAt }) {
        const reading = prepareReading(outcome, messages);
        const items = reading.refused ? [] : messages.map(prepareMessage);
        if ((await connection.read(() => stateOf.get(file))) !== "recording")
          await work.clear(file);
        return connection.write(() => apply(file, reading, inMemory(messages, items), occurredAt));
      },
    },
    routes: {
      retryFailed: (file) =>
        connection.write(() => {
          const { failures, line } = failuresOf.get(file) ?? { failures: 0, line: null };
          if (line === null || stateOf.get(file) !== "recorded") return 0;
          tables.settled.settle(file);
          tables.settled.keepUnchanged(file);
          removeFailures.run(file);
          tables.messages.enqueue(file, line);
          return failures;
        }),
    },
  };
}
