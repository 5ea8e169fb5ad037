import { setImmediate } from "node:timers/promises";
import type { FileState } from "../../../core/file/file.ts";
import { beingRead } from "../../rules/files/file-refusals.ts";
import type { Connection } from "../database/connection.ts";
import type { ProgramMark } from "../database/program-mark.ts";
import type { Sequences } from "../sequences/sequences.ts";
import { deleteMessages } from "./message-rows.ts";

/** So many messages are removed in one transaction; others write between them. */
const removedAtOnce = 2_000;

/** The new messages of a file that is being read again. */
const deleteStaged = `
  DELETE FROM staged_messages WHERE file = ? AND line <= (
    SELECT max(line) FROM (SELECT line FROM staged_messages WHERE file = ? ORDER BY line LIMIT ?) s)`;

/** Work on a large file that takes many commits, and which program does it. */
export interface Unfinished {
  /** Notes that this program works on the file. Within a write only. */
  mark(file: number): Promise<void>;
  /** Notes that it does no longer. Within a write only. */
  unmark(file: number): Promise<void>;
  /** Makes way for new work on the file: drops what is there. Throws when another program is at it. */
  clear(file: number): Promise<void>;
  /** Who works on the file: this program, another that runs, one that no longer does, or nobody. */
  workerOf(file: number): Promise<"this" | "another" | "gone" | "nobody">;
  /** Removes the messages that the work on the file has written, some at a time. */
  dropMessages(file: number): Promise<unknown>;
  /** Removes the messages, and the file itself if it was not there before the work began. */
  drop(file: number): Promise<unknown>;
  /** Drops all work whose program no longer runs; returns on how many files. Stops early when aborted. */
  dropAll(signal?: AbortSignal): Promise<number>;
}

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const mark = db.prepare<[number, string]>("INSERT INTO unfinished (file, program) VALUES (?, ?)");
  const unmark = db.prepare<[number]>("DELETE FROM unfinished WHERE file = ?");
  const program = db
    .prepare<[number], string>("SELECT program FROM unfinished WHERE file = ?")
    .pluck();
  const all = db.prepare<[], number>("SELECT file FROM unfinished ORDER BY file").pluck();
  const stateOf = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const removeMessages = db.prepare<[number, number]>(deleteMessages);
  const removeStaged = db.prepare<[number, number, number]>(deleteStaged);
  const removeFile = db.prepare<[number]>("DELETE FROM files WHERE id = ?");

  return { mark, unmark, program, all, stateOf, removeMessages, removeStaged, removeFile };
}

/** Removing what the work on a file has written; stops early when aborted. */
function removing(connection: Connection, { stateOf, removeMessages, removeStaged }: Statements) {
  /** Only of such a file are the messages this work's own. */
  async function removeSome(file: number): Promise<number> {
    const state = await stateOf.get(file);
    if (state === "recording" || state === "rejected") {
      const { changes } = await removeMessages.run(file, removedAtOnce);
      if (changes > 0) return changes;
    }
    return (await removeStaged.run(file, file, removedAtOnce)).changes;
  }

  async function dropMessages(file: number, signal?: AbortSignal): Promise<boolean> {
    while ((await connection.write(() => removeSome(file))) > 0) {
      if (signal?.aborted) return false;
      // Millions may have to go, and the store answers at once: others have to get a turn.
      await setImmediate();
    }
    return true;
  }

  return dropMessages;
}

/** Prepares the statements over `unfinished`. */
export function unfinished(
  connection: Connection,
  programs: ProgramMark,
  sequences: Sequences,
): Unfinished {
  const prepared = statements(connection);
  const { mark, unmark, program, all, stateOf, removeFile } = prepared;
  const dropMessages = removing(connection, prepared);

  async function workerOf(file: number): ReturnType<Unfinished["workerOf"]> {
    const found = await program.get(file);
    if (found === undefined) return "nobody";
    if (programs.isOwn(found)) return "this";
    return (await programs.isAlive(found)) ? "another" : "gone";
  }

  async function drop(file: number, signal?: AbortSignal): Promise<boolean> {
    if (!(await dropMessages(file, signal))) return false;
    await connection.write(async () => {
      await unmark.run(file);
      if ((await stateOf.get(file)) !== "recording") return;
      await sequences.forget(file);
      await removeFile.run(file);
    });
    return true;
  }

  async function clear(file: number): Promise<void> {
    const worker = await connection.read(() => workerOf(file));
    if (worker === "another") throw beingRead(file);
    if (worker !== "nobody") await drop(file);
  }

  return {
    clear,
    mark: async (file) => void (await mark.run(file, await programs.own())),
    unmark: async (file) => void (await unmark.run(file)),
    workerOf,
    dropMessages,
    drop,
    async dropAll(signal) {
      let dropped = 0;
      for (const file of await connection.read(() => all.all())) {
        if ((await connection.read(() => workerOf(file))) !== "gone") continue;
        if (!(await drop(file, signal))) return dropped;
        dropped += 1;
      }
      await programs.sweep();
      return dropped;
    },
  };
}
