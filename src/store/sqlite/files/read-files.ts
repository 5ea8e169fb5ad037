import type { Envelope } from "../../../core/file/envelope.ts";
import type {
  FileDecision,
  FileRecord,
  FileState,
  MessageRecord,
} from "../../../core/file/file.ts";
import type { FileFilter, FileStore, Recorded } from "../../port/files/file-store.ts";
import type { MessageStore } from "../../port/files/message-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing, listingOf, type RowsByKeys } from "../database/listing.ts";
import { cutArrival } from "./file-rows.ts";
import { lastBefore } from "./last-before.ts";
import { fileFirst, problemsFrom } from "./prepared-file.ts";
import { problemText } from "./problem-text.ts";
import { successorOfRefused } from "./successor.ts";
import { waitingInside } from "./waiting-inside.ts";
import { journeysOf, type WantedJourneys, wantedJourneys } from "./wanted-journeys.ts";

/** Counts the events of a file `f` that are not void. */
export const countEvents = `
  (SELECT count(*) FROM messages m JOIN events e ON e.message = m.id
   WHERE m.file = f.id AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq))`;

/** Files with all that is known of them. Void events do not count. */
export const selectFiles = `
  SELECT f.id, k.text || '/' || f.tail AS arrival, w.text AS channel, ifnull(f.name, f.tail) AS name,
         c.size AS sizeBytes, hex(c.hash) AS hash, f.state, f.other_file AS otherFile,
         f.modified_at AS modifiedAt, f.seen_at AS seenAt, f.recorded_at AS recordedAt,
         f.occurred_at AS occurredAt, f.messages, f.on_hold AS onHold,
         iif(f.on_hold, f.messages, f.held) AS held, f.problems,
         j.family, j.flow, j.version, f.file_identifier AS fileIdentifier, f.created,
         j.from_role AS fromRole, j.from_participant AS fromParticipant,
         j.to_role AS toRole, j.to_participant AS toParticipant, j.test_flag AS testFlag,
         ifnull((SELECT n.events FROM event_counts n WHERE n.file = f.id), ${countEvents}) AS events,
         o.container, o.path,
         CASE WHEN f.state = 'rejected' THEN ${successorOfRefused} END AS successor,
         EXISTS (SELECT 1 FROM history_files h WHERE h.file = f.id) AS history,
         (SELECT json_group_array(i.file) FROM members i WHERE i.container = f.id) AS members,
         ${waitingInside} AS inside
  FROM files f
  JOIN claims k ON k.id = f.claim
  JOIN words w ON w.id = f.channel
  JOIN content c ON c.id = f.content
  LEFT JOIN journeys j ON j.id = f.journey
  LEFT JOIN members o ON o.file = f.id
  WHERE f.id ${inKeys} ORDER BY f.id`;

/** What people decided about files. */
export const selectDecisions = `
  SELECT file, decision, other, actor, reason, at FROM decisions
  WHERE file ${inKeys} ORDER BY file, id`;

/** The problems of files' messages. */
export const selectMessageProblems = `
  SELECT m.file, m.problems FROM messages m JOIN files f ON f.id = m.file
  WHERE m.file ${inKeys} AND m.problems IS NOT NULL AND f.state <> 'rejected'
  ORDER BY m.file, m.line`;

/** Finds an arrival by its two parts. */
export const selectArrival = `
  SELECT f.id, f.state, f.other_file AS otherFile
  FROM claims k JOIN files f ON f.claim = k.id WHERE k.text = ? AND f.tail = ?`;

/** Files of a state other than `recorded`, from one on. */
export const selectIdsByState =
  "SELECT id FROM files WHERE state = ? AND state <> 'recorded' AND id > ? ORDER BY id LIMIT ?";

const messagesWhere = (condition: string) => `
  SELECT m.id, m.file, m.line, m.last_line AS lastLine, g.text AS "group", s.text AS subjectKind,
         m.subject_key AS subjectKey, m.data, max(m.held, f.on_hold) AS held, m.problems
  FROM messages m JOIN files f ON f.id = m.file
  JOIN words g ON g.id = m.group_code LEFT JOIN words s ON s.id = m.subject_kind
  WHERE ${condition}`;

/** Messages of one file. */
export const selectMessages = messagesWhere(`m.file = ? AND m.line ${inKeys} ORDER BY m.line`);

/** One message. */
export const selectMessage = messagesWhere("m.id = ?");

