import type { PreparedMessage } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { type ColumnArrays, columnArrays, type GatheredRows } from "../database/gathered-rows.ts";
import { mapInTurn } from "../database/in-turn.ts";
import type { Intern } from "../database/interned.ts";

type Columns = [
  file: number,
  line: number,
  lastLine: number,
  group: number,
  subjectKind: number | null,
  subjectKey: string | null,
  data: string,
  invalid: 0 | 1,
  problems: string | null,
];

/** So many messages are written with one statement. */
const rowsAtOnce = 1_000;

/** What `columnArrays` makes of `Columns`, as rows. */
const fromArrays = `
  SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
    ?::bigint[], ?::text[]`;

/** Removes a file's messages without an event, some at a time. */
export const deleteMessages = `
  DELETE FROM messages WHERE id IN (
    SELECT m.id FROM messages m
    WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
    LIMIT ?)`;

/** What a reading may change of a message; its number, its file and its line stay. */
export const readColumns =
  "last_line, group_code, subject_kind, subject_key, data, invalid, problems";

/** Of a message that may be replaced: it has no event. */
export const isWithoutEvent = "NOT EXISTS (SELECT 1 FROM events e WHERE e.message = messages.id)";

const readValues = "@lastLine, @group, @subjectKind, @subjectKey, @data, @invalid, @problems";

/** Makes the message of a line say what a reading says, unless it has an event or says so already. */
const reviseMessage = `
  UPDATE messages SET (${readColumns}) = (${readValues})
  WHERE file = @file AND line = @line AND ${isWithoutEvent}
    AND (${readColumns}) IS DISTINCT FROM (${readValues})`;

/** Removes the message of a line, unless it has an event. */
const deleteMessageAt = `
  DELETE FROM messages WHERE file = ? AND line = ? AND ${isWithoutEvent}`;

/** The newest number that a message has, or had when something was said of it. */
const selectNewestNumber = `
  SELECT greatest(coalesce((SELECT max(id) FROM messages), 0), coalesce((SELECT max(id) FROM moved_messages), 0))`;

/** Finds the first line of a file, from one on, whose message is not invalid; none of a file that awaits release. */
const selectFirstLine = `
  SELECT m.line FROM files f JOIN messages m ON m.file = f.id
  WHERE m.file = ? AND m.line >= ? AND m.invalid = 0 AND f.awaiting_release = 0
  ORDER BY m.line LIMIT 1`;

/** Writing the messages of a file and its place in the queue of routing. Within a write only. */
export interface MessageRows {
  /** The number of the next message: after those of all that are there, and of those people spoke of. */
  nextId(): Promise<number>;
  /** Asks for the next number once, for all that a transaction will add. */
  expect(): Promise<void>;
  /** Numbers them from `firstId` on, or from the next number. */
  add(file: number, messages: readonly PreparedMessage[], firstId?: number): Promise<void>;
  /**
   * Puts them in the place of those that the file has and that have no event. A line that has a message
   * keeps its number; others are numbered from `firstId` on. Returns the first of those others' lines.
   */
  replace(
    file: number,
    messages: readonly PreparedMessage[],
    firstId: number,
  ): Promise<number | null>;
  /** Keeps them beside the file's own until its new reading is finished. */
  stage(file: number, messages: readonly PreparedMessage[]): Promise<void>;
  /**
   * Puts the file in line from its first message at or after the line that is not invalid, if there is
   * one; not while the file awaits release.
   */
  enqueue(file: number, fromLine: number): Promise<void>;
  /** Puts a file in line that was just added with these messages, and is in no line yet. */
  enqueueNew(file: number, messages: readonly PreparedMessage[]): Promise<void>;
}

/** The columns of messages. */
function columnsOf(word: Intern) {
  return async (file: number, message: PreparedMessage): Promise<Columns> => [
    file,
    message.line,
    message.lastLine,
    await word(message.group),
    message.subjectKind === null ? null : await word(message.subjectKind),
    message.subjectKey,
    message.data,
    message.invalid ? 1 : 0,
    message.problems,
  ];
}

