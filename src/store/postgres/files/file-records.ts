import type { FileDecision, FileRecord } from "../../../core/file/file.ts";
import { type FileRow, fileRecord } from "../../rows/file-row.ts";
import { problemsFrom } from "../../rules/files/prepared-file.ts";
import { successorOfRefused } from "../../stuck/successor.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, type RowsByKeys } from "../database/listing.ts";
import { waitingInside } from "./waiting-inside.ts";

/** Counts the events of a file `f` that are not void. */
export const countEvents = `
  (SELECT count(*) FROM messages m JOIN events e ON e.message = m.id
   WHERE m.file = f.id AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq))`;

/** Files with all that is known of them. Void events do not count. */
const selectFiles = `
  SELECT f.id, k.text || '/' || f.tail AS arrival, w.text AS channel, coalesce(f.name, f.tail) AS name,
         c.size AS "sizeBytes", encode(c.hash, 'hex') AS hash, f.state, f.other_file AS "otherFile",
         f.modified_at AS "modifiedAt", f.seen_at AS "seenAt", f.recorded_at AS "recordedAt",
         f.occurred_at AS "occurredAt", f.messages, f.awaiting_release AS "awaitingRelease",
         f.invalid, f.problems,
         j.family, j.flow, j.version, f.file_identifier AS "fileIdentifier", f.created,
         j.from_role AS "fromRole", j.from_participant AS "fromParticipant",
         j.to_role AS "toRole", j.to_participant AS "toParticipant", j.test_flag AS "testFlag",
         coalesce((SELECT n.events FROM event_counts n WHERE n.file = f.id), ${countEvents}) AS events,
         o.container, o.path,
         CASE WHEN f.state = 'rejected' THEN ${successorOfRefused} END AS successor,
         EXISTS (SELECT 1 FROM history_files h WHERE h.file = f.id) AS history,
         (SELECT coalesce(json_agg(i.file), '[]')::text FROM members i WHERE i.container = f.id) AS members,
         ${waitingInside} AS inside
  FROM files f
  JOIN claims k ON k.id = f.claim
  JOIN strings w ON w.id = f.channel
  JOIN content c ON c.id = f.content
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  LEFT JOIN members o ON o.file = f.id
  WHERE f.id ${inKeys} ORDER BY f.id`;

/** What people decided about files. */
const selectDecisions = `
  SELECT file, decision, other, actor, reason, at FROM decisions
  WHERE file ${inKeys} ORDER BY file, id`;

/** The problems of files' messages. */
const selectMessageProblems = `
  SELECT m.file, m.problems FROM messages m JOIN files f ON f.id = m.file
  WHERE m.file ${inKeys} AND m.problems IS NOT NULL AND f.state <> 'rejected'
  ORDER BY m.file, m.line`;

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

  return async (ids) => {
    const keys = JSON.stringify(ids);
    const decisions = Map.groupBy(await decided.all(keys), ({ file }) => file);
    const problems = Map.groupBy(await messageProblems.all(keys), ({ file }) => file);
    return (await select.all(keys)).map((row) => {
      const texts = [row.problems, ...(problems.get(row.id) ?? []).map((found) => found.problems)];
      const found = texts.flatMap((text) => problemsOf(row.id, text));
      return fileRecord(row, found, decisions.get(row.id) ?? []);
    });
  };
}