/**
 * Whether a file is wanted. No index leads from channels, names and journeys to files: only people ask for
 * them, now and then, and every file would pay for it. A walk over a million files takes about a second;
 * a day's is short, since numbers grow with the moments of recording.
 */
const matches = `
  id <= @lastId
  AND (@state IS NULL OR state = @state)
  AND (@channel IS NULL OR channel = (SELECT id FROM words WHERE text = @channel))
  AND (@name IS NULL OR ifnull(name, tail) = @name)
  AND (@nameHas IS NULL OR instr(lower(ifnull(name, tail)), lower(@nameHas)) > 0)
  AND ${wantedJourneys}`;

const inFilesWith = (codes: string) => `
  id IN (SELECT file FROM found_codes ${codes})
  AND (instr(problems, @found) > 0
       OR EXISTS (SELECT 1 FROM messages m
                  WHERE m.file = files.id AND instr(m.problems, @found) > 0))`;

/** Wanted files from one on: of all, or those in which a code, or any at all, was found. */
const among = { all: "TRUE", coded: inFilesWith("WHERE code = @code"), any: inFilesWith("") };

/** Files that a list is of. */
export const selectFileIds = (which: keyof typeof among) =>
  `SELECT id FROM files WHERE id > @after AND ${matches} AND ${among[which]} ORDER BY id LIMIT @limit`;

/** The newest of them. */
export const selectNewestFileIds = (which: keyof typeof among) =>
  `SELECT id FROM files WHERE id > @after AND ${matches} AND ${among[which]}
   ORDER BY id DESC LIMIT @limit`;

/** When the first file from a number on was recorded. */
export const selectFileRecordedAt =
  "SELECT recorded_at FROM files WHERE id >= ? ORDER BY id LIMIT 1";

interface FileRow
  extends Omit<
    FileRecord,
    | "envelope"
    | "problems"
    | "onHold"
    | "history"
    | "decisions"
    | "container"
    | "members"
    | "inside"
    | "successor"
  > {
  readonly successor: number | null;
  readonly container: number | null;
  readonly path: string | null;
  /** JSON. */
  readonly members: string;
  /** JSON; null where nothing lies in it. */
  readonly inside: string | null;
  readonly onHold: 0 | 1;
  readonly history: 0 | 1;
  readonly problems: string | null;
  readonly family: string | null;
  readonly flow: string | null;
  readonly version: string | null;
  readonly fileIdentifier: string | null;
  readonly created: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly toRole: string | null;
  readonly toParticipant: string | null;
  readonly testFlag: string | null;
}

/** A row of `selectMessages`. */
export interface MessageRow extends Omit<MessageRecord, "held" | "problems"> {
  readonly held: 0 | 1;
  readonly problems: string | null;
}

/** Prepares the reading of files by their numbers. */
export function fileReader(connection: Connection): RowsByKeys<FileRecord> {
  const { db } = connection;
  const select = db.prepare<[string], FileRow>(selectFiles);
  const messageProblems = db.prepare<[string], { file: number; problems: string }>(
    selectMessageProblems,
  );
  const decided = db.prepare<[string], FileDecision & { file: number }>(selectDecisions);

  /** Problems that can be read: a file is shown without the others rather than not at all. */
  function problemsOf(file: number, text: string | null): FileRecord["problems"] {
    try {
      return problemsFrom(text);
    } catch (error) {
      connection.noteDamage(`problems of file ${file}`, error);
      return [];
    }
  }

  return (ids) => {
    const keys = JSON.stringify(ids);
    const decisions = Map.groupBy(decided.all(keys), ({ file }) => file);
    const problems = Map.groupBy(messageProblems.all(keys), ({ file }) => file);
    return select.all(keys).map((row) => {
      const texts = [row.problems, ...(problems.get(row.id) ?? []).map((found) => found.problems)];
      const found = texts.flatMap((text) => problemsOf(row.id, text));
      return fileRecord(row, found, decisions.get(row.id) ?? []);
    });
  };
}

