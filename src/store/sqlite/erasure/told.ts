import { createHash } from "node:crypto";
import type { ErasureStore, OwnData, ToldContent, ToldOf } from "../../port/erasure-store.ts";
import type { ProcessName } from "../../port/processes/process-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";

/** The processes of a key, and those that go by it. */
const selectErasedProcesses = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE p.key = @key
  UNION SELECT p.id, w.text, p.key FROM goes_by g JOIN processes p ON p.id = g.process
  JOIN strings w ON w.id = p.type
  WHERE substr(g.reference, instr(g.reference, ':') + 1) = @key ORDER BY process`;

/** Every event of some processes, from the last to the first. */
export const chainsOf = `
  WITH RECURSIVE chain (seq, previous, message, process) AS (
    SELECT e.seq, e.previous, e.message, e.process FROM json_each(?) k
    CROSS JOIN processes p ON p.id = k.value JOIN events e ON e.seq = p.last_event
    UNION ALL
    SELECT e.seq, e.previous, e.message, e.process FROM chain c JOIN events e ON e.seq = c.previous)`;

/** Lines about a subject: of its processes' messages, and those that name it elsewhere. */
const selectLines = `
  ${chainsOf}
  SELECT m.file, m.line FROM (SELECT DISTINCT message FROM chain) c JOIN messages m ON m.id = c.message
  UNION SELECT file, line FROM mentions WHERE key = ?
  UNION SELECT m.file, m.line FROM unrouted u CROSS JOIN messages m ON m.file = u.file
  WHERE m.subject_key = ?`;

/** Files, those that were found to be the same as one of them, and what any of them lay in. */
const selectFamily = `
  WITH RECURSIVE alike (file) AS (
    SELECT value FROM json_each(@files)
    UNION SELECT f.id FROM files f WHERE f.state <> 'recorded'
      AND f.other_file IN (SELECT value FROM json_each(@files))),
  up (file) AS (SELECT file FROM alike UNION SELECT m.container FROM up JOIN members m ON m.file = up.file)
  SELECT f.id AS file, f.content, f.state, f.awaiting_release AS awaits,
         EXISTS (SELECT 1 FROM unrouted u WHERE u.file = f.id)
           OR EXISTS (SELECT 1 FROM unfinished u WHERE u.file = f.id) AS isUnderWay
  FROM up JOIN files f ON f.id = up.file ORDER BY f.id`;

/** Outbound files of some processes, or names the subject. */
const selectOutbound = `
  SELECT o.id, o.content, o.state FROM outbound o WHERE o.id IN (
    SELECT x.outbound FROM json_each(?) k CROSS JOIN outbound_messages x ON x.process = k.value
    WHERE x.outbound IS NOT NULL
    UNION SELECT outbound FROM outbound_mentions WHERE key = ?) ORDER BY o.id`;

const selectContents = `
  SELECT c.id AS content, lower(hex(c.hash)) AS hash, c.size AS sizeBytes,
         x.content IS NOT NULL AS isErased,
         ifnull(x.whole, 0) = 1
           OR (ifnull(r.retention, l.retention) IS NOT NULL AND ifnull(r.pack, l.pack) IS NULL) AS isGone
  FROM content c LEFT JOIN erased_contents x ON x.content = c.id
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle LEFT JOIN retired_blobs l ON l.content = c.id
  WHERE c.id ${inKeys} ORDER BY c.id`;

const selectOpenActions = `
  ${chainsOf}
  SELECT a.id || ' is ' || a.state FROM chain c CROSS JOIN actions a ON a.event = c.seq
  WHERE a.state IN ('planned', 'running', 'failed', 'needs-review') ORDER BY a.id`;

const selectOpenMessages = `
  SELECT x.id || ' is ' || x.state FROM json_each(?) k
  CROSS JOIN outbound_messages x ON x.process = k.value
  WHERE x.state IN ('waiting', 'stuck') ORDER BY x.id`;

/** Data that no message of a file has: [1] processes, [2] the key. */
const selectOwn: Readonly<Record<string, string>> = {
  event: `${chainsOf}
    SELECT 'event' AS of, w.text AS processType, t.text AS name, d.data FROM chain c
    JOIN events e ON e.seq = c.seq JOIN strings w ON w.id = e.process_type JOIN strings t ON t.id = e.type
    JOIN (SELECT seq AS event, data FROM events UNION ALL SELECT event, data FROM revisions) d
      ON d.event = c.seq WHERE d.data IS NOT NULL`,
  message: `${chainsOf}
    SELECT 'message' AS of, '' AS processType, k.flow || ' ' || ifnull(k.version, '') AS name, m.data
    FROM (SELECT DISTINCT message FROM chain) c JOIN messages m ON m.id = c.message
    JOIN files f ON f.id = m.file JOIN envelope_keys k ON k.id = f.envelope_key`,
  command: `
    SELECT 'command' AS of, w.text AS processType, n.text AS name, c.data
    FROM json_each(?) k CROSS JOIN processes p ON p.id = k.value
    CROSS JOIN commands c ON c.process_key = p.key AND c.process_type = p.type
    JOIN strings w ON w.id = c.process_type JOIN strings n ON n.id = c.name`,
  outbound: `
    SELECT 'outbound' AS of, '' AS processType, q.flow AS name, x.data
    FROM json_each(?) k CROSS JOIN outbound_messages x ON x.process = k.value
    JOIN outbound_queues q ON q.id = x.queue`,
};

/** Messages by file and line that are no events of it: invalid ones, say. */
const selectOwnLines = `
  SELECT 'message' AS of, '' AS processType, k.flow || ' ' || ifnull(k.version, '') AS name, m.data
  FROM json_each(?) l CROSS JOIN messages m ON m.file = l.value ->> 0 AND m.line = l.value ->> 1
  JOIN files f ON f.id = m.file JOIN envelope_keys k ON k.id = f.envelope_key`;

/** Of a subject whose events are not all built, nobody can say what follows. */
const selectUnbuilt = `
  SELECT count(*) FROM json_each(?) k CROSS JOIN processes p ON p.id = k.value
  WHERE p.last_event > (SELECT seq FROM build_cursor)`;

/** Changes with everything that is looked at. */
const selectMark = `
  SELECT json_group_array(p.last_event) || ifnull((SELECT max(id) FROM revisions), 0) || ' '
    || ifnull((SELECT max(id) FROM readings), 0) || ' ' || ifnull((SELECT max(id) FROM erasures), 0)
  FROM json_each(?) k CROSS JOIN processes p ON p.id = k.value`;

interface FileRow {
  readonly file: number;
  readonly content: number;
  readonly state: string;
  readonly awaits: 0 | 1;
  readonly isUnderWay: 0 | 1;
}

interface ContentRow extends Pick<ToldContent, "content" | "hash" | "sizeBytes"> {
  readonly isGone: 0 | 1;
  readonly isErased: 0 | 1;
}

interface OutboundRow {
  readonly id: number;
  readonly content: number;
  readonly state: string;
}

/** Finds everything about a subject. Within a read or a write only. */
export function findTold({ db }: Connection): (key: string) => ToldOf {
  const processes = db.prepare<[{ key: string }], ProcessName>(selectErasedProcesses);
  const lines = db.prepare<[string, string, string], { file: number; line: number }>(selectLines);
  const family = db.prepare<[{ files: string }], FileRow>(selectFamily);
  const outbound = db.prepare<[string, string], OutboundRow>(selectOutbound);
  const contents = db.prepare<[string], ContentRow>(selectContents);
  const openActions = db.prepare<[string], string>(selectOpenActions).pluck();
  const openMessages = db.prepare<[string], string>(selectOpenMessages).pluck();
  const unbuilt = db.prepare<[string], number>(selectUnbuilt).pluck();
  const mark = db.prepare<[string], string>(selectMark).pluck();
  const ownLines = db.prepare<[string], OwnData>(selectOwnLines);
  const own = Object.values(selectOwn).map((sql) => db.prepare<[string], OwnData>(sql));

  return (key) => {
    const found = processes.all({ key });
    const ids = JSON.stringify(found.map(({ process }) => process));
    const places = lines.all(ids, key, key);
    const byFile = Map.groupBy(places, ({ file }) => file);
    const files = family.all({ files: JSON.stringify([...byFile.keys()]) });
    const leaving = outbound.all(ids, key);
    const told = new Map<number, Pick<ToldContent, "content" | "of" | "lines">>();
    for (const { file, content } of files) {
      const before = told.get(content);
      const some = (byFile.get(file) ?? []).map(({ line }) => line);
      told.set(content, {
        content,
        of: before?.of ?? { kind: "file", id: file },
        lines: [...new Set([...(before?.lines ?? []), ...some])],
      });
    }
    for (const { id, content } of leaving)
      if (!told.has(content))
        told.set(content, { content, of: { kind: "outbound", id }, lines: [] });
    const rows = contents.all(JSON.stringify([...told.keys()]));
    const all = rows.flatMap(({ isGone, isErased, ...row }) => {
      const one = told.get(row.content);
      if (one === undefined) return [];
      return [{ ...one, ...row, isGone: isGone === 1, isErased: isErased === 1 }];
    });
    const data = [
      ...own.flatMap((statement) => statement.all(ids)),
      ...ownLines.all(JSON.stringify(places.map(({ file, line }) => [file, line]))),
    ];
    const open = [
      ...((unbuilt.get(ids) ?? 0) > 0 ? ["its events are not all built"] : []),
      ...openFiles(files),
      ...openActions.all(ids).map((one) => `action ${one}`),
      ...openMessages.all(ids).map((one) => `outbound message ${one}`),
      ...leaving
        .filter(({ state }) => state !== "delivered" && state !== "cancelled")
        .map(({ id, state }) => `outbound ${id} is ${state}`),
    ];
    const marked = JSON.stringify([mark.get(ids), files, leaving, rows, [...byFile], data.length]);
    return {
      key,
      processes: found,
      contents: all,
      own: data,
      open,
      mark: createHash("sha256").update(marked).digest("hex"),
    };
  };
}

function openFiles(files: readonly FileRow[]): string[] {
  return files.flatMap(({ file, state, awaits, isUnderWay }) => [
    ...(state === "conflict" ? [`file ${file} is in conflict`] : []),
    ...(awaits === 1 && state === "recorded" ? [`file ${file} awaits release`] : []),
    ...(isUnderWay === 1 || state === "recording" ? [`file ${file} is not taken in yet`] : []),
  ]);
}

/** Finds everything about a subject. */
export function toldOf(connection: Connection): ErasureStore["about"] {
  const find = findTold(connection);
  return (key) => connection.read(() => find(key));
}
