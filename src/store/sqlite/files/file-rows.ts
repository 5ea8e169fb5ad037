import type { Envelope } from "../../../core/file/envelope.ts";
import type { FileState } from "../../../core/file/file.ts";
import {
  type IdentityVerdict,
  isSentAgain,
  judgeArrival,
  type RepeatRule,
  type SamenessRule,
} from "../../../core/file/identity.ts";
import type { Arrival, Recorded } from "../../port/files/file-store.ts";
import type { Connection } from "../database/connection.ts";
import { type Intern, interned } from "../database/interned.ts";
import { journeys } from "./journeys.ts";
import type { PreparedReading } from "./prepared-file.ts";

/** Finds a file by its arrival. */
export const selectByArrival =
  "SELECT id, state, other_file AS otherFile FROM files WHERE claim = ? AND tail = ?";

/** Finds the first file that stands with the same bytes. */
export const selectSameBytes =
  "SELECT id FROM files WHERE content = ? AND state = 'recorded' ORDER BY modified_at LIMIT 1";

/**
 * Finds a file that stands with the same bytes and name and was changed no earlier. By its bytes (hence the
 * plus): of one name there may be a file a day.
 */
export const selectSameFile = `
  SELECT id FROM files
  WHERE content = ? AND state = 'recorded' AND modified_at >= ? AND +ifnull(name, tail) = ? LIMIT 1`;

/** Whether in a container, however deep, lies a file whose bytes alone do not make it a repeat. */
export const selectHoldsStates = `
  WITH RECURSIVE inside (file) AS (
    SELECT file FROM members WHERE container = ?
    UNION ALL
    SELECT m.file FROM inside i CROSS JOIN members m ON m.container = i.file)
  SELECT 1 FROM inside i CROSS JOIN files f ON f.id = i.file WHERE f.repeats IS NOT NULL LIMIT 1`;

/**
 * Finds the files that stand with the same business identity and were sent between two moments: more than
 * one only when a person or a setting said so. Not ordered: then SQLite would plan the statement anew for
 * each value, which costs four times the look.
 */
export const selectSameIdentity = `
  SELECT id, replay, on_hold OR held > 0 AS waits FROM files
  WHERE identity = ? AND state = 'recorded' AND occurred_at > ? AND occurred_at < ?`;

/** A file as far as it may be one that is here already. */
export interface Likeness {
  /** Its bytes; null when they are new to the store. */
  readonly content: number | null;
  readonly name: string;
  /** When it was changed and sent, in milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly occurredAt: number;
}

/** Writing the rows of files and judging them. Within a write only. */
export interface FileRows {
  /** What became of the arrival, if it is in the store already. */
  known(arrival: string): Recorded | null;
  /** The verdict on a file that was read so. */
  judge(file: Likeness, reading: Judgeable): IdentityVerdict;
  /** The file that stands and that this one repeats by the rule, if there is one. */
  repeated(file: Likeness, repeats: RepeatRule): number | null;
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
  setState(file: number, state: FileState, otherFile: number | null): void;
  /** Whether the file waits whole until a person releases it. */
  isOnHold(file: number): boolean;
  setOnHold(file: number, onHold: boolean): void;
}

/** What a file is judged by beside what is known of it without reading it. */
export type Judgeable = Pick<PreparedReading, "refused" | "identity" | "sameness">;

interface Row {
  readonly id: number;
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** Finds the file that stands and that another repeats. */
function repeating({ db }: Connection) {
  const sameBytes = db.prepare<[number], number>(selectSameBytes).pluck();
  const sameFile = db.prepare<[number, number, string], number>(selectSameFile).pluck();
  const holdsStates = db.prepare<[number], 1>(selectHoldsStates).pluck();

  function repeated(file: Likeness, repeats: RepeatRule): number | null {
    const { content, modifiedAt, name } = file;
    if (content === null || repeats === "never") return null;
    if (repeats === "by-name") return sameFile.get(content, earliest, name) ?? null;
    const first = sameBytes.get(content) ?? null;
    if (first === null) return null;
    const asContainer = repeats === "by-bytes" && holdsStates.get(first) === 1;
    if (repeats === "by-bytes" && !asContainer) return first;
    return sameFile.get(content, modifiedAt, name) ?? null;
  }

  return repeated;
}

/** Judges a file by those that stand. */
function judging({ db }: Connection, repeated: FileRows["repeated"]): FileRows["judge"] {
  const sameIdentity = db.prepare<[string, number, number], Twin>(selectSameIdentity);

  return (file, { refused, identity, sameness }) => {
    const within = sameness.identityWithinMs ?? latest;
    const { occurredAt } = file;
    const twin =
      identity === null
        ? null
        : first(sameIdentity.all(identity, occurredAt - within, occurredAt + within));
    return judgeArrival(refused, {
      sameBytes: repeated(file, sameness.repeats),
      sameIdentity: twin?.id ?? null,
      isReplay:
        twin !== null &&
        isSentAgain(sameness.replay === true, {
          replay: twin.replay === 1,
          waits: twin.waits === 1,
        }),
    });
  };
}

/** Adding files, and writing anew what a later reading brought. */
function adding(
  connection: Connection,
  {
    word,
    claim,
    isHistory,
  }: { readonly word: Intern; readonly claim: Intern; readonly isHistory: boolean },
): Pick<FileRows, "add" | "reread"> {
  const { db } = connection;
  const journey = journeys(connection);
  const insert = db.prepare<InsertColumns>(
    `INSERT INTO files
       (claim, tail, name, channel, content, state, other_file, modified_at, seen_at, recorded_at,
        occurred_at, on_hold, journey, file_identifier, created, identity, repeats, identity_within, replay,
        messages, held, problems, read_with)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const name = db.prepare<[string, number]>(
    "INSERT INTO other_identifiers (identifier, file) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const markHistory = db.prepare<[number]>("INSERT INTO history_files (file) VALUES (?)");
  const update = db.prepare<[FileState, number | null, number, 0 | 1, ...ReadingColumns, number]>(
    `UPDATE files
     SET state = ?, other_file = ?, occurred_at = ?, on_hold = ?, journey = ?, file_identifier = ?, created = ?,
         identity = ?, repeats = ?, identity_within = ?, replay = ?, messages = ?, held = ?, problems = ?, read_with = ?
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
        waits(reading, verdict.state),
        ...readingColumns(reading, journey, word),
      );
      const id = Number(added.lastInsertRowid);
      if (isHistory) markHistory.run(id);
      for (const identifier of reading.otherIdentifiers) name.run(identifier, id);
      return id;
    },
    reread(file, reading, verdict, occurredAt) {
      const { state, otherFile } = verdict;
      update.run(
        state,
        otherFile,
        occurredAt,
        waits(reading, state),
        ...readingColumns(reading, journey, word),
        file,
      );
      for (const identifier of reading.otherIdentifiers) name.run(identifier, file);
    },
  };
}

