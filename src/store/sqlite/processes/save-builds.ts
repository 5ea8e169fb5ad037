import type { Deadline } from "../../../core/define/deadline.ts";
import type {
  BuildBatch,
  BuildFailure,
  BuildTask,
  ProcessBuild,
} from "../../port/processes/build-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { Gaps, OpenGap } from "../sequences/gaps.ts";

/** Whether something was said of a process's events after a revision. */
export const selectRevisedSince = "SELECT 1 FROM revisions WHERE process = ? AND id > ? LIMIT 1";

/** Plans an action once ever: a row of the event and action that is there stays as it is. */
const insertAction = `
  INSERT INTO actions
    (event, process, process_type, name, nth, state, verdicts, reason, planned_at, due_at, parked,
     attempts, ended_at)
  VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 0, 0, ?)
  ON CONFLICT (event, name, nth) DO NOTHING`;

/** Cancels what is not done yet because of a deadline that turned out not to have passed. */
export const cancelSuperseded = `
  UPDATE actions SET state = 'cancelled', parked = 0, ended_at = ?,
                     reason = 'its deadline had been moved or met in time, as came to light later'
  WHERE event = ? AND state IN ('planned', 'failed', 'held')`;

/** Keeps beside it what it was, for when the deadline turns out to have passed. */
export const rememberSuperseded = `
  INSERT INTO cancelled_with_event (action, process, state, reason, ended_at)
  SELECT id, process, state, reason, ended_at FROM actions
  WHERE event = ? AND state IN ('planned', 'failed', 'held')
  ON CONFLICT (action) DO UPDATE SET
    state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at`;

/** Whether anything of a process was cancelled with its event. */
export const selectAnyCancelled = "SELECT 1 FROM cancelled_with_event WHERE process = ? LIMIT 1";

/** Makes what was cancelled with events of a process that count again as it was before. */
export const restoreCounting = `
  UPDATE actions SET state = c.state, reason = c.reason, ended_at = c.ended_at
  FROM cancelled_with_event c
  WHERE c.process = ? AND actions.id = c.action AND actions.state = 'cancelled'
    AND actions.event NOT IN (SELECT event FROM voids)
    AND actions.event NOT IN (SELECT value FROM json_each(?))`;

/** Forgets what is as it was before. */
export const forgetRestored = `
  DELETE FROM cancelled_with_event
  WHERE process = ? AND EXISTS (
    SELECT 1 FROM actions a WHERE a.id = cancelled_with_event.action AND a.state <> 'cancelled')`;

/** What was to be judged of a process and is now. */
export const forgetUnjudged = `
  DELETE FROM unjudged
  WHERE process = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = unjudged.event)`;

/** Notes a deadline that passed but counts not, and that no build judged: it may turn out to count. */
const noteUnjudged = `
  INSERT INTO unjudged (event, process) VALUES (?, ?) ON CONFLICT (event) DO NOTHING`;

/**
 * Takes back that a deadline passed, whose event turned out not to count: asked for again, it fires again.
 * Not when a person declared another event of it void, which is to stay so.
 */
const takeBackPassed = `
  UPDATE deadlines SET state = 'dropped'
  WHERE id = (SELECT ref FROM origins WHERE event = ? AND kind = 'deadline') AND state = 'fired'
    AND NOT EXISTS (
      SELECT 1 FROM origins o JOIN voids v ON v.event = o.event
      WHERE o.identity = 'deadline:' || deadlines.id
         OR (o.identity > 'deadline:' || deadlines.id || ':' AND o.identity < 'deadline:' || deadlines.id || ';'))`;

/** Notes that a deadline passed, of the event that counts for it: it is not to fire once more. */
const notePassed = `
  UPDATE deadlines SET state = 'fired'
  WHERE id = (SELECT ref FROM origins WHERE event = ? AND kind = 'deadline')`;

