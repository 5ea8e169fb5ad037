import type { FileRecord, FileState } from "../../core/file.ts";
import { type ConflictDecision, type Store, StoreError } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import { selectSameBytes } from "./file-rows.ts";
import type { RowsOf } from "./listing.ts";
import { deleteMessages } from "./message-rows.ts";
import type { RecordTables } from "./record-files.ts";
import type { RevisionRows } from "./revision-rows.ts";

interface Row {
  readonly state: FileState;
  readonly content: number;
  readonly otherFile: number | null;
}

/** A person settles a conflict: one transaction, whatever it takes. */
export function decideConflict(
  connection: Connection,
  tables: RecordTables,
  revise: RevisionRows,
  filesOf: RowsOf<FileRecord>,
): Store["decideConflict"] {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    "SELECT state, content, other_file AS otherFile FROM files WHERE id = ?",
  );
  const sameBytes = db.prepare<[number], number>(selectSameBytes).pluck();
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");
  const removeMessages = db.prepare<[number, number]>(deleteMessages);
  const note = db.prepare<[number, number | null, ConflictDecision, string, string, number]>(
    "INSERT INTO decisions (file, other, decision, actor, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
  );

  /** Makes the file stand, or a sighting of the file that meanwhile stands with its bytes. */
  function stand(file: number, row: Row): void {
    const first = sameBytes.get(row.content);
    if (first === undefined) {
      tables.files.setState(file, "recorded", null);
      tables.messages.enqueue(file, 0);
      return;
    }
    tables.files.setState(file, "recording", null);
    removeMessages.run(file, -1);
    tables.files.setState(file, "duplicate", first);
  }

  return (file, decision, actor, reason) =>
    connection.write(() => {
      const row = select.get(file);
      if (row?.state !== "conflict") throw notInConflict(file, row?.state);
      const { otherFile } = row;
      const at = connection.stamp();
      note.run(file, otherFile, decision, actor, reason, at);
      if (decision === "keep-first") tables.files.setState(file, "withdrawn", otherFile);
      else {
        if (decision === "replace" && otherFile !== null) {
          revise.voidFile(otherFile, { actor, reason, at });
          unmark.run(otherFile);
          tables.files.setState(otherFile, "withdrawn", file);
        }
        stand(file, row);
      }
      const [record] = filesOf([file]);
      if (record === undefined) throw new Error(`File ${file} is gone within its transaction`);
      return record;
    });
}

function notInConflict(file: number, state: FileState | undefined): StoreError {
  return new StoreError(
    "failed",
    state === undefined
      ? `There is no file ${file} in the store.`
      : `File ${file} is ${state}, not in conflict: there is nothing to decide.`,
  );
}
