import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { BackupStore, MadeBackup } from "../../port/backup-store.ts";
import type { Connection } from "./connection.ts";
import type { ProgramMark } from "./program-mark.ts";

/** Which backups there are. */
export interface Backups extends Pick<BackupStore, "begin" | "end" | "made"> {
  /** Throws a `RefusedError` while a backup is being made. Within a write only. */
  refuseMeanwhile(): void;
}

/** Prepares the statements over `backups`. */
export function backups(connection: Connection, programs: ProgramMark): Backups {
  const { db } = connection;
  const add = db.prepare<[string, string, number, string]>(
    "INSERT INTO backups (path, host, at, program) VALUES (?, ?, ?, ?)",
  );
  const made = db.prepare<[number]>("UPDATE backups SET program = NULL WHERE id = ?");
  const forget = db.prepare<[number]>("DELETE FROM backups WHERE id = ? AND program IS NOT NULL");
  const begun = db.prepare<[], { id: number; program: string }>(
    "SELECT id, program FROM backups WHERE program IS NOT NULL",
  );
  const all = db.prepare<[], MadeBackup>(
    "SELECT path, host, at FROM backups WHERE program IS NULL ORDER BY id",
  );

  return {
    begin: ({ path, host }) =>
      connection.write(() => {
        const { lastInsertRowid } = add.run(path, host, connection.now(), programs.own());
        return Number(lastInsertRowid);
      }),
    end: ({ backup, isMade }) => connection.write(() => void (isMade ? made : forget).run(backup)),
    made: () => connection.read(() => all.all()),
    refuseMeanwhile() {
      for (const { id, program } of begun.all()) {
        if (!programs.isAlive(program)) forget.run(id);
        else
          throw new RefusedError(
            "busy",
            "A backup is being made, and kept bytes stay where they are until it is; try again then",
            { code: "BACKING_UP" },
          );
      }
    },
  };
}