/** The deadlines of a process that are to pass yet. */
export const selectPending = `
  SELECT d.id, w.text AS eventType, d.due_at AS dueAt, d.anchor
  FROM deadlines d JOIN words w ON w.id = d.event_type
  WHERE d.process = ? AND d.state = 'pending'`;

/** Saving builds. Within a write only. */
export interface SavedBuilds {
  save(
    batch: BuildBatch,
    builds: readonly ProcessBuild[],
    failures: readonly BuildFailure[],
  ): number;
  askForRebuild(processes: readonly number[]): void;
}

/** Brings the pending deadlines of a process to what its state asks for. */
function settlingDeadlines(connection: Connection, word: Intern) {
  const { db } = connection;
  const pending = db.prepare<[number], Deadline & { id: number }>(selectPending);
  const addDeadline = db.prepare<[number, number, number, string, number, string]>(
    `INSERT INTO deadlines (process, event_type, due_at, anchor, asked_at, state)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (process, event_type, due_at, anchor) DO UPDATE SET
       state = excluded.state, asked_at = excluded.asked_at
     WHERE state = 'dropped'`,
  );
  const dropDeadline = db.prepare<[number]>("UPDATE deadlines SET state = 'dropped' WHERE id = ?");

  /** Brings the pending deadlines to what the state asks for. */
  function settleDeadlines({ task, deadlines, lastAt, missesPassed }: ProcessBuild): void {
    const now = connection.now();
    const asked = new Set(deadlines.map(nameOf));
    const known = new Set<string>();
    for (const row of pending.all(task.process)) {
      if (asked.has(nameOf(row))) known.add(nameOf(row));
      else dropDeadline.run(row.id);
    }
    for (const deadline of deadlines) {
      if (known.has(nameOf(deadline))) continue;
      const state = missesPassed && deadline.dueAt <= now ? "missed" : "pending";
      const { eventType, dueAt, anchor } = deadline;
      addDeadline.run(task.process, word(eventType), dueAt, anchor, lastAt, state);
    }
  }

  return settleDeadlines;
}

/** Plans the actions of a build; gives how many are to be done now. */
function planningActions(connection: Connection, word: Intern, gaps: Gaps) {
  const { db } = connection;
  const plan =
    db.prepare<
      [
        event: number,
        process: number,
        processType: number,
        name: number,
        state: string,
        verdicts: string | null,
        reason: string | null,
        plannedAt: number,
        dueAt: number,
        endedAt: number | null,
      ]
    >(insertAction);

  /** Due at once by the clock as it is: a clock that was ahead has left later moments of recording. */
  function planActions({ task, plans }: ProcessBuild): number {
    const now = connection.now();
    let toDo = 0;
    for (const { event, action, state, verdicts, reason } of plans) {
      const gap = state === "planned" ? gaps.before(event) : null;
      const { changes, lastInsertRowid } = plan.run(
        event,
        task.process,
        word(task.type),
        word(action),
        state,
        verdicts,
        gap === null ? reason : waitsFor(gap),
        now,
        gap?.givesUpAt ?? now,
        state === "skipped" ? now : null,
      );
      if (changes === 0) continue;
      if (gap !== null) gaps.wait(Number(lastInsertRowid), gap);
      else if (state === "planned") toDo += 1;
    }
    return toDo;
  }

  return planActions;
}

