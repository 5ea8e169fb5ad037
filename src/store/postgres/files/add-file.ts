import type { Message } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { FileState } from "../../../core/file/file.ts";
import type { IdentityVerdict, RepeatRule } from "../../../core/file/identity.ts";
import type { Arrival, Recorded } from "../../port/files/file-store.ts";
import { hasNumberToJudge, type JudgedFile, withNumber } from "../../rules/files/file-verdict.ts";
import type { Likeness } from "../../rules/files/likeness.ts";
import {
  awaitsReleaseAs,
  cutArrival,
  type PreparedReading,
  withProblem,
} from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { type ColumnArrays, columnArrays, type GatheredRows } from "../database/gathered-rows.ts";
import { envelopeKeys, type Intern, interned } from "../database/interned.ts";
import { rowNumbers } from "../database/row-numbers.ts";
import type { Sequences } from "../sequences/sequences.ts";
import { expectedArrivals, type KnownFile } from "./expected-arrivals.ts";
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
  ): Promise<number>;
  /** Has numbers at hand for so many. */
  expectNew(count: number): Promise<void>;
  /** Writes anew what a later reading of the same bytes brought. */
  reread(
    file: number,
    reading: PreparedReading,
    verdict: IdentityVerdict,
    occurredAt: number,
  ): Promise<void>;
}

/** Prepares the statements that add files, and write anew what a later reading brought. */
function addedFiles(
  connection: Connection,
  {
    word,
    claim,
    isHistory,
    gathered,
  }: {
    readonly word: Intern;
    readonly claim: Intern;
    readonly isHistory: boolean;
    readonly gathered: GatheredRows;
  },
): AddedFiles {
  const { db } = connection;
  const envelope_key = envelopeKeys(connection);
  const numbers = rowNumbers(connection, "files");
  const { file: put, identifier: name, part: furtherPart, history } = fileTables(db, gathered);
  const forgetParts = db.prepare<[number]>("DELETE FROM further_parts WHERE file = ?");
  const update = db.prepare<[FileState, number | null, number, 0 | 1, ...ReadingColumns, number]>(
    `UPDATE files
     SET state = ?, other_file = ?, occurred_at = ?, awaiting_release = ?, envelope_key = ?, file_identifier = ?, created = ?,
         identity = ?, repeats = ?, identity_within = ?, replay = ?, messages = ?, invalid = ?, problems = ?, read_with = ?
     WHERE id = ?`,
  );

  return {
    async add(arrival, content, reading, verdict, recordedAt) {
      const { head, tail } = cutArrival(arrival.arrival);
      const id = await numbers.next();
      put([
        id,
        await claim(head),
        tail,
        arrival.name === tail ? null : arrival.name,
        await word(arrival.channel),
        content,
        verdict.state,
        verdict.otherFile,
        arrival.modifiedAt,
        arrival.seenAt,
        recordedAt,
        arrival.occurredAt,
        awaitsReleaseAs(reading, verdict.state),
        ...(await readingColumns(reading, envelope_key, word)),
      ]);
      if (isHistory) history([id]);
      for (const identifier of reading.otherIdentifiers) name([identifier, id]);
      for (const identity of reading.furtherParts) furtherPart([identity, id]);
      return id;
    },
    async reread(file, reading, verdict, occurredAt) {
      const { state, otherFile } = verdict;
      await update.run(
        state,
        otherFile,
        occurredAt,
        awaitsReleaseAs(reading, state),
        ...(await readingColumns(reading, envelope_key, word)),
        file,
      );
      for (const identifier of reading.otherIdentifiers) name([identifier, file]);
      await forgetParts.run(file);
      for (const identity of reading.furtherParts) furtherPart([identity, file]);
    },
    expectNew: numbers.expect,
  };
}

