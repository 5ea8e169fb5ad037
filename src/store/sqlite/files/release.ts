import type { FileRecord, FileState } from "../../../core/file/file.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { FileStore } from "../../port/files/file-store.ts";
import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { RecordTables } from "./record-files.ts";

interface Row {
  readonly state: FileState;
  readonly onHold: 0 | 1;
}

/** A person lets a file on hold through: noted, and put in line for routing, in one transaction. */
export function releasing(
  connection: Connection,
  tables: RecordTables,
  filesOf: RowsByKeys<FileRecord>,
): FileStore["release"] {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    "SELECT state, on_hold AS onHold FROM files WHERE id = ?",
  );
  const note = db.prepare<[number, string, string, number]>(
    `INSERT INTO decisions (file, other, decision, actor, reason, at)
     VALUES (?, NULL, 'release', ?, ?, ?)`,
  );
  return ({ file, actor, reason }) =>
    connection.write(() => {
      const row = select.get(file);
      if (row?.onHold !== 1) throw notOnHold(file, row?.state);
      note.run(file, actor, reason, connection.stamp());
      tables.files.setOnHold(file, false);
      if (row.state === "recorded") tables.messages.enqueue(file, 0);
      const [record] = filesOf([file]);
      if (record === undefined) throw new Error(`File ${file} is gone within its transaction`);
      return record;
    });
}

function notOnHold(file: number, state: FileState | undefined): RefusedError {
  if (state === undefined) return noFile(file);
  return new RefusedError(
    "conflict",
    `File ${file} is ${state} and not on hold: there is nothing to release.`,
    {
      about: `file ${file}`,
      remedy: advice("`{}` shows what is", { remedy: "list-stuck" }),
    },
  );
}