/** What follows for actions and deadlines from events that turned out not to count, or to count. */
function superseding({ db }: Connection) {
  const remember = db.prepare<[number]>(rememberSuperseded);
  const anyCancelled = db.prepare<[number], 1>(selectAnyCancelled).pluck();
  const restore = db.prepare<[number, string]>(restoreCounting);
  const forget = db.prepare<[number]>(forgetRestored);
  const cancel = db.prepare<[number, number]>(cancelSuperseded);
  const takeBack = db.prepare<[number]>(takeBackPassed);
  const confirm = db.prepare<[number]>(notePassed);

  return (build: ProcessBuild, now: number): void => {
    for (const event of build.superseded) {
      remember.run(event);
      cancel.run(now, event);
    }
    if (anyCancelled.get(build.task.process) !== undefined) {
      restore.run(build.task.process, JSON.stringify(build.superseded));
      forget.run(build.task.process);
    }
    for (const event of build.superseded) takeBack.run(event);
    for (const event of build.passed) confirm.run(event);
  };
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

  function saveOne(build: ProcessBuild, now: number): number {
    const { task, definitionVersion, seq, tail, status, state, deadlines } = build;
    const before = builtSeq.get(task.process);
    // Somebody else has built further meanwhile.
    if (before !== undefined && before.seq > seq) return 0;
    put.run(
      task.process,
      word(task.type),
      definitionVersion,
      seq,
      tail,
      word(status),
      state,
      deadlines.length,
      now,
    );
    settleSuperseded(build, now);
    if (deadlines.length > 0 || (before?.deadlines ?? 0) > 0) settleDeadlines(build);
    if (task.unjudged !== undefined) judged.run(task.process);
    const unjudged = new Set(task.unjudged);
    for (const event of build.superseded)
      if (event > (before?.seq ?? 0) || unjudged.has(event)) unjudge.run(event, task.process);
    return planActions(build);
  }

  return saveOne;
}

/** Prepares the statements. */
export function savedBuilds(connection: Connection, word: Intern, gaps: Gaps): SavedBuilds {
  const { db } = connection;
  const saveOne = savingOne(connection, word, gaps);
  const cursor = db.prepare<[], number>("SELECT seq FROM build_cursor").pluck();
  const moveCursor = db.prepare<[number]>("UPDATE build_cursor SET seq = ?");
  const newestRevision = db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM revisions").pluck();
  const revisedSince = db.prepare<[number, number], 1>(selectRevisedSince).pluck();
  const putError = db.prepare<[number, number, number, number, string]>(
    `INSERT INTO builds (process, process_type, definition_version, seq, deadlines, built_at, error)
     VALUES (?, ?, ?, 0, 0, ?, ?)
     ON CONFLICT (process) DO UPDATE SET built_at = excluded.built_at, error = excluded.error`,
  );
  const ask = db.prepare<[number]>(
    `INSERT INTO rebuilds (process, ticket)
     VALUES (?, (SELECT ifnull(max(ticket), 0) + 1 FROM rebuilds))
     ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`,
  );
  const answered = db.prepare<[number, number]>(
    "DELETE FROM rebuilds WHERE process = ? AND ticket = ?",
  );

  function finish({ process, ticket }: BuildTask): void {
    if (ticket !== null) answered.run(process, ticket);
  }

  return {
    askForRebuild(processes) {
      for (const process of processes) ask.run(process);
    },
    save(batch, builds, failures) {
      if (cursor.get() !== batch.cursor) return 0;
      const now = connection.stamp();
      const wasRevised = newestRevision.get() !== batch.revision;
      const isStale = ({ process }: BuildTask) =>
        wasRevised && revisedSince.get(process, batch.revision) !== undefined;
      let toDo = 0;
      for (const build of builds) {
        const { task } = build;
        if (isStale(task)) {
          ask.run(task.process);
          continue;
        }
        toDo += saveOne(build, now);
        finish(task);
      }
      for (const { task, definitionVersion, error } of failures) {
        if (isStale(task)) {
          ask.run(task.process);
          continue;
        }
        putError.run(task.process, word(task.type), definitionVersion, now, error);
        finish(task);
      }
      if (batch.next !== batch.cursor) moveCursor.run(batch.next);
      return toDo;
    },
  };
}

function waitsFor({ missing, givesUpAt }: OpenGap): string {
  const until = new Date(givesUpAt).toISOString();
  return `waits for the sender's file number ${missing}, which is missing, until ${until}`;
}

function nameOf({ eventType, dueAt, anchor }: Deadline): string {
  return JSON.stringify([eventType, dueAt, anchor]);
}