/** The tables that a new file has rows in. */
function fileTables(db: Connection["db"], gathered: GatheredRows) {
  const file = db.prepare<ColumnArrays<InsertColumns>>(
    `INSERT INTO files
       (id, claim, tail, name, channel, content, state, other_file, modified_at, seen_at, recorded_at,
        occurred_at, awaiting_release, envelope_key, file_identifier, created, identity, repeats, identity_within, replay,
        messages, invalid, problems, read_with)
     SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
       ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
       ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])`,
  );
  const identifier = db.prepare<ColumnArrays<[string, number]>>(
    `INSERT INTO other_identifiers (identifier, file) SELECT * FROM unnest(?::text[], ?::bigint[])
     ON CONFLICT DO NOTHING`,
  );
  const part = db.prepare<ColumnArrays<[string, number]>>(
    `INSERT INTO further_parts (identity, file) SELECT * FROM unnest(?::text[], ?::bigint[])
     ON CONFLICT DO NOTHING`,
  );
  const history = db.prepare<ColumnArrays<[number]>>(
    "INSERT INTO history_files (file) SELECT * FROM unnest(?::bigint[])",
  );
  return {
    file: gathered.table<InsertColumns>((rows) => file.run(...columnArrays(rows, 24))),
    identifier: gathered.table<[string, number]>((rows) =>
      identifier.run(...columnArrays(rows, 2)),
    ),
    part: gathered.table<[string, number]>((rows) => part.run(...columnArrays(rows, 2))),
    history: gathered.table<[number]>((rows) => history.run(...columnArrays(rows, 1))),
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
  id: number,
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

async function readingColumns(
  reading: PreparedReading,
  envelope_key: (envelope: Envelope | null) => Promise<number | null>,
  word: Intern,
): Promise<ReadingColumns> {
  const { envelope, sameness } = reading;
  return [
    await envelope_key(envelope),
    envelope?.fileIdentifier ?? null,
    envelope?.created ?? null,
    reading.identity,
    sameness.repeats === "by-bytes" ? null : sameness.repeats,
    sameness.identityWithinMs,
    sameness.replay === true ? 1 : 0,
    reading.messages,
    reading.invalid,
    reading.problems,
    reading.mark === null ? null : await word(reading.mark),
  ];
}

/** Judges a file beside those that the store has, by its identity and its place in a sequence. */
export async function judgeFile(
  { files, sequences }: { readonly files: FileRows; readonly sequences: Sequences },
  file: Likeness,
  reading: PreparedReading,
  messages: readonly Message[],
): Promise<JudgedFile<PreparedReading>> {
  const verdict = await files.judge(file, reading);
  if (!hasNumberToJudge(verdict, reading)) return { verdict, reading, fills: false };
  const problem = await sequences.judge(reading, file);
  const judged = withNumber({ verdict, reading, problem }, (read, found) =>
    withProblem(read, found, messages),
  );
  if (!judged.isRefused) return judged;
  return { ...judged, verdict: await files.judge(file, judged.reading) };
}

/** Writing the rows of files and judging them. Within a write only. */
export interface FileRows extends SameFiles, Omit<AddedFiles, "expectNew"> {
  /** Looks together for the arrivals of many files that are about to be recorded. */
  expectArrivals(arrivals: readonly string[]): Promise<void>;
  /** What became of the arrival, if it is in the store already. */
  known(arrival: string): Promise<Recorded | null>;
  setState(file: number, state: FileState, otherFile: number | null): Promise<void>;
  /** Whether the file waits whole until a person releases it. */
  isAwaitingRelease(file: number): Promise<boolean>;
  setAwaitingRelease(file: number, awaitingRelease: boolean): Promise<void>;
}

/** Prepares the statements that write files; those of history are marked as such. */
export function fileRows(
  connection: Connection,
  word: Intern,
  gathered: GatheredRows,
  isHistory = false,
): FileRows {
  const { db } = connection;
  const claim = interned(connection, "claims");
  const arrivals = expectedArrivals(connection, claim);
  const same = sameFiles(connection);
  const rows = addedFiles(connection, { word, claim, isHistory, gathered });
  const updateState = db.prepare<[FileState, number | null, number]>(
    "UPDATE files SET state = ?, other_file = ? WHERE id = ?",
  );
  const awaitingRelease = db
    .prepare<[number], 0 | 1>("SELECT awaiting_release FROM files WHERE id = ?")
    .pluck();
  const updateAwaitingRelease = db.prepare<[0 | 1, number]>(
    "UPDATE files SET awaiting_release = ? WHERE id = ?",
  );

  /** To be called when a file that was there becomes another. */
  function forgetExpected(): void {
    same.forgetExpected();
    arrivals.forget();
  }

  return {
    ...same,
    async expectArrivals(names) {
      await Promise.all([arrivals.expect(names), rows.expectNew(names.length)]);
    },
    async add(arrival, content, reading, verdict, recordedAt) {
      const id = await rows.add(arrival, content, reading, verdict, recordedAt);
      same.added(reading.identity);
      arrivals.added(arrival.arrival, { id, ...verdict });
      return id;
    },
    async reread(...given) {
      forgetExpected();
      await rows.reread(...given);
    },
    async known(arrival) {
      const row: KnownFile | null = await arrivals.find(arrival);
      return row === null ? null : { ...row, arrival, known: true };
    },
    async setState(file, state, otherFile) {
      forgetExpected();
      await updateState.run(state, otherFile, file);
    },
    isAwaitingRelease: async (file) => (await awaitingRelease.get(file)) === 1,
    async setAwaitingRelease(file, now) {
      await updateAwaitingRelease.run(now ? 1 : 0, file);
    },
  };
}
