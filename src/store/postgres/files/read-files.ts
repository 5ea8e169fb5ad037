import type { FileRecord, MessageRecord } from "../../../core/file/file.ts";
import { isFromEnd } from "../../../core/list/slice.ts";
import type { FileStore, Recorded } from "../../port/files/file-store.ts";
import type { MessageStore } from "../../port/files/message-store.ts";
import { upTo } from "../../rows/listed.ts";
import { type FileBounds, type WantedFiles, wantedFilesOf } from "../../rows/wanted-files.ts";
import { cutArrival, problemsFrom } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing, listingOf, type RowsByKeys } from "../database/listing.ts";
import { among, boundingFiles, matches, tableOf } from "./wanted-files.ts";

/** Finds an arrival by its two parts. */
const selectArrival = `
  SELECT f.id, f.state, f.other_file AS "otherFile"
  FROM claims k JOIN files f ON f.claim = k.id WHERE k.text = ? AND f.tail = ?`;

const messagesWhere = (condition: string) => `
  SELECT m.id, m.file, m.line, m.last_line AS "lastLine", g.text AS "group", s.text AS "subjectKind",
         m.subject_key AS "subjectKey", m.data, m.invalid, m.problems
  FROM messages m JOIN files f ON f.id = m.file
  JOIN strings g ON g.id = m.group_code LEFT JOIN strings s ON s.id = m.subject_kind
  WHERE ${condition}`;

/** Messages of one file. */
const selectMessages = messagesWhere(`m.file = ? AND m.line ${inKeys} ORDER BY m.line`);

/** One message. */
export const selectMessage = messagesWhere("m.id = ?");

/** Files that a list is of. */
const selectFileIds = (which: keyof typeof among) =>
  `SELECT id FROM ${among[which]} AND id > @after AND ${matches} ORDER BY id LIMIT @limit`;

/** The newest of them. */
const selectNewestFileIds = (which: keyof typeof among) =>
  `SELECT id FROM ${among[which]} AND id > @after AND ${matches} ORDER BY id DESC LIMIT @limit`;

/** A row of `selectMessages`. */
export interface MessageRow extends Omit<MessageRecord, "invalid" | "problems"> {
  readonly invalid: 0 | 1;
  readonly problems: string | null;
}

/** Lists files. */
function listed(connection: Connection, filesOf: RowsByKeys<FileRecord>): FileStore["list"] {
  const { db } = connection;
  const statements = (select: typeof selectFileIds) => {
    const of = (which: keyof typeof among) =>
      db.prepare<[WantedFiles & FileBounds & { limit: number }], number>(select(which)).pluck();
    return {
      all: of("all"),
      coded: of("coded"),
      any: of("any"),
      awaitingRelease: of("awaitingRelease"),
      ofState: of("ofState"),
    };
  };
  const idsAfter = statements(selectFileIds);
  const newest = statements(selectNewestFileIds);
  const boundsOf = boundingFiles(connection);

  return (filter = {}) => {
    const { limit } = filter;
    const wanted = wantedFilesOf(filter);
    const which = tableOf(filter);
    if (limit !== undefined) {
      const few = async () => {
        const sought = { ...wanted, ...(await boundsOf(filter)), limit };
        return isFromEnd(filter)
          ? (await newest[which].all(sought)).reverse()
          : await idsAfter[which].all(sought);
      };
      return listingOf(connection, "file", few, filesOf);
    }
    const page = async (after: number) =>
      idsAfter[which].all({ ...wanted, ...(await boundsOf(filter, after)), limit: keysPerPage });
    return listing(connection, "file", page, filesOf);
  };
}

/** Finds which of some arrivals are in the store. */
function arrived(connection: Connection): FileStore["arrivals"] {
  const byArrival = connection.db.prepare<[string, string], Omit<Recorded, "arrival" | "known">>(
    selectArrival,
  );

  return (names) =>
    connection.read(async () => {
      const found = new Map<string, Recorded>();
      for (const arrival of names) {
        const { head, tail } = cutArrival(arrival);
        const row = await byArrival.get(head, tail);
        if (row !== undefined) found.set(arrival, { ...row, arrival, known: true });
      }
      return found;
    });
}

/** Lists the messages of a file. */
function messagesOf(connection: Connection): MessageStore["list"] {
  const { db } = connection;
  const lines = db
    .prepare<[number, number, number], number>(
      // A refused file has none, but while it is read again.
      `SELECT m.line FROM files f JOIN messages m ON m.file = f.id
       WHERE f.id = ? AND m.line > ? AND f.state <> 'rejected' ORDER BY m.line LIMIT ?`,
    )
    .pluck();
  const messagesAt = db.prepare<[number, string], MessageRow>(selectMessages);

  return (file, { after: behind = 0, limit } = {}) => {
    const atOnce = Math.min(limit ?? keysPerPage, keysPerPage);
    const found = listing(
      connection,
      `message of file ${file}, line`,
      (after) => lines.all(file, Math.max(after, behind), atOnce),
      async (some) => (await messagesAt.all(file, JSON.stringify(some))).map(messageRecord),
    );
    return upTo(found, limit);
  };
}

/** Reading files and their messages. */
export function readFiles(
  connection: Connection,
  filesOf: RowsByKeys<FileRecord>,
): {
  readonly files: Pick<FileStore, "get" | "list" | "arrivals">;
  readonly messages: Pick<MessageStore, "list">;
} {
  return {
    files: {
      get: (id) => connection.readOf(`File ${id}`, async () => (await filesOf([id]))[0] ?? null),

      list: listed(connection, filesOf),
      arrivals: arrived(connection),
    },
    messages: {
      list: messagesOf(connection),
    },
  };
}

/** The message that a row says. */
export function messageRecord(row: MessageRow): MessageRecord {
  return { ...row, invalid: row.invalid === 1, problems: problemsFrom(row.problems) };
}
