import type { FileState } from "../../../../core/file/file.ts";
import type { ReadingStore } from "../../../port/files/reading-store.ts";
import { forgottenWork, unreadableFile } from "../../../rules/files/file-refusals.ts";
import { prepareMessage, prepareReading } from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import { isWithoutEvent, readColumns } from "../message-rows.ts";
import type { RecordTables } from "../record-files.ts";
import type { Unfinished } from "../unfinished.ts";
import type { Readings } from "./apply-reading.ts";
import type { NewMessages } from "./file-messages.ts";

const isNew = `
  NOT EXISTS (SELECT 1 FROM messages m WHERE m.file = s.file AND m.line = s.line)`;

/** The first line that a file is read to have now and did not have before. */
const selectFirstNewLine = `
  SELECT s.line FROM staged_messages s WHERE s.file = ? AND ${isNew} ORDER BY s.line LIMIT 1`;

/** Removes the messages of a file that its new reading does not have, unless they have an event. */
const deleteNotStaged = `
  DELETE FROM messages WHERE file = ? AND ${isWithoutEvent} AND NOT EXISTS (
    SELECT 1 FROM staged_messages s WHERE s.file = messages.file AND s.line = messages.line)`;

const stagedColumns = readColumns.replaceAll(/\w+/g, "s.$&");

/** Makes the messages of a file say what its new reading says, unless they have an event or say so already. */
const reviseFromStaged = `
  UPDATE messages SET (${readColumns}) = (${stagedColumns})
  FROM staged_messages s
  WHERE messages.file = ? AND s.file = messages.file AND s.line = messages.line
    AND ${isWithoutEvent}
    AND (${readColumns.replaceAll(/\w+/g, "messages.$&")}) IS DISTINCT FROM (${stagedColumns})`;

/** Puts what is staged of a file under it, but for the lines it has. */
const insertStaged = `
  INSERT INTO messages
    (id, file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems)
  SELECT ? + s.line, s.file, s.line, s.last_line, s.group_code, s.subject_kind, s.subject_key,
         s.data, s.invalid, s.problems
  FROM staged_messages s WHERE s.file = ? AND ${isNew} ORDER BY s.line`;

type LargeReadingVerbs = Pick<ReadingStore, "begin" | "add" | "finish">;

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const stateOf = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const firstNewLine = db.prepare<[number], number>(selectFirstNewLine).pluck();
  const removeGone = db.prepare<[number]>(deleteNotStaged);
  const revise = db.prepare<[number]>(reviseFromStaged);
  const moveStaged = db.prepare<[number, number]>(insertStaged);
  const firstLine = db
    .prepare<[number], number>("SELECT line FROM messages WHERE file = ? ORDER BY line LIMIT 1")
    .pluck();
  const stagedAt = db
    .prepare<[number, number], string>(
      "SELECT data FROM staged_messages WHERE file = ? AND line = ?",
    )
    .pluck();

  return { stateOf, firstNewLine, removeGone, revise, moveStaged, firstLine, stagedAt };
}

/** Where the messages of a large reading come from when it is applied. */
function sources({
  firstNewLine,
  removeGone,
  revise,
  moveStaged,
  firstLine,
  stagedAt,
}: Statements) {
  const staged: NewMessages = {
    items: [],
    dataAt: async (file, line) => (await stagedAt.get(file, line)) ?? null,
    async put(file, firstId) {
      const first = (await firstNewLine.get(file)) ?? null;
      await removeGone.run(file);
      await revise.run(file);
      await moveStaged.run(firstId, file);
      return first;
    },
  };
  /** Messages of a refused file, which are there already. */
  const inPlace: NewMessages = {
    items: [],
    inPlace: true,
    dataAt: async () => null,
    put: async (file) => (await firstLine.get(file)) ?? null,
  };
  /** Of a file that turned out to have none, unless something made way for it just now. */
  const none: NewMessages = {
    items: [],
    dataAt: async () => null,
    async put(file) {
      throw forgottenWork(file);
    },
  };

  return { staged, inPlace, none };
}

/**
 * Reading a large file again: what it says now counts for nothing until the last commit. A refused file
 * has no messages that anybody sees, so that its new ones are written to their place at once; those of
 * another are staged, and the last commit moves them.
 */
export function largeReading(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
  { apply, mends }: Readings,
): LargeReadingVerbs {
  const prepared = statements(connection);
  const { stateOf } = prepared;
  const { staged, inPlace, none } = sources(prepared);

  return {
    async begin(file) {
      await work.clear(file);
      await connection.write(async () => {
        const state = await stateOf.get(file);
        if (state === undefined || state === "recording") throw unreadableFile(file, state);
        await work.mark(file);
      });
    },

    async add({ file, messages }) {
      const prepared = messages.map(prepareMessage);
      await connection.write(async () => {
        if ((await work.workerOf(file)) !== "this") throw forgottenWork(file);
        if ((await stateOf.get(file)) === "rejected") await tables.messages.add(file, prepared);
        else await tables.messages.stage(file, prepared);
      });
    },

    async finish({ file, outcome, occurredAt }) {
      const reading = prepareReading(outcome, []);
      const recorded = await connection.write(async () => {
        if ((await work.workerOf(file)) !== "this") throw forgottenWork(file);
        if ((await stateOf.get(file)) !== "rejected")
          return await apply(file, reading, staged, occurredAt);
        return (await mends(file, reading))
          ? await apply(file, reading, inPlace, occurredAt)
          : null;
      });
      await work.drop(file);
      return recorded ?? connection.write(() => apply(file, reading, none, occurredAt));
    },
  };
}