/** Putting files in line for routing. */
function queueing(
  { db }: Connection,
  gathered: GatheredRows,
): Pick<MessageRows, "enqueue" | "enqueueNew"> {
  const firstLine = db.prepare<[number, number], number>(selectFirstLine).pluck();
  const enqueue = db.prepare<[number, number]>(
    `INSERT INTO unrouted (file, next_line) VALUES (?, ?)
     ON CONFLICT (file) DO UPDATE SET next_line = least(unrouted.next_line, excluded.next_line)`,
  );
  const insert = db.prepare<ColumnArrays<[number, number]>>(
    "INSERT INTO unrouted (file, next_line) SELECT * FROM unnest(?::bigint[], ?::bigint[])",
  );
  const enqueueNew = gathered.table<[number, number]>((rows) =>
    insert.run(...columnArrays(rows, 2)),
  );

  return {
    async enqueue(file, fromLine) {
      const line = await firstLine.get(file, fromLine);
      if (line !== undefined) await enqueue.run(file, line);
    },
    async enqueueNew(file, messages) {
      const first = messages.find((message) => !message.invalid);
      if (first !== undefined) enqueueNew([file, first.line]);
    },
  };
}

/** Writing new messages, numbered one after another. */
function numbering(
  connection: Connection,
  gathered: GatheredRows,
  columns: ReturnType<typeof columnsOf>,
): Pick<MessageRows, "nextId" | "expect" | "add"> {
  const { db } = connection;
  const newest = db.prepare<[], number>(selectNewestNumber).pluck();
  const insert = db.prepare<ColumnArrays<[...Columns, id: number]>>(
    `INSERT INTO messages
       (file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems, id)
     ${fromArrays}, ?::bigint[])`,
  );
  const put = gathered.table<[...Columns, id: number]>((rows) =>
    Promise.all(
      Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) => {
        const from = part * rowsAtOnce;
        return insert.run(...columnArrays(rows.slice(from, from + rowsAtOnce), 10));
      }),
    ),
  );
  const nextId = async () => ((await newest.get()) ?? 0) + 1;
  /** The next number while a transaction has asked for it beforehand. */
  let next: number | null = null;
  const forget = () => {
    next = null;
  };
  connection.remember({ keep: forget, forget });

  return {
    nextId,
    async expect() {
      next = await nextId();
    },
    async add(file, messages, firstId) {
      if (messages.length === 0) return;
      const first = firstId ?? next ?? (await nextId());
      next = firstId === undefined && next !== null ? next + messages.length : null;
      for (const [at, message] of messages.entries())
        put([...(await columns(file, message)), first + at]);
    },
  };
}

/** Prepares the statements that write messages. */
export function messageRows(
  connection: Connection,
  word: Intern,
  gathered: GatheredRows,
): MessageRows {
  const { db } = connection;
  const lines = db.prepare<[number], number>("SELECT line FROM messages WHERE file = ?").pluck();
  const revise = db.prepare<[Record<string, string | number | null>]>(reviseMessage);
  const removeAt = db.prepare<[number, number]>(deleteMessageAt);
  const insertStaged = db.prepare<ColumnArrays<Columns>>(
    `INSERT INTO staged_messages
       (file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems)
     ${fromArrays})`,
  );
  const columns = columnsOf(word);
  const numbered = numbering(connection, gathered, columns);
  const queue = queueing(connection, gathered);

  return {
    ...numbered,
    async replace(file, messages, firstId) {
      const gone = new Set(await lines.all(file));
      const added: PreparedMessage[] = [];
      for (const message of messages) {
        if (gone.delete(message.line)) await revise.run(named(await columns(file, message)));
        else added.push(message);
      }
      for (const line of gone) await removeAt.run(file, line);
      await numbered.add(file, added, firstId);
      return added[0]?.line ?? null;
    },
    async stage(file, messages) {
      for (let from = 0; from < messages.length; from += rowsAtOnce) {
        const some = messages.slice(from, from + rowsAtOnce);
        const rows = await mapInTurn(some, (message) => columns(file, message));
        await insertStaged.run(...columnArrays(rows, 9));
      }
    },
    ...queue,
  };
}

/** The columns by the names that a statement with many of them twice has for them. */
function named([
  file,
  line,
  lastLine,
  group,
  subjectKind,
  subjectKey,
  data,
  invalid,
  problems,
]: Columns) {
  return { file, line, lastLine, group, subjectKind, subjectKey, data, invalid, problems };
}
