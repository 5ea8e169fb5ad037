import type { JudgedOutcome, Message } from "../../core/document.ts";
import type { FileState } from "../../core/file.ts";
import type { Verdict } from "../../core/identity.ts";
import { type Arrival, type Recorded, type Store, StoreError } from "../../core/store.ts";
import type { Connection } from "./connection.ts";
import { judgeFile } from "./judge-file.ts";
import { deleteMessages } from "./message-rows.ts";
import { prepareHash, prepareMessage, prepareReading } from "./prepared-file.ts";
import type { RecordTables } from "./record-files.ts";

/** So many messages are removed in one transaction; others write between them. */
const removedAtOnce = 5_000;

/** What is judged again when the last message of a large file is in. */
interface Unfinished {
  readonly arrival: string;
  readonly state: FileState;
  readonly content: number;
  readonly identity: string | null;
  readonly otherFile: number | null;
}

type LargeFileVerbs = Pick<
  Store,
  "beginLargeFile" | "addMessages" | "finishLargeFile" | "dropUnfinished"
>;

/**
 * Recording a file whose messages do not fit in one transaction: until the last one its state is
 * `recording`, which nothing else looks at, so that it stands all at once or not at all.
 */
export function largeFile(connection: Connection, tables: RecordTables): LargeFileVerbs {
  const { db } = connection;
  const state = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const select = db.prepare<[number], Unfinished>(
    `SELECT claims.text || '/' || f.tail AS arrival, f.state, f.content, f.identity,
            f.other_file AS otherFile
     FROM files f JOIN claims ON claims.id = f.claim WHERE f.id = ?`,
  );
  const removeSome = db.prepare<[number, number]>(deleteMessages);
  const removeFile = db.prepare<[number]>("DELETE FROM files WHERE id = ?");
  const unfinished = db
    .prepare<[], number>("SELECT id FROM files WHERE state = 'recording' ORDER BY id")
    .pluck();

  async function removeMessages(file: number): Promise<void> {
    while ((await connection.write(() => removeSome.run(file, removedAtOnce).changes)) > 0);
  }

  /** Makes the file stand; only a verdict when it turns out a duplicate, whose messages must go first. */
  function stand(id: number): Recorded | Verdict {
    const file = select.get(id);
    if (file === undefined) throw forgotten(id);
    const { arrival, content, identity } = file;
    if (file.state !== "recording")
      return { id, arrival, state: file.state, otherFile: file.otherFile, known: true };
    const verdict = tables.files.judge(content, { refused: false, identity });
    if (verdict.state === "duplicate") return verdict;
    tables.files.setState(id, verdict.state, verdict.otherFile);
    if (verdict.state === "recorded") tables.messages.enqueue(id, 0);
    return { id, arrival, ...verdict, known: false };
  }

  return {
    async beginLargeFile(arrival: Arrival, outcome: JudgedOutcome): Promise<Recorded> {
      const hash = prepareHash(arrival.hash);
      const prepared = prepareReading(outcome, []);
      return connection.write(() => {
        const known = tables.files.known(arrival.arrival);
        if (known !== null) return known;
        const stored = tables.contents.find(hash);
        const { verdict, reading, fills } = judgeFile(tables, stored, prepared, []);
        const settled = verdict.state === "duplicate" || verdict.state === "rejected";
        const now = settled ? verdict : { state: "recording" as const, otherFile: null };
        const content = stored ?? tables.contents.add(hash, arrival.sizeBytes, null);
        const id = tables.files.add(arrival, content, reading, now, connection.stamp());
        if (fills) tables.sequences.fill(id, reading);
        return { id, arrival: arrival.arrival, ...now, known: false };
      });
    },

    async addMessages(file: number, messages: readonly Message[]): Promise<void> {
      const prepared = messages.map(prepareMessage);
      await connection.write(() => {
        if (state.get(file) !== "recording") throw forgotten(file);
        tables.messages.add(file, prepared);
      });
    },

    async finishLargeFile(file: number): Promise<Recorded> {
      const result = await connection.write(() => stand(file));
      if ("id" in result) return result;
      await removeMessages(file);
      return connection.write(() => {
        const row = select.get(file);
        if (row?.state !== "recording") throw forgotten(file);
        tables.files.setState(file, result.state, result.otherFile);
        return { id: file, arrival: row.arrival, ...result, known: false };
      });
    },

    async dropUnfinished(): Promise<number> {
      const files = await connection.read(() => unfinished.all());
      for (const file of files) {
        await removeMessages(file);
        await connection.write(() => {
          if (state.get(file) !== "recording") return;
          tables.sequences.forget(file);
          removeFile.run(file);
        });
      }
      return files.length;
    },
  };
}

function forgotten(file: number): StoreError {
  return new StoreError(
    "failed",
    `File ${file} is no longer being recorded; another program ended that. Read the file again.`,
  );
}
