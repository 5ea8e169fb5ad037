import type {
  BuildBatch,
  BuildFailure,
  BuildTask,
  ProcessBuild,
} from "../../port/processes/build-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { Gaps } from "../sequences/gaps.ts";
import { planningActions } from "./plan-actions.ts";
import { settlingDeadlines } from "./settle-deadlines.ts";
import { superseding } from "./settle-superseded.ts";

/** Whether something was said of a process's events after a revision. */
const selectRevisedSince = "SELECT 1 FROM revisions WHERE process = ? AND id > ? LIMIT 1";

/** What was to be judged of a process and is now. */
const forgetUnjudged = `
  DELETE FROM unjudged
  WHERE process = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = unjudged.event)`;

/** Notes a deadline that passed but counts not, and that no build judged: it may turn out to count. */
const noteUnjudged = `
  INSERT INTO unjudged (event, process) VALUES (?, ?) ON CONFLICT (event) DO NOTHING`;

/** Saving builds. Within a write only. */
export interface SavedBuilds {
  save(
    batch: BuildBatch,
    builds: readonly ProcessBuild[],
    failures: readonly BuildFailure[],
  ): Promise<number>;
  askForRebuild(processes: readonly number[]): Promise<void>;
}

/** Saving one build, with what follows from it; gives how many actions are to be done now. */
function savingOne(connection: Connection, word: Intern, gaps: Gaps) {
  const { db } = connection;
  const settleDeadlines = settlingDeadlines(connection, word);
  const planActions = planningActions(connection, word, gaps);
  const settleSuperseded = superseding(connection);
  const put = db.prepare<
    [number, number, number, number, string | null, number, string, number, number]
  >(
    `INSERT INTO builds
       (process, process_type, definition_version, seq, tail, status, state, deadlines, built_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (process) DO UPDATE SET
       definition_version = excluded.definition_version, seq = excluded.seq, tail = excluded.tail,
       status = excluded.status, state = excluded.state, deadlines = excluded.deadlines,
       built_at = excluded.built_at, error = NULL`,
  );
  const builtSeq = db.prepare<[number], { seq: number; deadlines: number }>(
    "SELECT seq, deadlines FROM builds WHERE process = ?",
  );
  const judged = db.prepare<[number]>(forgetUnjudged);
  const unjudge = db.prepare<[number, number]>(noteUnjudged);

  async function saveOne(build: ProcessBuild, now: number): Promise<number> {
    const { task, definitionVersion, seq, tail, status, state, deadlines } = build;
    const before = await builtSeq.get(task.process);
    // Somebody else has built further meanwhile.
    if (before !== undefined && before.seq > seq) return 0;
    await put.run(
      task.process,
      await word(task.type),
      definitionVersion,
      seq,
      tail,
      await word(status),
      state,
      deadlines.length,
      now,
    );
    await settleSuperseded(build, now);
    if (deadlines.length > 0 || (before?.deadlines ?? 0) > 0) await settleDeadlines(build);
    if (task.unjudged !== undefined) await judged.run(task.process);
    const unjudged = new Set(task.unjudged);
    for (const event of build.superseded)
      if (event > (before?.seq ?? 0) || unjudged.has(event)) await unjudge.run(event, task.process);
    return await planActions(build);
  }

  return saveOne;
}

/** Prepares the statements. */
export function savedBuilds(connection: Connection, word: Intern, gaps: Gaps): SavedBuilds {
  const { db } = connection;
  const saveOne = savingOne(connection, word, gaps);
  const cursor = db.prepare<[], number>("SELECT seq FROM build_cursor").pluck();
  const moveCursor = db.prepare<[number]>("UPDATE build_cursor SET seq = ?");
  const newestRevision = db
    .prepare<[], number>("SELECT coalesce(max(id), 0) FROM revisions")
    .pluck();
  const revisedSince = db.prepare<[number, number], 1>(selectRevisedSince).pluck();
  const putError = db.prepare<[number, number, number, number, string]>(
    `INSERT INTO builds (process, process_type, definition_version, seq, deadlines, built_at, error)
     VALUES (?, ?, ?, 0, 0, ?, ?)
     ON CONFLICT (process) DO UPDATE SET built_at = excluded.built_at, error = excluded.error`,
  );
  const ask = db.prepare<[number]>(
    `INSERT INTO rebuilds (process, ticket)
     VALUES (?, (SELECT coalesce(max(ticket), 0) + 1 FROM rebuilds))
     ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`,
  );
  const answered = db.prepare<[number, number]>(
    "DELETE FROM rebuilds WHERE process = ? AND ticket = ?",
  );

  async function finish({ process, ticket }: BuildTask): Promise<void> {
    if (ticket !== null) await answered.run(process, ticket);
  }

  return {
    async askForRebuild(processes) {
      for (const process of processes) await ask.run(process);
    },
    async save(batch, builds, failures) {
      if ((await cursor.get()) !== batch.cursor) return 0;
      const now = await connection.stamp();
      const wasRevised = (await newestRevision.get()) !== batch.revision;
      const isStale = async ({ process }: BuildTask) =>
        wasRevised && (await revisedSince.get(process, batch.revision)) !== undefined;
      let toDo = 0;
      for (const build of builds) {
        const { task } = build;
        if (await isStale(task)) {
          await ask.run(task.process);
          continue;
        }
        toDo += await saveOne(build, now);
        await finish(task);
      }
      for (const { task, definitionVersion, error } of failures) {
        if (await isStale(task)) {
          await ask.run(task.process);
          continue;
        }
        await putError.run(task.process, await word(task.type), definitionVersion, now, error);
        await finish(task);
      }
      if (batch.next !== batch.cursor) await moveCursor.run(batch.next);
      return toDo;
    },
  };
}
