import type { Message } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { FileState } from "../../../core/file/file.ts";
import type { IdentityVerdict, RepeatRule } from "../../../core/file/identity.ts";
import type { Arrival, Recorded } from "../../port/files/file-store.ts";
import { fileVerdict, type JudgedFile } from "../../rules/files/file-verdict.ts";
import type { Likeness } from "../../rules/files/likeness.ts";
import {
  awaitsReleaseAs,
  cutArrival,
  type PreparedReading,
  withProblem,
} from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { envelopeKeys, type Intern, interned } from "../database/interned.ts";
import type { Sequences } from "../sequences/sequences.ts";
import { type SameFiles, sameFiles } from "./same-file.ts";

/** Writing what is known of files. */
export interface AddedFiles {
  /** Adds a file and returns its number. */
  add(
    arrival: Arrival,
    content: number,
    reading: PreparedReading,
    verdict: { readonly state: FileState; readonly otherFile: number | null },
    recordedAt: number,
  ): number;
  /** Writes anew what a later reading of the same bytes brought. */
  reread(
    file: number,
    reading: PreparedReading,
    verdict: IdentityVerdict,
    occurredAt: number,
  ): void;
}

/** Prepares the statements that add files, and write anew what a later reading brought. */
function addedFiles(
  connection: Connection,
  {
    word,
    claim,
    isHistory,
  }: { readonly word: Intern; readonly claim: Intern; readonly isHistory: boolean },
): AddedFiles {
  const { db } = connection;
  const envelope_key = envelopeKeys(connection);
  const insert = db.prepare<InsertColumns>(
    `INSERT INTO files
       (claim, tail, name, channel, content, state, other_file, modified_at, seen_at, recorded_at,
        occurred_at, awaiting_release, envelope_key, file_identifier, created, identity, repeats, identity_within, replay,
        messages, invalid, problems, read_with)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const name = db.prepare<[string, number]>(
    "INSERT INTO other_identifiers (identifier, file) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const furtherPart = db.prepare<[string, number]>(
    "INSERT INTO further_parts (identity, file) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const forgetParts = db.prepare<[number]>("DELETE FROM further_parts WHERE file = ?");
  const markHistory = db.prepare<[number]>("INSERT INTO history_files (file) VALUES (?)");
  const update = db.prepare<[FileState, number | null, number, 0 | 1, ...ReadingColumns, number]>(
    `UPDATE files
     SET state = ?, other_file = ?, occurred_at = ?, awaiting_release = ?, envelope_key = ?, file_identifier = ?, created = ?,
         identity = ?, repeats = ?, identity_within = ?, replay = ?, messages = ?, invalid = ?, problems = ?, read_with = ?
     WHERE id = ?`,
  );

  return {
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
        awaitsReleaseAs(reading, verdict.state),
        ...readingColumns(reading, envelope_key, word),
      );
      const id = Number(added.lastInsertRowid);
      if (isHistory) markHistory.run(id);
      for (const identifier of reading.otherIdentifiers) name.run(identifier, id);
      for (const identity of reading.furtherParts) furtherPart.run(identity, id);
      return id;
    },
    reread(file, reading, verdict, occurredAt) {
      const { state, otherFile } = verdict;
      update.run(
        state,
        otherFile,
        occurredAt,
        awaitsReleaseAs(reading, state),
        ...readingColumns(reading, envelope_key, word),
        file,
      );
      for (const identifier of reading.otherIdentifiers) name.run(identifier, file);
      forgetParts.run(file);
      for (const identity of reading.furtherParts) furtherPart.run(identity, file);
    },
  };
}

type ReadingColumns = [
  envelope_key: number | null,
  fileIdentifier: string | null,
  created: string | null,
  identity: string | null,
  repeats: Exclude<RepeatRule, "by-bytes"> | null,
  identityWithin: number | null,
  replay: 0 | 1,
  messages: number,
  invalid: number,
  problems: string | null,
  readWith: number | null,
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
  awaitingRelease: 0 | 1,
  ...ReadingColumns,
];

function readingColumns(
  reading: PreparedReading,
  envelope_key: (envelope: Envelope | null) => number | null,
  word: Intern,
): ReadingColumns {
  const { envelope, sameness } = reading;
  return [
    envelope_key(envelope),
    envelope?.fileIdentifier ?? null,
    envelope?.created ?? null,
    reading.identity,
    sameness.repeats === "by-bytes" ? null : sameness.repeats,
    sameness.identityWithinMs,
    sameness.replay === true ? 1 : 0,
    reading.messages,
    reading.invalid,
    reading.problems,
    reading.mark === null ? null : word(reading.mark),
  ];
}

/** Judges a file beside those that the store has, by its identity and its place in a sequence. */
export function judgeFile(
  { files, sequences }: { readonly files: FileRows; readonly sequences: Sequences },
  file: Likeness,
  reading: PreparedReading,
  messages: readonly Message[],
): JudgedFile<PreparedReading> {
  return fileVerdict(
    {
      identity: (read) => files.judge(file, read),
      sequence: (read) => sequences.judge(read, file),
      noted: (read, problem) => withProblem(read, problem, messages),
    },
    reading,
  );
}

/** Finds a file by its arrival. */
export const selectByArrival =
  "SELECT id, state, other_file AS otherFile FROM files WHERE claim = ? AND tail = ?";

/** Writing the rows of files and judging them. Within a write only. */
export interface FileRows extends SameFiles, AddedFiles {
  /** What became of the arrival, if it is in the store already. */
  known(arrival: string): Recorded | null;
  setState(file: number, state: FileState, otherFile: number | null): void;
  /** Whether the file waits whole until a person releases it. */
  isAwaitingRelease(file: number): boolean;
  setAwaitingRelease(file: number, awaitingRelease: boolean): void;
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
  const byArrival = db.prepare<[number, string], Row>(selectByArrival);
  const updateState = db.prepare<[FileState, number | null, number]>(
    "UPDATE files SET state = ?, other_file = ? WHERE id = ?",
  );
  const awaitingRelease = db
    .prepare<[number], 0 | 1>("SELECT awaiting_release FROM files WHERE id = ?")
    .pluck();
  const updateAwaitingRelease = db.prepare<[0 | 1, number]>(
    "UPDATE files SET awaiting_release = ? WHERE id = ?",
  );

  return {
    ...sameFiles(connection),
    ...addedFiles(connection, { word, claim, isHistory }),
    known(arrival) {
      const { head, tail } = cutArrival(arrival);
      const row = byArrival.get(claim(head), tail);
      return row === undefined ? null : { ...row, arrival, known: true };
    },
    setState(file, state, otherFile) {
      updateState.run(state, otherFile, file);
    },
    isAwaitingRelease: (file) => awaitingRelease.get(file) === 1,
    setAwaitingRelease(file, now) {
      updateAwaitingRelease.run(now ? 1 : 0, file);
    },
  };
}
