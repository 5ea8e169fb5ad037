import type { FileState } from "../../../core/file/file.ts";
import type { IdentityVerdict } from "../../../core/file/identity.ts";
import type { FileStore, Recorded } from "../../port/files/file-store.ts";
import type { LargeFileStore } from "../../port/files/large-file-store.ts";
import { forgottenWork } from "../../rules/files/file-refusals.ts";
import { type Likeness, type StoredSameness, samenessFrom } from "../../rules/files/likeness.ts";
import { prepareHash, prepareMessage, prepareReading } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { judgeFile } from "./add-file.ts";
import { noteMentions, type RecordTables } from "./record-files.ts";
import { likenessColumns, samenessColumns } from "./same-file.ts";
import type { Unfinished } from "./unfinished.ts";

/** What is judged again when the last message of a large file is in. */
interface Begun extends Likeness, StoredSameness {
  readonly arrival: string;
  readonly state: FileState;
  readonly identity: string | null;
  readonly otherFile: number | null;
}

type LargeFileVerbs = {
  readonly largeFiles: LargeFileStore;
  readonly files: Pick<FileStore, "dropUnfinished">;
};

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const state = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const select = db.prepare<[number], Begun>(
    `SELECT claims.text || '/' || f.tail AS arrival, f.state, f.identity,
            f.other_file AS otherFile, ${likenessColumns}, ${samenessColumns}
     FROM files f JOIN claims ON claims.id = f.claim WHERE f.id = ?`,
  );

  return { state, select };
}

/** Making a large file active when its last message is in. */
function standing(tables: RecordTables, work: Unfinished, { select }: Statements) {
  /** Makes the file active; only a verdict when it turns out a duplicate, whose messages must go first. */
  function stand(id: number): Recorded | IdentityVerdict {
    const file = select.get(id);
    if (file === undefined) throw forgottenWork(id);
    const { arrival, identity } = file;
    if (file.state !== "recording")
      return { id, arrival, state: file.state, otherFile: file.otherFile, known: true };
    const verdict = tables.files.judge(file, {
      refused: false,
      identity,
      sameness: samenessFrom(file),
    });
    if (verdict.state === "duplicate") return verdict;
    tables.files.setState(id, verdict.state, verdict.otherFile);
    work.unmark(id);
    tables.mentions.ofWaiting(
      id,
      verdict.state === "conflict" || tables.files.isAwaitingRelease(id),
    );
    if (verdict.state === "recorded") tables.messages.enqueue(id, 0);
    return { id, arrival, ...verdict, known: false };
  }

  return stand;
}

/** Beginning to record a large file. */
function beginning(connection: Connection, tables: RecordTables, work: Unfinished) {
  /** A try of this program's that failed, or of one that was killed. */
  async function dropEarlierTry(arrival: string): Promise<void> {
    const known = await connection.write(() => tables.files.known(arrival));
    if (known?.state === "recording") await work.clear(known.id);
  }

  return async ({
    file: arrival,
    outcome,
  }: Parameters<LargeFileStore["begin"]>[0]): Promise<Recorded> => {
    const hash = prepareHash(arrival.hash);
    const prepared = prepareReading(outcome, []);
    await dropEarlierTry(arrival.arrival);
    return connection.write(() => {
      const known = tables.files.known(arrival.arrival);
      if (known !== null) return known;
      const stored = tables.contents.find(hash);
      const { verdict, reading, fills } = judgeFile(
        tables,
        { ...arrival, content: stored },
        prepared,
        [],
      );
      const settled = verdict.state === "duplicate" || verdict.state === "rejected";
      const now = settled ? verdict : { state: "recording" as const, otherFile: null };
      const isRepeat = verdict.state === "duplicate";
      const content = tables.contents.keep(stored, hash, arrival.sizeBytes, null, isRepeat);
      const id = tables.files.add(arrival, content, reading, now, connection.stamp());
      if (fills) tables.sequences.fill(id, reading, arrival.occurredAt);
      if (!settled) work.mark(id);
      else noteMentions(tables, id, verdict, reading);
      return { id, arrival: arrival.arrival, ...now, known: false };
    });
  };
}

/**
 * Recording a file whose messages do not fit in one transaction: until the last one its state is
 * `recording`, which nothing else looks at, so that it becomes active all at once or not at all.
 */
export function largeFile(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
): LargeFileVerbs {
  const prepared = statements(connection);
  const { state, select } = prepared;
  const stand = standing(tables, work, prepared);

  return {
    largeFiles: {
      begin: beginning(connection, tables, work),

      async add({ file, messages }): Promise<void> {
        const prepared = messages.map(prepareMessage);
        await connection.write(() => {
          if (state.get(file) !== "recording" || work.workerOf(file) !== "this")
            throw forgottenWork(file);
          tables.messages.add(file, prepared);
        });
      },

      async finish(file: number): Promise<Recorded> {
        const result = await connection.write(() => stand(file));
        if ("id" in result) return result;
        await work.dropMessages(file);
        return connection.write(() => {
          const row = select.get(file);
          if (row?.state !== "recording") throw forgottenWork(file);
          tables.files.setState(file, result.state, result.otherFile);
          work.unmark(file);
          return { id: file, arrival: row.arrival, ...result, known: false };
        });
      },
    },
    files: {
      dropUnfinished: (signal) => work.dropAll(signal),
    },
  };
}
