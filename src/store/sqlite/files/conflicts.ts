import type { FileRecord, FileState } from "../../../core/file/file.ts";
import type { ConflictDecision, FileStore } from "../../port/files/file-store.ts";
import { StoreError } from "../../port/store-error.ts";
import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { RevisionRows, Said } from "../events/revision-rows.ts";
import {
  type Likeness,
  likenessColumns,
  type StoredSameness,
  samenessColumns,
  samenessFrom,
} from "./file-rows.ts";
import { deleteMessages } from "./message-rows.ts";
import type { RecordTables } from "./record-files.ts";

interface Row extends Likeness, StoredSameness {
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** A decision that was made about a conflict. */
interface Made {
  readonly decision: ConflictDecision;
  readonly other: number | null;
  readonly at: number;
  readonly nextLine: number | null;
}

/** Two files with one identity: which of them stand, and by which decision; null while none was made. */
interface Pair {
  readonly other: number | null;
  readonly firstStands: boolean;
  readonly secondStands: boolean;
  readonly made: Made | null;
}

/** The newest decision about a file that was in conflict. */
export const selectLastDecision = `
  SELECT decision, other, at, next_line AS nextLine FROM decisions
  WHERE file = ? AND decision <> 'release' ORDER BY id DESC LIMIT 1`;

/** A person settles a conflict, or decides it otherwise than before: one transaction, whatever it takes. */
export function decideConflict(
  connection: Connection,
  tables: RecordTables,
  events: EventRows,
  revise: RevisionRows,
  filesOf: RowsByKeys<FileRecord>,
): FileStore["decide"] {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    `SELECT f.state, f.other_file AS otherFile, ${likenessColumns}, ${samenessColumns}
     FROM files f WHERE f.id = ?`,
  );
  const mark = db
    .prepare<[number], number>("SELECT next_line FROM unrouted WHERE file = ?")
    .pluck();
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const removeMessages = db.prepare<[number, number]>(deleteMessages);
  const lastDecision = db.prepare<[number], Made>(selectLastDecision);
  const note = db.prepare<
    [number, number | null, ConflictDecision, string, string, number, number | null]
  >(
    `INSERT INTO decisions (file, other, decision, actor, reason, at, next_line)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  /** Makes the file stand, or a sighting of the file that meanwhile stands with its bytes. */
  function stand(file: number, row: Row): void {
    const first = tables.files.repeated(row, samenessFrom(row).repeats);
    if (first === null) {
      tables.files.setState(file, "recorded", null);
      tables.messages.enqueue(file, 0);
      return;
    }
    tables.files.setState(file, "recording", null);
    removeMessages.run(file, -1);
    tables.files.setState(file, "duplicate", first);
  }

  /** Makes a file that a decision withdrew stand as it stood before it. */
  function standAgain(
    file: number,
    { at, nextLine }: Made,
    beside: number | null,
    said: Said,
  ): void {
    const row = select.get(file);
    const twin = row === undefined ? null : tables.files.repeated(row, samenessFrom(row).repeats);
    if (twin !== null && twin !== beside) throw comeAgain(file, twin);
    tables.files.setState(file, "recorded", null);
    events.begin();
    revise.unvoidFile(file, at, said);
    if (nextLine !== null) tables.messages.enqueue(file, nextLine);
  }

  /** Withdraws a file that stands; gives the line from which it was still to be routed. */
  function withdraw(file: number, other: number | null, said: Said): number | null {
    const nextLine = mark.get(file) ?? null;
    revise.voidFile(file, said);
    unmark.run(file);
    tables.files.setState(file, "withdrawn", other);
    return nextLine;
  }

  /** Throws when there is nothing to decide, or what was decided does not hold any more. */
  function pairOf(file: number, row: Row | undefined, decision: ConflictDecision): Pair {
    if (row?.state === "conflict")
      return { other: row.otherFile, firstStands: true, secondStands: false, made: null };
    const made = row === undefined ? undefined : lastDecision.get(file);
    if (row === undefined || made === undefined) throw notInConflict(file, row?.state);
    const { other } = made;
    const first = other === null ? undefined : select.get(other);
    if (made.decision === decision) throw decidedSo(file, decision);
    const firstStands = made.decision !== "replace";
    const secondStands = made.decision !== "keep-first";
    const holds =
      row.state === (secondStands ? "recorded" : "withdrawn") &&
      first?.state === (firstStands ? "recorded" : "withdrawn") &&
      (secondStands || row.otherFile === other) &&
      (firstStands || first.otherFile === file);
    if (!holds) throw changedSince(file, row.state, other, first?.state);
    return { other, firstStands, secondStands, made };
  }

  function decide(file: number, decision: ConflictDecision, actor: string, reason: string): void {
    const row = select.get(file);
    if (row?.state === "duplicate") {
      // It is taken in when its bytes are read again, whose messages were never kept.
      if (decision !== "keep-both") throw onlyKept(file, decision);
      const said = lastDecision.get(file);
      if (said?.decision === decision && said.other === row.otherFile) return;
      note.run(file, row.otherFile, decision, actor, reason, connection.stamp(), null);
      return;
    }
    const { other, firstStands, secondStands, made } = pairOf(file, row, decision);
    const said = { actor, reason, at: connection.stamp() };
    let nextLine: number | null = null;
    if (decision === "keep-first" && secondStands) nextLine = withdraw(file, other, said);
    else if (decision === "keep-first") {
      tables.files.setState(file, "withdrawn", other);
      nextLine = 0;
    }
    if (decision === "replace" && firstStands && other !== null)
      nextLine = withdraw(other, file, said);
    note.run(file, other, decision, actor, reason, said.at, nextLine);
    if (decision !== "replace" && !firstStands && other !== null && made !== null)
      standAgain(other, made, file, said);
    if (decision === "keep-first" || secondStands || row === undefined) return;
    if (made === null) stand(file, row);
    else standAgain(file, made, other, said);
  }

  return ({ file, decision, actor, reason }) =>
    connection.write(() => {
      decide(file, decision, actor, reason);
      const [record] = filesOf([file]);
      if (record === undefined) throw new Error(`File ${file} is gone within its transaction`);
      return record;
    });
}

function notInConflict(file: number, state: FileState | undefined): StoreError {
  return new StoreError(
    "failed",
    state === undefined
      ? `There is no file ${file} in the store.`
      : `File ${file} is ${state}, not in conflict: there is nothing to decide.`,
  );
}

function onlyKept(file: number, decision: ConflictDecision): StoreError {
  return new StoreError(
    "failed",
    `File ${file} repeats one that stands: \`${decision}\` would change nothing. \`keep-both\` takes it in beside that one.`,
  );
}

function decidedSo(file: number, decision: ConflictDecision): StoreError {
  return new StoreError(
    "failed",
    `File ${file} was decided ${decision} already; \`busbar file show ${file}\` says by whom. Another decision takes that back.`,
  );
}

function changedSince(
  file: number,
  state: FileState,
  other: number | null,
  otherState: FileState | undefined,
): StoreError {
  return new StoreError(
    "failed",
    `File ${file} is ${state} and file ${other} ${otherState} by now, which is not how the decision about them left them: it cannot be taken back. Declare single events void or not void instead: \`busbar event void SEQ\`.`,
  );
}

function comeAgain(file: number, twin: number): StoreError {
  return new StoreError(
    "failed",
    `File ${file} cannot stand again: its bytes came again since and stand as file ${twin}.`,
  );
}
