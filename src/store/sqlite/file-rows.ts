import type { Envelope } from "../../core/envelope.ts";
import type { FileState } from "../../core/file.ts";
import { judgeArrival, type Verdict } from "../../core/identity.ts";
import type { Arrival, Recorded } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import { type Intern, interned } from "./interned.ts";
import { journeys } from "./journeys.ts";
import type { PreparedReading } from "./prepared-file.ts";

/** Finds a file by its arrival. */
export const selectByArrival =
  "SELECT id, state, other_file AS otherFile FROM files WHERE claim = ? AND tail = ?";

/** Finds the file that stands with the same bytes: there is at most one. */
export const selectSameBytes = "SELECT id FROM files WHERE content = ? AND state = 'recorded'";

/**
 * Finds the files that stand with the same business identity: more than one only when a person said so.
 * Not ordered: then SQLite would plan the statement anew for each value, which costs four times the look.
 */
export const selectSameIdentity = "SELECT id FROM files WHERE identity = ? AND state = 'recorded'";

/** Writing the rows of files and judging them. Within a write only. */
export interface FileRows {
  /** What became of the arrival, if it is in the store already. */
  known(arrival: string): Recorded | null;
  /** The verdict on bytes with this content number (null: new to the store) and identity. */
  judge(
    content: number | null,
    reading: { readonly refused: boolean; readonly identity: string | null },
  ): Verdict;
  /** Adds a file and returns its number. */
  add(
    arrival: Arrival,
    content: number,
    reading: PreparedReading,
    verdict: { readonly state: FileState; readonly otherFile: number | null },
    recordedAt: number,
  ): number;
  /** Writes anew what a later reading of the same bytes brought. */
  reread(file: number, reading: PreparedReading, verdict: Verdict, occurredAt: number): void;
  setState(file: number, state: FileState, otherFile: number | null): void;
  /** Whether the file waits whole until a person releases it. */
  isOnHold(file: number): boolean;
  setOnHold(file: number, onHold: boolean): void;
}

interface Row {
  readonly id: number;
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** Prepares the statements that write files; those of history are marked as such. */
export function fileRows(connection: Connection, word: Intern, isHistory = false): FileRows {
  const { db } = connection;
  const claim = interned(connection, "claims");
  const journey = journeys(connection);
  const byArrival = db.prepare<[number, string], Row>(selectByArrival);
  const sameBytes = db.prepare<[number], number>(selectSameBytes).pluck();
  const sameIdentity = db.prepare<[string], number>(selectSameIdentity).pluck();
  const insert = db.prepare<InsertColumns>(
    `INSERT INTO files
       (claim, tail, name, channel, content, state, other_file, modified_at, seen_at, recorded_at,
        occurred_at, on_hold, journey, file_identifier, created, identity, messages, held, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const markHistory = db.prepare<[number]>("INSERT INTO history_files (file) VALUES (?)");
  const update = db.prepare<[FileState, number | null, number, 0 | 1, ...ReadingColumns, number]>(
    `UPDATE files
     SET state = ?, other_file = ?, occurred_at = ?, on_hold = ?, journey = ?, file_identifier = ?, created = ?,
         identity = ?, messages = ?, held = ?, problems = ?
     WHERE id = ?`,
  );
  const updateState = db.prepare<[FileState, number | null, number]>(
    "UPDATE files SET state = ?, other_file = ? WHERE id = ?",
  );
  const onHold = db.prepare<[number], 0 | 1>("SELECT on_hold FROM files WHERE id = ?").pluck();
  const updateOnHold = db.prepare<[0 | 1, number]>("UPDATE files SET on_hold = ? WHERE id = ?");

  return {
    known(arrival) {
      const { head, tail } = cutArrival(arrival);
      const row = byArrival.get(claim(head), tail);
      return row === undefined ? null : { ...row, arrival, known: true };
    },
    judge(content, reading) {
      return judgeArrival(reading.refused, {
        sameBytes: content === null ? null : (sameBytes.get(content) ?? null),
        sameIdentity: reading.identity === null ? null : first(sameIdentity.all(reading.identity)),
      });
    },
    add(arrival, content, reading, verdict, recordedAt) {
      const { head, tail } = cutArrival(arrival.arrival);
      const added = insert.run(
        claim(head),
        tail,
        arrival.name === tail ? null : arrival.name,
        word(arrival.channel),
        content,
        verdict.state,
        verdict.otherFile,
        arrival.modifiedAt,
        arrival.seenAt,
        recordedAt,
        arrival.occurredAt,
        waits(reading, verdict.state),
        ...readingColumns(reading, journey),
      );
      const id = Number(added.lastInsertRowid);
      if (isHistory) markHistory.run(id);
      return id;
    },
    reread(file, reading, verdict, occurredAt) {
      const { state, otherFile } = verdict;
      update.run(
        state,
        otherFile,
        occurredAt,
        waits(reading, state),
        ...readingColumns(reading, journey),
        file,
      );
    },
    setState(file, state, otherFile) {
      updateState.run(state, otherFile, file);
    },
    isOnHold: (file) => onHold.get(file) === 1,
    setOnHold(file, now) {
      updateOnHold.run(now ? 1 : 0, file);
    },
  };
}

function first(files: readonly number[]): number | null {
  return files.length === 0 ? null : Math.min(...files);
}

type ReadingColumns = [
  journey: number | null,
  fileIdentifier: string | null,
  created: string | null,
  identity: string | null,
  messages: number,
  held: number,
  problems: string | null,
];

type InsertColumns = [
  claim: number,
  tail: string,
  name: string | null,
  channel: number,
  content: number,
  state: FileState,
  otherFile: number | null,
  modifiedAt: number,
  seenAt: number,
  recordedAt: number,
  occurredAt: number,
  onHold: 0 | 1,
  ...ReadingColumns,
];

/** Nothing of a refused file or a sighting could be released. */
function waits({ onHold }: PreparedReading, state: FileState): 0 | 1 {
  return onHold && state !== "rejected" && state !== "duplicate" ? 1 : 0;
}

function readingColumns(
  reading: PreparedReading,
  journey: (envelope: Envelope | null) => number | null,
): ReadingColumns {
  const { envelope } = reading;
  return [
    journey(envelope),
    envelope?.fileIdentifier ?? null,
    envelope?.created ?? null,
    reading.identity,
    reading.messages,
    reading.held,
    reading.problems,
  ];
}

/** An arrival in its two parts: the claim, shared by many, and what is its own. */
export function cutArrival(arrival: string): { readonly head: string; readonly tail: string } {
  const slash = arrival.lastIndexOf("/");
  if (slash === -1) throw new Error(`An arrival is <claim>/<name>, not ${arrival}`);
  return { head: arrival.slice(0, slash), tail: arrival.slice(slash + 1) };
}
