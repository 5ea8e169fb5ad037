import type { StuckKind } from "../../../core/stuck/stuck-kinds.ts";
import { conflictingFile, type StuckFileRow, stuckFile } from "../../rules/stuck/of-files.ts";
import { inKeys } from "../database/listing.ts";
import { selectIdsByState } from "../files/read-files.ts";
import { successorOfRefused } from "../files/successor.ts";
import { grouped, type StuckSource, sameError } from "./source.ts";

const rowsFrom = (files: string, condition: string, same: string) => `
  SELECT f.id AS number, f.recorded_at AS since, ifnull(f.name, f.tail) AS name, f.problems,
         f.other_file AS otherFile, j.flow, ${same} AS same
  FROM ${files} LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE ${condition}`;

const byError = `json_array(j.flow, ${sameError("f.problems")})`;

function filesWhere(index: string, condition: string, same = byError) {
  return {
    rows: `${rowsFrom("files f", `f.id ${inKeys} AND ${condition}`, same)} ORDER BY f.id`,
    groups: grouped(rowsFrom(`files f INDEXED BY ${index}`, condition, same)),
  };
}

const isAlone = `${successorOfRefused} IS NULL`;

/** Files refused whole, but for those in whose place a corrected one stands. */
export const rejectedFiles: StuckSource<StuckFileRow> = {
  kind: "rejected",
  among: `files f INDEXED BY files_refused WHERE f.state = 'rejected' AND ${isAlone}`,
  keys: `
    SELECT f.id FROM files f INDEXED BY files_refused
    WHERE f.state = 'rejected' AND f.id > ? AND ${isAlone} ORDER BY f.id LIMIT ?`,
  ...filesWhere("files_refused", `f.state = 'rejected' AND ${isAlone}`),
  found: (row) => stuckFile("rejected", row),
};

/** Files at odds with one that stands. */
export const conflictingFiles: StuckSource<StuckFileRow> = {
  kind: "conflict",
  among: "files WHERE state = 'conflict' AND state <> 'recorded'",
  keys: selectIdsByState.replace("state = ?", "state = 'conflict'"),
  ...filesWhere("files_by_state", "f.state = 'conflict' AND f.state <> 'recorded'", "j.flow"),
  found: conflictingFile,
};

const awaiting: StuckKind = "awaiting-release";

/** Files that wait whole for a person. */
export const filesAwaitingRelease: StuckSource<StuckFileRow> = {
  kind: awaiting,
  among: "files WHERE awaiting_release = 1 AND state = 'recorded'",
  keys: "SELECT id FROM files WHERE awaiting_release = 1 AND state = 'recorded' AND id > ? ORDER BY id LIMIT ?",
  ...filesWhere("files_awaiting_release", "f.awaiting_release = 1 AND f.state = 'recorded'"),
  found: (row) => stuckFile(awaiting, row),
};