/** Lists files. */
function listed(connection: Connection, filesOf: RowsByKeys<FileRecord>): FileStore["list"] {
  const { db } = connection;
  const statements = (select: typeof selectFileIds) => {
    const of = (which: keyof typeof among) =>
      db.prepare<[Filter & Bounds & { limit: number }], number>(select(which)).pluck();
    return { all: of("all"), coded: of("coded"), any: of("any") };
  };
  const idsAfter = statements(selectFileIds);
  const newest = statements(selectNewestFileIds);
  const last = db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM files").pluck();
  const recordedAt = db.prepare<[number], number>(selectFileRecordedAt).pluck();
  const idsByState = db.prepare<[FileState, number, number], number>(selectIdsByState).pluck();

  return (filter = {}) => {
    const { limit, since, until, problem } = filter;
    const wanted = filterOf(filter);
    const which = problem === undefined ? "all" : problem === "any" ? "any" : "coded";
    const before = (moment: number) =>
      lastBefore(moment, last.get() ?? 0, (id) => recordedAt.get(id));
    const from = () => (since === undefined ? 0 : before(since));
    const lastId = () => (until === undefined ? mostId : before(until + 1));
    if (limit !== undefined)
      return listingOf(
        connection,
        "file",
        () => newest[which].all({ ...wanted, after: from(), lastId: lastId(), limit }).reverse(),
        filesOf,
      );
    const { state } = wanted;
    const oneState = isByStateAlone(filter) && state !== "recorded" ? state : null;
    return listing(
      connection,
      "file",
      (after) =>
        oneState !== null
          ? idsByState.all(oneState, after, keysPerPage)
          : idsAfter[which].all({
              ...wanted,
              after: Math.max(after, from()),
              lastId: lastId(),
              limit: keysPerPage,
            }),
      filesOf,
    );
  };
}

/** Finds which of some arrivals are in the store. */
function arrived(connection: Connection): FileStore["arrivals"] {
  const byArrival = connection.db.prepare<[string, string], Omit<Recorded, "arrival" | "known">>(
    selectArrival,
  );

  return (names) =>
    connection.read(() => {
      const found = new Map<string, Recorded>();
      for (const arrival of names) {
        const { head, tail } = cutArrival(arrival);
        const row = byArrival.get(head, tail);
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

  return (file) =>
    listing(
      connection,
      `message of file ${file}, line`,
      (after) => lines.all(file, after, keysPerPage),
      (some) => messagesAt.all(file, JSON.stringify(some)).map(messageRecord),
    );
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
      get: (id) => connection.readOf(`File ${id}`, () => filesOf([id])[0] ?? null),

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
  return { ...row, held: row.held === 1, problems: problemsFrom(row.problems) };
}

interface Filter extends WantedJourneys {
  readonly state: FileState | null;
  readonly channel: string | null;
  readonly name: string | null;
  readonly nameHas: string | null;
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
    code,
    found: problemText(code),
    ...journeysOf(filter),
  };
}

function isByStateAlone({ limit, state, ...others }: FileFilter): boolean {
  return Object.values(others).every((one) => one === undefined);
}

function fileRecord(
  row: FileRow,
  problems: FileRecord["problems"],
  decisions: FileRecord["decisions"],
): FileRecord {
  return {
    id: row.id,
    arrival: row.arrival,
    channel: row.channel,
    name: row.name,
    sizeBytes: row.sizeBytes,
    hash: row.hash.toLowerCase(),
    state: row.state,
    otherFile: row.otherFile,
    ...(row.successor !== null && { successor: row.successor }),
    modifiedAt: row.modifiedAt,
    seenAt: row.seenAt,
    recordedAt: row.recordedAt,
    envelope: envelopeOf(row),
    occurredAt: row.occurredAt,
    messages: row.messages,
    held: row.held,
    onHold: row.onHold === 1,
    ...(row.history === 1 && { history: true }),
    events: row.events,
    problems: fileFirst(problems),
    decisions: decisions.map(({ decision, other, actor, reason, at }) => ({
      decision,
      other,
      actor,
      reason,
      at,
    })),
    container:
      row.container === null || row.path === null ? null : { file: row.container, path: row.path },
    members: JSON.parse(row.members) as number[],
    ...(row.inside !== null && {
      inside: JSON.parse(row.inside) as NonNullable<FileRecord["inside"]>,
    }),
  };
}

function envelopeOf(row: FileRow): Envelope | null {
  if (row.family === null || row.flow === null) return null;
  return {
    family: row.family,
    flow: row.flow,
    version: row.version,
    fileIdentifier: row.fileIdentifier,
    from: { role: row.fromRole, participant: row.fromParticipant },
    to: { role: row.toRole, participant: row.toParticipant },
    created: row.created,
    testFlag: row.testFlag,
  };
}
