import type { PreparedMessage } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
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
export const reviseMessage = `
  UPDATE messages SET (${readColumns}) = (${readValues})
  WHERE file = @file AND line = @line AND ${isWithoutEvent}
    AND (${readColumns}) IS NOT (${readValues})`;

/** Removes the message of a line, unless it has an event. */
export const deleteMessageAt = `
  DELETE FROM messages WHERE file = ? AND line = ? AND ${isWithoutEvent}`;

/** The newest number that a message has, or had when something was said of it. */
export const selectNewestNumber = `
  SELECT max(ifnull((SELECT max(id) FROM messages), 0), ifnull((SELECT max(id) FROM moved_messages), 0))`;

/** Finds the first line of a file, from one on, whose message is not invalid; none of a file that awaits release. */
export const selectFirstLine = `
  SELECT m.line FROM files f JOIN messages m ON m.file = f.id
  WHERE m.file = ? AND m.line >= ? AND m.invalid = 0 AND f.awaiting_release = 0
  ORDER BY m.line LIMIT 1`;

/** Writing the messages of a file and its place in the queue of routing. Within a write only. */
export interface MessageRows {
  /** The number of the next message: after those of all that are there, and of those people spoke of. */
  nextId(): number;
  /** Numbers them from `firstId` on, or from the next number. */
  add(file: number, messages: readonly PreparedMessage[], firstId?: number): void;
  /**
   * Puts them in the place of those that the file has and that have no event. A line that has a message
   * keeps its number; others are numbered from `firstId` on. Returns the first of those others' lines.
   */
  replace(file: number, messages: readonly PreparedMessage[], firstId: number): number | null;
  /** Keeps them beside the file's own until its new reading is finished. */
  stage(file: number, messages: readonly PreparedMessage[]): void;
  /**
   * Puts the file in line from its first message at or after the line that is not invalid, if there is
   * one; not while the file awaits release.
   */
  enqueue(file: number, fromLine: number): void;
  /** Puts a file in line that was just added with these messages, and is in no line yet. */
  enqueueNew(file: number, messages: readonly PreparedMessage[]): void;
}

/** Prepares the statements that write messages. */
export function messageRows(connection: Connection, word: Intern): MessageRows {
  const { db } = connection;
  const newest = db.prepare<[], number>(selectNewestNumber).pluck();
  const insert = db.prepare<[id: number, ...Columns]>(
    `INSERT INTO messages
       (id, file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const lines = db.prepare<[number], number>("SELECT line FROM messages WHERE file = ?").pluck();
  const revise = db.prepare<[Record<string, string | number | null>]>(reviseMessage);
  const removeAt = db.prepare<[number, number]>(deleteMessageAt);
  const insertStaged = db.prepare<Columns>(
    `INSERT INTO staged_messages
       (file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const firstLine = db.prepare<[number, number], number>(selectFirstLine).pluck();
  const enqueue = db.prepare<[number, number]>(
    `INSERT INTO unrouted (file, next_line) VALUES (?, ?)
     ON CONFLICT (file) DO UPDATE SET next_line = min(next_line, excluded.next_line)`,
  );
  const enqueueNew = db.prepare<[number, number]>(
    "INSERT INTO unrouted (file, next_line) VALUES (?, ?)",
  );

  function columns(file: number, message: PreparedMessage): Columns {
    return [
      file,
      message.line,
      message.lastLine,
      word(message.group),
      message.subjectKind === null ? null : word(message.subjectKind),
      message.subjectKey,
      message.data,
      message.invalid ? 1 : 0,
      message.problems,
    ];
  }

  const nextId = () => (newest.get() ?? 0) + 1;

  function add(file: number, messages: readonly PreparedMessage[], firstId = nextId()): void {
    for (const [index, message] of messages.entries())
      insert.run(firstId + index, ...columns(file, message));
  }

  return {
    nextId,
    add,
    replace(file, messages, firstId) {
      const gone = new Set(lines.all(file));
      const added: PreparedMessage[] = [];
      for (const message of messages) {
        if (gone.delete(message.line)) revise.run(named(columns(file, message)));
        else added.push(message);
      }
      for (const line of gone) removeAt.run(file, line);
      add(file, added, firstId);
      return added[0]?.line ?? null;
    },
    stage(file, messages) {
      for (const message of messages) insertStaged.run(...columns(file, message));
    },
    enqueue(file, fromLine) {
      const line = firstLine.get(file, fromLine);
      if (line !== undefined) enqueue.run(file, line);
    },
    enqueueNew(file, messages) {
      const first = messages.find((message) => !message.invalid);
      if (first !== undefined) enqueueNew.run(file, first.line);
    },
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
