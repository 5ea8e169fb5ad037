import type { FileState } from "../../../core/file/file.ts";
import type { Recorded } from "../../port/files/file-store.ts";
import type { Connection } from "../database/connection.ts";
import { type Intern, interned } from "../database/interned.ts";
import { type AddedFiles, addedFiles, cutArrival } from "./add-file.ts";
import { type SameFiles, sameFiles } from "./same-file.ts";

/** Finds a file by its arrival. */
const selectByArrival = `SELECT id, state, other_file AS "otherFile" FROM files WHERE claim = ? AND tail = ?`;

/** Writing the rows of files and judging them. Within a write only. */
export interface FileRows extends SameFiles, AddedFiles {
  /** What became of the arrival, if it is in the store already. */
  known(arrival: string): Promise<Recorded | null>;
  setState(file: number, state: FileState, otherFile: number | null): Promise<void>;
  /** Whether the file waits whole until a person releases it. */
  isAwaitingRelease(file: number): Promise<boolean>;
  setAwaitingRelease(file: number, awaitingRelease: boolean): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** Prepares the statements that write files; those of history are marked as such. */
export function fileRows(connection: Connection, word: Intern, isHistory = false): FileRows {
  const { db } = connection;
  const claim = interned(connection, "claims");
  const byArrival = db.prepare<[number, string], Row>(selectByArrival);
  const updateState = db.prepare<[FileState, number | null, number]>(
    "UPDATE files SET state = ?, other_file = ? WHERE id = ?",
  );
  const awaitingRelease = db
    .prepare<[number], 0 | 1>("SELECT awaiting_release FROM files WHERE id = ?")
    .pluck();
  const updateAwaitingRelease = db.prepare<[0 | 1, number]>(
    "UPDATE files SET awaiting_release = ? WHERE id = ?",
  );

  return {
    ...sameFiles(connection),
    ...addedFiles(connection, { word, claim, isHistory }),
    async known(arrival) {
      const { head, tail } = cutArrival(arrival);
      const row = await byArrival.get(await claim(head), tail);
      return row === undefined ? null : { ...row, arrival, known: true };
    },
    async setState(file, state, otherFile) {
      await updateState.run(state, otherFile, file);
    },
    isAwaitingRelease: async (file) => (await awaitingRelease.get(file)) === 1,
    async setAwaitingRelease(file, now) {
      await updateAwaitingRelease.run(now ? 1 : 0, file);
    },
  };
}
