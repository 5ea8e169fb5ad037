import type { FileRecord, FileState } from "../../../core/file/file.ts";
import type { FileStore } from "../../port/files/file-store.ts";
import { releaseStep } from "../../rules/files/file-release.ts";
import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { RecordTables } from "./record-files.ts";

interface Row {
  readonly state: FileState;
  readonly awaitingRelease: 0 | 1;
}

/** A person releases a file: noted, and put in line for routing, in one transaction. */
export function releasing(
  connection: Connection,
  tables: RecordTables,
  filesOf: RowsByKeys<FileRecord>,
): FileStore["release"] {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    `SELECT state, awaiting_release AS "awaitingRelease" FROM files WHERE id = ?`,
  );
  const note = db.prepare<[number, string, string, number]>(
    `INSERT INTO decisions (file, other, decision, actor, reason, at)
     VALUES (?, NULL, 'release', ?, ?, ?)`,
  );
  return ({ file, actor, reason }) =>
    connection.write(async () => {
      const row = await select.get(file);
      const { enqueues } = releaseStep(
        file,
        row && { state: row.state, awaitingRelease: row.awaitingRelease === 1 },
      );
      await note.run(file, actor, reason, await connection.stamp());
      await tables.files.setAwaitingRelease(file, false);
      if (enqueues) await tables.messages.enqueue(file, 0);
      const [record] = await filesOf([file]);
      if (record === undefined) throw new Error(`File ${file} is gone within its transaction`);
      return record;
    });
}
