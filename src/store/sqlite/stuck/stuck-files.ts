import { isHalfHourly } from "../../../core/file/half-hourly.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kinds.ts";
import { inKeys } from "../database/listing.ts";
import { selectIdsByState } from "../files/read-files.ts";
import { successorOfRefused } from "../files/successor.ts";
import { problemReason, problemTitle, type StuckSource } from "./source.ts";

interface FileRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly problems: string | null;
  readonly otherFile: number | null;
  readonly flow: string | null;
}

const rowsWhere = (condition: string) => `
  SELECT f.id AS number, f.recorded_at AS since, ifnull(f.name, f.tail) AS name, f.problems,
         f.other_file AS otherFile, j.flow
  FROM files f LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id ${inKeys} AND ${condition} ORDER BY f.id`;

const isAlone = `${successorOfRefused} IS NULL`;

/** Files refused whole, but for those in whose place a corrected one stands. */
export const rejectedFiles: StuckSource<FileRow> = {
  kind: "rejected",
  count: `SELECT count(*) FROM files f INDEXED BY files_refused WHERE f.state = 'rejected' AND ${isAlone}`,
  keys: `
    SELECT f.id FROM files f INDEXED BY files_refused
    WHERE f.state = 'rejected' AND f.id > ? AND ${isAlone} ORDER BY f.id LIMIT ?`,
  rows: rowsWhere(`f.state = 'rejected' AND ${isAlone}`),
  found: (row) => found("rejected", row),
};

/** Files at odds with one that stands. */
export const conflictingFiles: StuckSource<FileRow> = {
  kind: "conflict",
  count: "SELECT count(*) FROM files WHERE state = 'conflict' AND state <> 'recorded'",
  keys: selectIdsByState.replace("state = ?", "state = 'conflict'"),
  rows: rowsWhere("f.state = 'conflict'"),
  found: (row) => ({
    ...found("conflict", row, `another file of ${row.flow ?? "its kind"} has its identifier`),
    reason: `File ${row.otherFile} stands with the same ${sharedBy(row.flow)} but other bytes.`,
  }),
};

/** Files that wait whole for a person. */
export const filesAwaitingRelease: StuckSource<FileRow> = {
  kind: "awaiting-release",
  count: "SELECT count(*) FROM files WHERE awaiting_release = 1 AND state = 'recorded'",
  keys: "SELECT id FROM files WHERE awaiting_release = 1 AND state = 'recorded' AND id > ? ORDER BY id LIMIT ?",
  rows: rowsWhere("f.awaiting_release = 1 AND f.state = 'recorded'"),
  found: (row) => found("awaiting-release", row),
};

/** What two files in conflict share: references of half-hourly settlement are of all interfaces. */
function sharedBy(flow: string | null): string {
  return flow !== null && isHalfHourly(flow)
    ? "sender and senderUniqueReference, which is one message's, whatever its interface,"
    : "sender, flow and file identifier";
}

function found(
  kind: StuckKind,
  { number, since, name, problems, flow }: FileRow,
  title = problemTitle(problems, flow),
) {
  return {
    number,
    item: `file ${number}`,
    cause: causeOf(kind, title),
    file: number,
    message: null,
    since,
    name,
    reason: problemReason(problems),
  };
}
