import type { ProcessName } from "../../port/processes/process-store.ts";
import type { Mention, SearchStore, TextRange } from "../../port/search-store.ts";

import type { Connection } from "../database/connection.ts";

const isIn = (text: string) => `${text} >= @from AND ${text} <= @to`;

/** Processes by their keys. */
const selectProcessesFound = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE ${isIn("p.key")} ORDER BY p.key, p.type LIMIT @limit`;

const referenceValue = "substr(g.reference, strpos(g.reference, ':') + 1)";

/** Processes by what else they go by, without its kind: `R-1` of `registration:R-1`. */
const selectProcessesGoingBy = `
  SELECT p.id AS process, w.text AS type, p.key
  FROM goes_by g JOIN processes p ON p.id = g.process JOIN strings w ON w.id = p.type
  WHERE ${isIn(referenceValue)} AND NOT (${isIn("p.key")})
  ORDER BY ${referenceValue} LIMIT @limit`;

/**
 * Where a subject is named and no process of that key tells of it. A row whose message says otherwise by now
 * is out of date; of one that became an event there, the process tells.
 */
const selectMentions = `
  SELECT n.key, n.file, n.line, m.id AS message
  FROM mentions n JOIN files f ON f.id = n.file
  LEFT JOIN messages m ON m.file = n.file AND m.line = n.line AND f.state <> 'rejected'
  WHERE ${isIn("n.key")} AND f.state <> 'recording'
    AND (f.state = 'rejected' OR m.subject_key = n.key)
    AND NOT EXISTS (SELECT 1 FROM events e JOIN processes p ON p.id = e.process
                    WHERE e.message = m.id AND p.key = n.key)
  ORDER BY n.key DESC, n.file DESC, n.line DESC LIMIT @limit`;

/** Messages about a subject that wait for routing: a walk along the queue, which is short but for a backlog. */
const selectUnroutedMentions = `
  SELECT m.subject_key AS key, m.file, m.line, m.id AS message
  FROM unrouted u JOIN messages m ON m.file = u.file AND m.line >= u.next_line
  WHERE m.invalid = 0 AND ${isIn("m.subject_key")}
    AND NOT EXISTS (SELECT 1 FROM events e JOIN processes p ON p.id = e.process
                    WHERE e.message = m.id AND p.key = m.subject_key)
  LIMIT @limit`;

/** Commands that came to nothing. */
const selectCommandsFound = `
  SELECT id FROM commands
  WHERE ${isIn("process_key")} AND outcome <> 'recorded' ORDER BY process_key DESC, id DESC LIMIT @limit`;

/** Files by the names that they came by. */
const selectFilesNamed = `
  SELECT id FROM files WHERE ${isIn("coalesce(name, tail)")} AND state <> 'recording'
  ORDER BY coalesce(name, tail) DESC, id DESC LIMIT @limit`;

/** Files by the identifiers in their headers. */
const selectFilesIdentified = `
  SELECT id FROM files WHERE ${isIn("file_identifier")} AND state <> 'recording'
  ORDER BY file_identifier DESC, id DESC LIMIT @limit`;

/** Files by what others call them: the transaction ids of a platform. */
const selectFilesCalled = `
  SELECT o.file FROM other_identifiers o
  WHERE ${isIn("o.identifier")}
    AND EXISTS (SELECT 1 FROM files f WHERE f.id = o.file AND f.state <> 'recording')
  ORDER BY o.identifier DESC, o.file DESC LIMIT @limit`;

/** Files of ours by the names that we gave them. */
const selectOutboundNamed = `
  SELECT id FROM outbound WHERE ${isIn("name")} ORDER BY name DESC, id DESC LIMIT @limit`;

/** Files of ours by the identifiers in their headers. */
const selectOutboundIdentified = `
  SELECT id FROM outbound WHERE ${isIn("file_identifier")}
  ORDER BY file_identifier DESC, id DESC LIMIT @limit`;

/** Files that a process sent something in. */
const selectOutboundOfKey = `
  SELECT DISTINCT x.outbound
  FROM processes p JOIN outbound_messages x ON x.process = p.id
  WHERE ${isIn("p.key")} AND x.outbound IS NOT NULL
  ORDER BY x.outbound DESC LIMIT @limit`;

/** Files that name a subject which no process of that key sent them for. */
const selectOutboundMentions = `
  SELECT outbound FROM outbound_mentions WHERE ${isIn("key")}
  ORDER BY key DESC, outbound DESC LIMIT @limit`;

/** How much a process has to send that is in no file yet. */
const countWaitingOfKey = `
  SELECT count(*)
  FROM processes p JOIN outbound_messages x ON x.process = p.id
  WHERE ${isIn("p.key")} AND x.state IN ('waiting', 'stuck')`;

interface Wanted extends TextRange {
  readonly limit: number;
}

/** Finding things by what people and partners call them, each by an index. */
export function findThings(connection: Connection): SearchStore {
  const { db } = connection;
  const ids = (sql: string) => db.prepare<[Wanted], number>(sql).pluck();
  const processes = db.prepare<[Wanted], ProcessName>(selectProcessesFound);
  const goingBy = db.prepare<[Wanted], ProcessName>(selectProcessesGoingBy);
  const mentioned = db.prepare<[Wanted], Mention>(selectMentions);
  const unrouted = db.prepare<[Wanted], Mention>(selectUnroutedMentions);
  const commands = ids(selectCommandsFound);
  const filesNamed = ids(selectFilesNamed);
  const filesIdentified = ids(selectFilesIdentified);
  const filesCalled = ids(selectFilesCalled);
  const outboundNamed = ids(selectOutboundNamed);
  const outboundIdentified = ids(selectOutboundIdentified);
  const outboundOf = ids(selectOutboundOfKey);
  const outboundAbout = ids(selectOutboundMentions);
  const waiting = db.prepare<[TextRange], number>(countWaitingOfKey).pluck();
  return {
    find: ({ range: { from, to }, limit }) =>
      connection.read(async () => {
        const wanted = { from, to, limit };
        const named = [...(await unrouted.all(wanted)), ...(await mentioned.all(wanted))];
        return {
          processes: await processes.all(wanted),
          processesGoingBy: oncePerProcess(await goingBy.all(wanted)),
          mentions: onceEach(named).slice(0, limit),
          commands: await commands.all(wanted),
          filesNamed: await filesNamed.all(wanted),
          filesIdentified: [
            ...new Set([
              ...(await filesIdentified.all(wanted)),
              ...(await filesCalled.all(wanted)),
            ]),
          ].slice(0, limit),
          outboundNamed: await outboundNamed.all(wanted),
          outboundIdentified: await outboundIdentified.all(wanted),
          // How keys begin may be true of every process: then their files are too many to look at.
          outboundOf: from === to ? await outboundOf.all(wanted) : [],
          outboundAbout: await outboundAbout.all(wanted),
          waiting: from === to ? ((await waiting.get({ from, to })) ?? 0) : 0,
        };
      }),
  };
}

/** A process may go by several references of one value. */
function oncePerProcess(found: readonly ProcessName[]): ProcessName[] {
  return [...new Map(found.map((one) => [one.process, one])).values()];
}

/** A message that is in line once more may be noted from before. */
function onceEach(named: readonly Mention[]): Mention[] {
  return [...new Map(named.map((one) => [`${one.file} ${one.line}`, one])).values()];
}
