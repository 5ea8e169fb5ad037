import type { FileRecord, FileState } from "../../../core/file/file.ts";
import type { ConflictDecision, FileStore } from "../../port/files/file-store.ts";
import {
  comeAgain,
  conflictSteps,
  type DecisionMade,
} from "../../rules/files/conflict-decision.ts";
import { type Likeness, type StoredSameness, samenessFrom } from "../../rules/files/likeness.ts";
import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { RevisionRows, Said } from "../events/revision-rows.ts";
import { deleteMessages } from "./message-rows.ts";
import type { RecordTables } from "./record-files.ts";
import { likenessColumns, samenessColumns } from "./same-file.ts";

interface Row extends Likeness, StoredSameness {
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** A decision that was made, with what undoing it takes. */
interface Made extends DecisionMade {
  readonly at: number;
  readonly nextLine: number | null;
}

/** The newest decision about a file that was in conflict. */
const selectLastDecision = `
  SELECT decision, other, at, next_line AS "nextLine" FROM decisions
  WHERE file = ? AND decision <> 'release' ORDER BY id DESC LIMIT 1`;

type Statements = ReturnType<typeof statements>;

interface DecisionParts {
  readonly tables: RecordTables;
  readonly events: EventRows;
  readonly revise: RevisionRows;
}

/** Prepares the statements. */
function statements({ db }: Connection) {
  const select = db.prepare<[number], Row>(
    `SELECT f.state, f.other_file AS "otherFile", ${likenessColumns}, ${samenessColumns}
     FROM files f WHERE f.id = ?`,
  );
  const mark = db
    .prepare<[number], number>("SELECT next_line FROM unrouted WHERE file = ?")
    .pluck();
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const removeMessages = db.prepare<[number, null]>(deleteMessages);
  const lastDecision = db.prepare<[number], Made>(selectLastDecision);
  const note = db.prepare<
    [number, number | null, ConflictDecision, string, string, number, number | null]
  >(
    `INSERT INTO decisions (file, other, decision, actor, reason, at, next_line)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return { select, mark, unmark, removeMessages, lastDecision, note };
}

/** The steps that a decision takes. */
function steps(
  { tables, events, revise }: DecisionParts,
  { select, mark, unmark, removeMessages }: Statements,
) {
  /** Makes the file active, or a sighting of the file that is active with its bytes by now. */
  async function stand(file: number, row: Row): Promise<void> {
    const first = await tables.files.repeated(row, samenessFrom(row).repeats);
    if (first === null) {
      await tables.files.setState(file, "recorded", null);
      await tables.messages.enqueue(file, 0);
      return;
    }
    await tables.files.setState(file, "recording", null);
    await removeMessages.run(file, null);
    await tables.files.setState(file, "duplicate", first);
  }

  /** Makes a file that a decision withdrew active as it was before the decision. */
  async function standAgain(
    file: number,
    { at, nextLine }: Made,
    beside: number | null,
    said: Said,
  ): Promise<void> {
    const row = await select.get(file);
    const twin =
      row === undefined ? null : await tables.files.repeated(row, samenessFrom(row).repeats);
    if (twin !== null && twin !== beside) throw comeAgain(file, twin);
    await tables.files.setState(file, "recorded", null);
    await events.begin();
    await revise.unvoidFile(file, at, said);
    if (nextLine !== null) await tables.messages.enqueue(file, nextLine);
  }

  /** Withdraws an active file; gives the line from which it was still to be routed. */
  async function withdraw(file: number, other: number | null, said: Said): Promise<number | null> {
    const nextLine = (await mark.get(file)) ?? null;
    await revise.voidFile(file, said);
    await unmark.run(file);
    await tables.files.setState(file, "withdrawn", other);
    return nextLine;
  }

  return { stand, standAgain, withdraw };
}

/** A person settles a conflict, or decides it otherwise than before: one transaction, whatever it takes. */
export function decideConflict(
  connection: Connection,
  tables: RecordTables,
  events: EventRows,
  revise: RevisionRows,
  filesOf: RowsByKeys<FileRecord>,
): FileStore["decide"] {
  const prepared = statements(connection);
  const { select, lastDecision, note } = prepared;
  const { stand, standAgain, withdraw } = steps({ tables, events, revise }, prepared);

  async function decide(
    file: number,
    decision: ConflictDecision,
    actor: string,
    reason: string,
  ): Promise<void> {
    const row = (await select.get(file)) ?? null;
    const made = (await lastDecision.get(file)) ?? null;
    const before = made?.other == null ? undefined : await select.get(made.other);
    const taken = conflictSteps({ file, second: row, made, first: before ?? null }, decision);
    if (taken === null || row === null) return;
    const { other, first, second } = taken;
    const said = { actor, reason, at: await connection.stamp() };
    let nextLine: number | null = null;
    if (second === "withdraw") nextLine = await withdraw(file, other, said);
    if (second === "set-aside") {
      await tables.files.setState(file, "withdrawn", other);
      nextLine = 0;
    }
    if (first === "withdraw" && other !== null) nextLine = await withdraw(other, file, said);
    await note.run(file, other, decision, actor, reason, said.at, nextLine);
    if (first === "restore" && other !== null && made !== null)
      await standAgain(other, made, file, said);
    if (second === "stand") await stand(file, row);
    if (second === "restore" && made !== null) await standAgain(file, made, other, said);
  }

  return ({ file, decision, actor, reason }) =>
    connection.write(async () => {
      await decide(file, decision, actor, reason);
      const [record] = await filesOf([file]);
      if (record === undefined) throw new Error(`File ${file} is gone within its transaction`);
      return record;
    });
}
