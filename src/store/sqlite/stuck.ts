import { hasError, type Problem } from "../../core/problem.ts";
import type { Store, StuckItem } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import { inKeys, keysPerPage, listing } from "./listing.ts";
import { problemsFrom } from "./prepared-file.ts";
import { selectIdsByState } from "./read-files.ts";

/** Messages held for an error of their own, from one on. */
export const selectHeldIds =
  "SELECT id FROM messages WHERE held = 1 AND id > ? ORDER BY id LIMIT ?";

/** Files that wait whole for a person, from one on. */
export const selectOnHoldIds =
  "SELECT id FROM files WHERE on_hold = 1 AND state = 'recorded' AND id > ? ORDER BY id LIMIT ?";

/** How many things need a person. Messages of a file that does not stand wait with their file. */
export const countStuck = `
  SELECT (SELECT count(*) FROM files WHERE state IN ('rejected', 'conflict') AND state <> 'recorded')
       + (SELECT count(*) FROM files WHERE on_hold = 1 AND state = 'recorded')
       + (SELECT count(*) FROM messages m JOIN files f ON f.id = m.file
          WHERE m.held = 1 AND f.state = 'recorded' AND f.on_hold = 0)
       + (SELECT count(*) FROM failures x JOIN messages m ON m.id = x.message
          JOIN files f ON f.id = m.file WHERE f.state = 'recorded')`;

const selectStuckFile = `
  SELECT f.id AS file, f.recorded_at AS since, ifnull(f.name, f.tail) AS name, f.problems,
         f.other_file AS otherFile
  FROM files f WHERE f.id ${inKeys} ORDER BY f.id`;

const selectHeld = `
  SELECT m.id AS message, f.id AS file, f.recorded_at AS since, ifnull(f.name, f.tail) AS name,
         m.problems
  FROM messages m JOIN files f ON f.id = m.file
  WHERE m.id ${inKeys} AND f.state = 'recorded' AND f.on_hold = 0 ORDER BY m.id`;

const selectFailed = `
  SELECT m.id AS message, f.id AS file, x.at AS since, ifnull(f.name, f.tail) AS name,
         w.text AS processType, x.error
  FROM failures x JOIN words w ON w.id = x.process_type
  JOIN messages m ON m.id = x.message JOIN files f ON f.id = m.file
  WHERE x.message ${inKeys} AND f.state = 'recorded' ORDER BY x.message, x.process_type`;

interface Row {
  readonly file: number;
  readonly since: number;
  readonly name: string;
}
type FileRow = Row & { readonly problems: string | null; readonly otherFile: number | null };
type HeldRow = Row & { readonly message: number; readonly problems: string | null };
type FailedRow = Row & {
  readonly message: number;
  readonly processType: string;
  readonly error: string;
};

/** What needs a person: refused files, conflicts, files on hold, held messages, messages whose routing failed. */
export function stuckItems(connection: Connection): Store["stuck"] {
  const { db } = connection;
  const idsByState = db.prepare<[string, number, number], number>(selectIdsByState).pluck();
  const onHoldIds = db.prepare<[number, number], number>(selectOnHoldIds).pluck();
  const heldIds = db.prepare<[number, number], number>(selectHeldIds).pluck();
  const failedIds = db
    .prepare<[number, number], number>(
      "SELECT DISTINCT message FROM failures WHERE message > ? ORDER BY message LIMIT ?",
    )
    .pluck();
  const file = db.prepare<[string], FileRow>(selectStuckFile);
  const held = db.prepare<[string], HeldRow>(selectHeld);
  const failed = db.prepare<[string], FailedRow>(selectFailed);

  const filesIn = (state: "rejected" | "conflict", item: (row: FileRow) => StuckItem) =>
    listing(
      connection,
      (after) => idsByState.all(state, after, keysPerPage),
      (ids) => file.all(JSON.stringify(ids)).map(item),
    );

  return async function* stuck() {
    yield* filesIn("rejected", rejectedItem);
    yield* filesIn("conflict", conflictItem);
    yield* listing(
      connection,
      (after) => onHoldIds.all(after, keysPerPage),
      (ids) => file.all(JSON.stringify(ids)).map(onHoldItem),
    );
    yield* listing(
      connection,
      (after) => heldIds.all(after, keysPerPage),
      (ids) => held.all(JSON.stringify(ids)).map(heldItem),
    );
    yield* listing(
      connection,
      (after) => failedIds.all(after, keysPerPage),
      (ids) => failed.all(JSON.stringify(ids)).map(failedItem),
    );
  };
}

function rejectedItem({ file, since, name, problems }: FileRow): StuckItem {
  return { kind: "rejected", file, message: null, since, name, reason: firstError(problems) };
}

function conflictItem({ file, since, name, otherFile }: FileRow): StuckItem {
  const reason = `File ${otherFile} stands with the same sender, flow and file identifier but other bytes.`;
  return { kind: "conflict", file, message: null, since, name, reason };
}

function onHoldItem({ file, since, name, problems }: FileRow): StuckItem {
  return { kind: "on-hold", file, message: null, since, name, reason: firstError(problems) };
}

function heldItem({ file, message, since, name, problems }: HeldRow): StuckItem {
  return { kind: "held", file, message, since, name, reason: firstError(problems) };
}

function failedItem({ file, message, since, name, processType, error }: FailedRow): StuckItem {
  return { kind: "failed", file, message, since, name, reason: `${processType}: ${error}` };
}

function firstError(text: string | null): string {
  const errors = problemsFrom(text).filter((problem: Problem) => hasError([problem]));
  const [first, ...others] = errors;
  if (first === undefined) return "No reason was recorded.";
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `${first.message} (${first.code}${more})`;
}