/** Prepares the statements that write files; those of history are marked as such. */
export function fileRows(connection: Connection, word: Intern, isHistory = false): FileRows {
  const repeated = repeating(connection);
  const { db } = connection;
  const claim = interned(connection, "claims");
  const byArrival = db.prepare<[number, string], Row>(selectByArrival);
  const updateState = db.prepare<[FileState, number | null, number]>(
    "UPDATE files SET state = ?, other_file = ? WHERE id = ?",
  );
  const onHold = db.prepare<[number], 0 | 1>("SELECT on_hold FROM files WHERE id = ?").pluck();
  const updateOnHold = db.prepare<[0 | 1, number]>("UPDATE files SET on_hold = ? WHERE id = ?");

  return {
    repeated,
    known(arrival) {
      const { head, tail } = cutArrival(arrival);
      const row = byArrival.get(claim(head), tail);
      return row === undefined ? null : { ...row, arrival, known: true };
    },
    judge: judging(connection, repeated),
    ...adding(connection, { word, claim, isHistory }),
    setState(file, state, otherFile) {
      updateState.run(state, otherFile, file);
    },
    isOnHold: (file) => onHold.get(file) === 1,
    setOnHold(file, now) {
      updateOnHold.run(now ? 1 : 0, file);
    },
  };
}

/** Bounds of moments, in milliseconds, that hold every file between them. */
const earliest = -8_640_000_000_000_000;
const latest = 2 * 8_640_000_000_000_000;

/** The rule of a file as its row has it. */
export interface StoredSameness {
  readonly repeats: RepeatRule | null;
  readonly identityWithin: number | null;
  readonly replay: 0 | 1;
}

/** The columns of `StoredSameness`, of a file `f`. */
export const samenessColumns = "f.repeats, f.identity_within AS identityWithin, f.replay";

/** The columns of `Likeness`, of a file `f`. */
export const likenessColumns = `f.content, ifnull(f.name, f.tail) AS name, f.modified_at AS modifiedAt,
         f.occurred_at AS occurredAt`;

/** The rule of a file from its row. */
export function samenessFrom({ repeats, identityWithin, replay }: StoredSameness): SamenessRule {
  return {
    repeats: repeats ?? "by-bytes",
    identityWithinMs: identityWithin,
    replay: replay === 1,
  };
}

/** A file that stands with the same identity. */
interface Twin {
  readonly id: number;
  readonly replay: 0 | 1;
  readonly waits: 0 | 1;
}

function first(twins: readonly Twin[]): Twin | null {
  return twins.reduce<Twin | null>((a, b) => (a === null || b.id < a.id ? b : a), null);
}

type ReadingColumns = [
  journey: number | null,
  fileIdentifier: string | null,
  created: string | null,
  identity: string | null,
  repeats: Exclude<RepeatRule, "by-bytes"> | null,
  identityWithin: number | null,
  replay: 0 | 1,
  messages: number,
  held: number,
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
  word: Intern,
): ReadingColumns {
  const { envelope, sameness } = reading;
  return [
    journey(envelope),
    envelope?.fileIdentifier ?? null,
    envelope?.created ?? null,
    reading.identity,
    sameness.repeats === "by-bytes" ? null : sameness.repeats,
    sameness.identityWithinMs,
    sameness.replay === true ? 1 : 0,
    reading.messages,
    reading.held,
    reading.problems,
    reading.mark === null ? null : word(reading.mark),
  ];
}

/** An arrival in its two parts: the claim, shared by many, and what is its own. */
export function cutArrival(arrival: string): { readonly head: string; readonly tail: string } {
  const slash = arrival.lastIndexOf("/");
  if (slash === -1) throw new Error(`An arrival is <claim>/<name>, not ${arrival}`);
  return { head: arrival.slice(0, slash), tail: arrival.slice(slash + 1) };
}
