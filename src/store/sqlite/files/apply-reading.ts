import type { Message } from "../../../core/file/document.ts";
import type { FileState } from "../../../core/file/file.ts";
import type { IdentityVerdict } from "../../../core/file/identity.ts";
import { isSequenceProblem } from "../../../core/file/sequence.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { Recorded } from "../../port/files/file-store.ts";
import type { JudgedFile } from "../../rules/file-verdict.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { KeptNotes } from "../stuck/kept-notes.ts";
import { type Likeness, likenessColumns } from "./file-rows.ts";
import { judgeFile } from "./judge-file.ts";
import { deleteMessages } from "./message-rows.ts";
import { type PreparedReading, problemsFrom, withProblem } from "./prepared-file.ts";
import { noteMentions, type RecordTables } from "./record-files.ts";
import { unmendedProblems } from "./unmended-problems.ts";

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

/** The first line of a file whose message has no event. */
export const selectFirstWithoutEvent = `
  SELECT m.line FROM messages m
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
  ORDER BY m.line LIMIT 1`;

/** The first line of a file whose routing failed, and how many did. */
export const selectFailuresOf = `
  SELECT count(*) AS failures, min(m.line) AS line
  FROM failures x CROSS JOIN messages m ON m.id = x.message WHERE m.file = ?`;

/** Takes away what is known of failed routing of a file's messages. */
export const deleteFailuresOf =
  "DELETE FROM failures WHERE message IN (SELECT id FROM messages WHERE file = ?)";

/** Takes away which of a file's messages without an event wait for a process. */
export const deleteWaitingOf = `
  DELETE FROM unmatched WHERE message IN (
    SELECT m.id FROM messages m
    WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id))`;

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

