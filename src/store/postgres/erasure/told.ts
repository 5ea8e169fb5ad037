import { createHash } from "node:crypto";
import type { ErasureStore, OwnData, ToldContent, ToldOf } from "../../port/erasure-store.ts";
import type { ProcessName } from "../../port/processes/process-store.ts";
import type { Connection } from "../database/connection.ts";
import { flatMapInTurn } from "../database/in-turn.ts";
import { inKeys } from "../database/listing.ts";

/** The processes of a key, and those that go by it. */
const selectErasedProcesses = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE p.key = @key
  UNION SELECT p.id, w.text, p.key FROM goes_by g JOIN processes p ON p.id = g.process
  JOIN strings w ON w.id = p.type
  WHERE substr(g.reference, strpos(g.reference, ':') + 1) = @key ORDER BY process`;

/** Every event of some processes, from the last to the first. */
export const chainsOf = `
  WITH RECURSIVE chain (seq, previous, message, process) AS (
    SELECT e.seq, e.previous, e.message, e.process FROM processes p
    JOIN events e ON e.seq = p.last_event WHERE p.id ${inKeys}
    UNION ALL
    SELECT e.seq, e.previous, e.message, e.process FROM chain c JOIN events e ON e.seq = c.previous)`;

/**
 * Lines about a subject: of its processes' messages, and those that name it elsewhere. In one order: the server plans
 * a read and a write otherwise, and what was found by the one is compared with what the other finds.
 */
const selectLines = `
  ${chainsOf}
  SELECT m.file, m.line FROM (SELECT DISTINCT message FROM chain) c JOIN messages m ON m.id = c.message
  UNION SELECT file, line FROM mentions WHERE key = ?
  UNION SELECT m.file, m.line FROM unrouted u JOIN messages m ON m.file = u.file
  WHERE m.subject_key = ? ORDER BY file, line`;

/** Files, those that were found to be the same as one of them, and what any of them lay in. */
const selectFamily = `
  WITH RECURSIVE alike (file) AS (
    SELECT json_array_elements_text(@files::json)::bigint
    UNION SELECT f.id FROM files f WHERE f.state <> 'recorded'
      AND f.other_file IN (SELECT json_array_elements_text(@files::json)::bigint)),
  up (file) AS (SELECT file FROM alike UNION SELECT m.container FROM up JOIN members m ON m.file = up.file)
  SELECT f.id AS file, f.content, f.state, f.awaiting_release AS awaits,
         EXISTS (SELECT 1 FROM unrouted u WHERE u.file = f.id)
           OR EXISTS (SELECT 1 FROM unfinished u WHERE u.file = f.id) AS "isUnderWay"
  FROM up JOIN files f ON f.id = up.file ORDER BY f.id`;

/** Outbound files of some processes, or names the subject. */
const selectOutbound = `
  SELECT o.id, o.content, o.state FROM outbound o WHERE o.id IN (
    SELECT x.outbound FROM outbound_messages x WHERE x.process ${inKeys} AND x.outbound IS NOT NULL
    UNION SELECT outbound FROM outbound_mentions WHERE key = ?) ORDER BY o.id`;

const selectContents = `
  SELECT c.id AS content, encode(c.hash, 'hex') AS hash, c.size AS "sizeBytes",
         x.content IS NOT NULL AS "isErased",
         coalesce(x.whole, 0) = 1
           OR (coalesce(r.retention, l.retention) IS NOT NULL AND coalesce(r.pack, l.pack) IS NULL) AS "isGone"
  FROM content c LEFT JOIN erased_contents x ON x.content = c.id
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle LEFT JOIN retired_blobs l ON l.content = c.id
  WHERE c.id ${inKeys} ORDER BY c.id`;

const selectOpenActions = `
  ${chainsOf}
  SELECT a.id || ' is ' || a.state FROM chain c JOIN actions a ON a.event = c.seq
  WHERE a.state IN ('planned', 'running', 'failed', 'needs-review') ORDER BY a.id`;

const selectOpenMessages = `
  SELECT x.id || ' is ' || x.state FROM outbound_messages x
  WHERE x.process ${inKeys} AND x.state IN ('waiting', 'stuck') ORDER BY x.id`;

/** Data that no message of a file has: [1] processes, [2] the key. */
const selectOwn: Readonly<Record<string, string>> = {
  event: `${chainsOf}
    SELECT 'event' AS of, w.text AS "processType", t.text AS name, d.data FROM chain c
    JOIN events e ON e.seq = c.seq JOIN strings w ON w.id = e.process_type JOIN strings t ON t.id = e.type
    JOIN (SELECT seq AS event, data FROM events UNION ALL SELECT event, data FROM revisions) d
      ON d.event = c.seq WHERE d.data IS NOT NULL`,
  message: `${chainsOf}
    SELECT 'message' AS of, '' AS "processType", k.flow || ' ' || coalesce(k.version, '') AS name, m.data
    FROM (SELECT DISTINCT message FROM chain) c JOIN messages m ON m.id = c.message
    JOIN files f ON f.id = m.file JOIN envelope_keys k ON k.id = f.envelope_key`,
  command: `
    SELECT 'command' AS of, w.text AS "processType", n.text AS name, c.data
    FROM processes p
    JOIN commands c ON c.process_key = p.key AND c.process_type = p.type
    JOIN strings w ON w.id = c.process_type JOIN strings n ON n.id = c.name WHERE p.id ${inKeys}`,
  outbound: `
    SELECT 'outbound' AS of, '' AS "processType", q.flow AS name, x.data
    FROM outbound_messages x
    JOIN outbound_queues q ON q.id = x.queue WHERE x.process ${inKeys}`,
};

/** Messages by file and line that are no events of it: invalid ones, say. */
const selectOwnLines = `
  SELECT 'message' AS of, '' AS "processType", k.flow || ' ' || coalesce(k.version, '') AS name, m.data
  FROM json_array_elements(?::json) l
  JOIN messages m ON m.file = (l.value ->> 0)::bigint AND m.line = (l.value ->> 1)::bigint
  JOIN files f ON f.id = m.file JOIN envelope_keys k ON k.id = f.envelope_key`;

/** Of a subject whose events are not all built, nobody can say what follows. */
const selectUnbuilt = `
  SELECT count(*) FROM processes p
  WHERE p.id ${inKeys} AND p.last_event > (SELECT seq FROM build_cursor)`;

/** Changes with everything that is looked at. */
const selectMark = `
  SELECT coalesce(json_agg(p.last_event ORDER BY p.id)::text, '[]') || coalesce((SELECT max(id) FROM revisions), 0) || ' '
    || coalesce((SELECT max(id) FROM readings), 0) || ' ' || coalesce((SELECT max(id) FROM erasures), 0)
  FROM processes p WHERE p.id ${inKeys}`;

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
export function findTold({ db }: Connection): (key: string) => Promise<ToldOf> {
  const processes = db.prepare<[{ key: string }], ProcessName>(selectErasedProcesses);
  const lines = db.prepare<[string, string, string], { file: number; line: number }>(selectLines);
  const family = db.prepare<[{ files: string }], FileRow>(selectFamily);
  const outbound = db.prepare<[string, string], OutboundRow>(selectOutbound);
  const contents = db.prepare<[string], ContentRow>(selectContents);
  const mark = db.prepare<[string], string>(selectMark).pluck();
  const ownLines = db.prepare<[string], OwnData>(selectOwnLines);
  const openOf = openWork(db);
  const own = Object.values(selectOwn).map((sql) => db.prepare<[string], OwnData>(sql));

  return async (key) => {
    const found = await processes.all({ key });
    const ids = JSON.stringify(found.map(({ process }) => process));
    const places = await lines.all(ids, key, key);
    const byFile = Map.groupBy(places, ({ file }) => file);
    const files = await family.all({ files: JSON.stringify([...byFile.keys()]) });
    const leaving = await outbound.all(ids, key);
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
    const rows = await contents.all(JSON.stringify([...told.keys()]));
    const all = rows.flatMap(({ isGone, isErased, ...row }) => {
      const one = told.get(row.content);
      if (one === undefined) return [];
      return [{ ...one, ...row, isGone: isGone === 1, isErased: isErased === 1 }];
    });
    const data = [
      ...(await flatMapInTurn(own, (statement) => statement.all(ids))),
      ...(await ownLines.all(JSON.stringify(places.map(({ file, line }) => [file, line])))),
    ];
    const open = await openOf(ids, files, leaving);
    const marked = JSON.stringify([
      await mark.get(ids),
      files,
      leaving,
      rows,
      [...byFile],
      data.length,
    ]);
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

/** Finds what is not over of a subject, as people call it. */
function openWork(db: Connection["db"]) {
  const openActions = db.prepare<[string], string>(selectOpenActions).pluck();
  const openMessages = db.prepare<[string], string>(selectOpenMessages).pluck();
  const unbuilt = db.prepare<[string], number>(selectUnbuilt).pluck();
  return async (
    ids: string,
    files: readonly FileRow[],
    leaving: readonly OutboundRow[],
  ): Promise<string[]> => [
    ...(((await unbuilt.get(ids)) ?? 0) > 0 ? ["its events are not all built"] : []),
    ...openFiles(files),
    ...(await openActions.all(ids)).map((one) => `action ${one}`),
    ...(await openMessages.all(ids)).map((one) => `outbound message ${one}`),
    ...leaving
      .filter(({ state }) => state !== "delivered" && state !== "cancelled")
      .map(({ id, state }) => `outbound ${id} is ${state}`),
  ];
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
