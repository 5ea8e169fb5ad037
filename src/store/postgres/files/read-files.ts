import type { FileRecord, FileState, MessageRecord } from "../../../core/file/file.ts";
import { isFromEnd } from "../../../core/list/slice.ts";
import type { FileFilter, FileStore, Recorded } from "../../port/files/file-store.ts";
import type { MessageStore } from "../../port/files/message-store.ts";
import { problemsFrom } from "../../rules/files/prepared-file.ts";
import { problemText } from "../../rules/files/problem-text.ts";
import type { Connection } from "../database/connection.ts";
import {
  inKeys,
  keysPerPage,
  listing,
  listingOf,
  type RowsByKeys,
  upTo,
} from "../database/listing.ts";
import { cutArrival } from "./add-file.ts";
import { lastBefore } from "./last-before.ts";
import {
  envelopeKeysOf,
  type WantedEnvelopeKeys,
  wantedEnvelopeKeys,
} from "./wanted-envelope-keys.ts";

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

/**
 * Whether a file is wanted. No index leads from channels, names and envelope keys to files: only people ask for
 * them, now and then, and every file would pay for it. A walk over a million files takes about a second;
 * a day's is short, since numbers grow with the moments of recording.
 */
const matches = `
  id <= @lastId
  AND (@state::text IS NULL OR state = @state)
  AND (@channel::text IS NULL OR channel = (SELECT id FROM strings WHERE text = @channel))
  AND (@name::text IS NULL OR coalesce(name, tail) = @name)
  AND (@nameHas::text IS NULL OR strpos(lower(coalesce(name, tail)), lower(@nameHas)) > 0)
  AND (@awaitingRelease::bigint IS NULL OR (awaiting_release = 1 AND state = 'recorded'))
  AND ${wantedEnvelopeKeys}`;

const inFilesWith = (codes: string) => `
  id IN (SELECT file FROM found_codes ${codes})
  AND (strpos(problems, @found) > 0
       OR EXISTS (SELECT 1 FROM messages m
                  WHERE m.file = files.id AND strpos(m.problems, @found) > 0))`;

/**
 * Where wanted files are looked for: among all, those in which a code, or any at all, was found, those on
 * hold, and those of a state that few are in.
 */
const among = {
  all: "files WHERE TRUE",
  coded: `files WHERE ${inFilesWith("WHERE code = @code")}`,
  any: `files WHERE ${inFilesWith("")}`,
  awaitingRelease: "files WHERE awaiting_release = 1",
  ofState: "files WHERE state = @state AND state <> 'recorded'",
};

/** Files that a list is of. */
const selectFileIds = (which: keyof typeof among) =>
  `SELECT id FROM ${among[which]} AND id > @after AND ${matches} ORDER BY id LIMIT @limit`;

/** The newest of them. */
const selectNewestFileIds = (which: keyof typeof among) =>
  `SELECT id FROM ${among[which]} AND id > @after AND ${matches} ORDER BY id DESC LIMIT @limit`;

/** When the first file from a number on was recorded. */
const selectFileRecordedAt = "SELECT recorded_at FROM files WHERE id >= ? ORDER BY id LIMIT 1";

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
      db.prepare<[Filter & Bounds & { limit: number }], number>(select(which)).pluck();
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
  const last = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM files").pluck();
  const recordedAt = db.prepare<[number], number>(selectFileRecordedAt).pluck();

  return (filter = {}) => {
    const { limit, since, until } = filter;
    const wanted = filterOf(filter);
    const which = placeOf(filter);
    const lastAt = async (moment: number) =>
      lastBefore(moment, (await last.get()) ?? 0, (id) => recordedAt.get(id));
    const bounds = async (after: number) => ({
      after: Math.max(after, filter.after ?? 0, since === undefined ? 0 : await lastAt(since)),
      lastId: Math.min(
        (filter.before ?? mostId) - 1,
        until === undefined ? mostId : await lastAt(until + 1),
      ),
    });
    if (limit !== undefined) {
      const few = async () => {
        const sought = { ...wanted, ...(await bounds(0)), limit };
        return isFromEnd(filter)
          ? (await newest[which].all(sought)).reverse()
          : await idsAfter[which].all(sought);
      };
      return listingOf(connection, "file", few, filesOf);
    }
    const page = async (after: number) =>
      idsAfter[which].all({ ...wanted, ...(await bounds(after)), limit: keysPerPage });
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

interface Filter extends WantedEnvelopeKeys {
  readonly state: FileState | null;
  readonly channel: string | null;
  readonly name: string | null;
  readonly nameHas: string | null;
  readonly awaitingRelease: 1 | null;
  readonly code: string | null;
  /** How a problem of the code is written; of any code. */
  readonly found: string;
}

interface Bounds {
  readonly after: number;
  readonly lastId: number;
}

/** No file has a number above it. */
const mostId = Number.MAX_SAFE_INTEGER;

function filterOf(filter: FileFilter): Filter {
  const { state = null, channel = null, name = null, nameHas = null, problem } = filter;
  const code = problem === undefined || problem === "any" ? null : problem;
  return {
    state,
    channel,
    name,
    nameHas,
    awaitingRelease: filter.awaitingRelease === true ? 1 : null,
    code,
    found: problemText(code),
    ...envelopeKeysOf(filter),
  };
}

/** Where the files of a filter are found quickest. */
function placeOf({ problem, awaitingRelease, state }: FileFilter): keyof typeof among {
  if (problem !== undefined) return problem === "any" ? "any" : "coded";
  if (awaitingRelease === true) return "awaitingRelease";
  return state === undefined || state === "recorded" ? "all" : "ofState";
}