/** Where the messages of a new reading come from. */
export interface NewMessages {
  /** Messages that are in memory; none when they are written already. */
  readonly items: readonly Message[];
  /**
   * Puts them in the place of those of the file that have no event. A line that has a message keeps its
   * number; others are numbered from `firstId` on. Gives the first of those others' lines.
   */
  put(file: number, firstId: number): number | null;
  /** The data that it has at a line of a file; null when it has no message there. To be asked before `put`. */
  dataAt(file: number, line: number): string | null;
  /** The messages are under the file already, which had no others. */
  readonly inPlace?: true;
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

type Statements = ReturnType<typeof statements>;

type ReplaceMessages = ReturnType<typeof replacing>;

interface MendingParts {
  readonly connection: Connection;
  readonly tables: RecordTables;
  readonly notes: KeptNotes;
  readonly replaceMessages: ReplaceMessages;
}

/** Prepares the statements. */
function statements({ db }: Connection) {
  const select = db.prepare<[number], Row>(selectReadFile);
  const firstWithoutEvent = db.prepare<[number], number>(selectFirstWithoutEvent).pluck();
  const remove = db.prepare<[number, number]>(deleteMessages);
  const removeWaiting = db.prepare<[number]>(deleteWaitingOf);
  const failuresOf = db.prepare<[number], { failures: number; line: number | null }>(
    selectFailuresOf,
  );
  const removeFailures = db.prepare<[number]>(deleteFailuresOf);
  const updateCounts = db.prepare<[string | null, number]>(
    `UPDATE files
     SET problems = ?,
         messages = (SELECT count(*) FROM messages WHERE file = files.id),
         held = (SELECT count(*) FROM messages WHERE file = files.id AND held = 1)
     WHERE id = ?`,
  );
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const note = db.prepare<
    [number, number, FileState, number, number, string | null, number | null]
  >(
    `INSERT INTO readings (file, at, state, messages, held, problems, read_with)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    select,
    firstWithoutEvent,
    remove,
    removeWaiting,
    failuresOf,
    removeFailures,
    updateCounts,
    unmark,
    note,
  };
}

/** Replacing the messages of a file. */
function replacing(tables: RecordTables, { remove, removeWaiting }: Statements) {
  /**
   * Replaces the messages that have no event. One at the same line keeps its number; the others' numbers
   * are asked for before any goes.
   */
  function replaceMessages(file: number, messages: NewMessages | null): number | null {
    if (messages?.inPlace) return messages.put(file, 0);
    const firstId = tables.messages.nextId();
    tables.files.setState(file, "recording", null);
    if (messages === null) {
      remove.run(file, -1);
      return null;
    }
    // What waits for a process is found again by routing, or is not.
    removeWaiting.run(file);
    return messages.put(file, firstId);
  }

  return replaceMessages;
}

/** Judging a file by its new reading. */
function judging(tables: RecordTables) {
  /** A file whose number has come keeps what was said of it then: later ones have come since. */
  function withPlace(file: number, row: Row, reading: PreparedReading): PreparedReading {
    if (!tables.sequences.isFilled(file)) return reading;
    const found = problemsFrom(row.problems).filter(isSequenceProblem);
    const kept = found.reduce((all, one) => withProblem(all, one, []), reading);
    return { ...kept, sequence: null };
  }

  /** What a person took in beside another stands beside it. */
  function judge(
    row: Row,
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

/** Judging a file that does not stand, with what follows from the verdict. */
function judgingAnew(
  tables: RecordTables,
  judge: ReturnType<typeof judging>["judge"],
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

/** Mending a file that stands. */
function mending(
  { connection, tables, notes, replaceMessages }: MendingParts,
  { firstWithoutEvent, failuresOf, removeFailures, updateCounts, unmark }: Statements,
) {
  const unmended = unmendedProblems(connection);

  function mendStanding(
    file: number,
    { reading, row }: { readonly reading: PreparedReading; readonly row: Row },
    messages: NewMessages,
  ): void {
    const problems = unmended.beside(
      file,
      { before: row.problems, now: reading.problems },
      messages,
    );
    const failed = failuresOf.get(file)?.line ?? null;
    tables.settled.settle(file);
    const spoken = notes.of(file);
    removeFailures.run(file);
    const replaced = firstWithoutEvent.get(file) ?? null;
    const added = replaceMessages(file, messages);
    tables.settled.keepUnchanged(file);
    notes.keep(spoken);
    tables.files.setState(file, "recorded", null);
    updateCounts.run(problems, file);
    const lines = [failed, replaced, added].filter((line) => line !== null);
    unmark.run(file);
    tables.files.setOnHold(file, reading.onHold);
    tables.mentions.ofWaiting(file, reading.onHold);
    if (lines.length > 0) tables.messages.enqueue(file, Math.min(...lines));
  }

  return mendStanding;
}

/** Prepares the statements that replace what was read from a file by a newer reading of its bytes. */
export function appliedReadings(
  connection: Connection,
  word: Intern,
  tables: RecordTables,
  notes: KeptNotes,
): Readings {
  const prepared = statements(connection);
  const { select, updateCounts, note } = prepared;
  const replaceMessages = replacing(tables, prepared);
  const { withPlace, judge } = judging(tables);
  const judgeAnew = judgingAnew(tables, judge, replaceMessages);
  const mendStanding = mending({ connection, tables, notes, replaceMessages }, prepared);

  /** What is known of the file, and the reading in the light of it. */
  function find(file: number, read: PreparedReading): { row: Row; reading: PreparedReading } {
    const row = select.get(file);
    if (row === undefined || row.state === "recording") throw unreadableFile(file, row?.state);
    const held = read.onHold && row.released === 0 && row.routed === 0;
    return { row, reading: withPlace(file, row, { ...read, onHold: held }) };
  }

  function apply(
    file: number,
    read: PreparedReading,
    messages: NewMessages,
    occurredAt: number,
  ): Recorded {
    const { row, reading } = find(file, read);
    let result: Pick<Recorded, "state" | "otherFile"> = row;
    const isTakenIn = row.state === "duplicate" && row.kept === 1;
    if (row.state === "rejected" || row.state === "conflict" || isTakenIn)
      result = judgeAnew(file, row, reading, messages, occurredAt);
    else if (row.state === "recorded" && !reading.refused)
      mendStanding(file, { reading, row }, messages);
    const { state, otherFile } = result;
    noteReading(file, state, reading);
    return { id: file, arrival: row.arrival, state, otherFile, known: true };
  }

  function noteReading(file: number, state: FileState, reading: PreparedReading): void {
    const { messages, held, problems, mark } = reading;
    const readWith = mark === null ? null : word(mark);
    note.run(file, connection.stamp(), state, messages, held, problems, readWith);
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

/** Says why a file cannot be read again. */
export function unreadableFile(file: number, state: FileState | undefined): RefusedError {
  if (state === undefined) return noFile(file);
  return new RefusedError(
    "busy",
    `File ${file} is still being recorded. Read it again when that is done.`,
    { about: `file ${file}` },
  );
}
