import type { FailedOutcome } from "../../../core/action/ledger.ts";
import type { Connection } from "../database/connection.ts";
import { type ColumnArrays, columnArrays, GatheredRows } from "../database/gathered-rows.ts";

/** The first parked action of a process, name by name: those of other names do not wait for one that needs review. */
const selectNextParked = `
  SELECT id, name FROM actions
  WHERE process = ? AND state = 'planned' AND parked = 1 AND name > ?
  ORDER BY process, name, id LIMIT 1`;

/**
 * Has the process of an action because of a deadline built anew: while the action ran, the deadline may
 * have turned out not to have passed, and then what is not done by now is cancelled.
 */
const judgeDeadlineAgain = `
  INSERT INTO rebuilds (process, ticket)
  SELECT a.process, (SELECT coalesce(max(ticket), 0) + 1 FROM rebuilds)
  FROM actions a JOIN origins o ON o.event = a.event WHERE a.id = ? AND o.kind = 'deadline'
  ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`;

/** An attempt that did not get its action done. */
export interface FailureRow {
  readonly action: number;
  readonly attempt: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: FailedOutcome;
  readonly reason: string;
  readonly error?: string | null;
}

/** The steps that an action's row takes from state to state. Within a write only. */
export interface ActionRows {
  /** Claims a planned one; it has one more attempt. */
  start(id: number, token: number, at: number): void;
  /** Sets a planned one aside while another of its process runs. */
  park(id: number): void;
  /** Whether any action is parked: usually none is, and then nobody need be looked for. */
  anyParked(): Promise<boolean>;
  /** Puts the parked actions of a process that come next back in line: it is free, or one of them is out of the way. */
  letNextGo(process: number): Promise<void>;
  /** When attempts began, by their actions: of those that are still the current ones under that lease. */
  startedAt(
    attempts: readonly { readonly id: number; readonly attempt: number }[],
    token: number,
  ): Promise<Map<number, number>>;
  done(id: number, at: number): void;
  /** Back in line, to be tried again then. */
  putBack(id: number, reason: string, dueAt: number): Promise<void>;
  /** The last attempt is not to count: it was none of the action's fault. */
  uncount(id: number): Promise<void>;
  failed(id: number, reason: string, at: number): Promise<void>;
  noteFailure(failure: FailureRow): Promise<void>;
}

interface CurrentAttempt {
  readonly id: number;
  readonly startedAt: number;
}

/** The steps that many actions take in one turn, written with one statement for all that take the same one. */
function changedTogether(connection: Connection) {
  const { db } = connection;
  const gathered = new GatheredRows(connection);
  const done = db.prepare<ColumnArrays<[number, number]>>(
    `UPDATE actions SET state = 'done', token = NULL, reason = NULL, ended_at = w.at
     FROM unnest(?::bigint[], ?::bigint[]) w (id, at) WHERE actions.id = w.id`,
  );
  const start = db.prepare<ColumnArrays<[number, number, number]>>(
    `UPDATE actions SET state = 'running', token = w.token, attempts = attempts + 1, started_at = w.at
     FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) w (id, token, at) WHERE actions.id = w.id`,
  );
  const park = db.prepare<ColumnArrays<[number]>>(
    "UPDATE actions SET parked = 1 FROM unnest(?::bigint[]) w (id) WHERE actions.id = w.id",
  );
  return {
    done: gathered.table<[number, number]>((rows) => done.run(...columnArrays(rows, 2))),
    start: gathered.table<[number, number, number]>((rows) => start.run(...columnArrays(rows, 3))),
    park: gathered.table<[number]>((rows) => park.run(...columnArrays(rows, 1))),
  };
}

/** Prepares the statements over `actions` and `attempts`. */
export function actionRows(connection: Connection): ActionRows {
  const { db } = connection;
  const { start, park, done } = changedTogether(connection);
  const unpark = db.prepare<[number]>("UPDATE actions SET parked = 0 WHERE id = ?");
  const anyParked = db
    .prepare<[], 1>("SELECT 1 FROM actions WHERE state = 'planned' AND parked = 1 LIMIT 1")
    .pluck();
  const nextParked = db.prepare<[number, number], { id: number; name: number }>(selectNextParked);
  const current = db.prepare<[...ColumnArrays<[number, number]>, number], CurrentAttempt>(
    `SELECT a.id, a.started_at AS "startedAt"
     FROM unnest(?::bigint[], ?::bigint[]) w (id, attempt)
     JOIN actions a ON a.id = w.id AND a.attempts = w.attempt
     WHERE a.state = 'running' AND a.token = ?`,
  );
  const putBack = db.prepare<[string, number, number]>(
    "UPDATE actions SET state = 'planned', token = NULL, reason = ?, due_at = ? WHERE id = ?",
  );
  const uncount = db.prepare<[number]>("UPDATE actions SET uncounted = uncounted + 1 WHERE id = ?");
  const failed = db.prepare<[string, number, number]>(
    "UPDATE actions SET state = 'failed', token = NULL, reason = ?, ended_at = ? WHERE id = ?",
  );
  const judgeAgain = db.prepare<[number]>(judgeDeadlineAgain);
  const note = db.prepare<[number, number, number, number, FailedOutcome, string, string | null]>(
    `INSERT INTO attempts (action, attempt, started_at, ended_at, outcome, reason, error)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    start: (id, token, at) => start([id, token, at]),
    park: (id) => park([id]),
    anyParked: async () => (await anyParked.get()) !== undefined,
    async letNextGo(process) {
      let next = await nextParked.get(process, 0);
      while (next !== undefined) {
        await unpark.run(next.id);
        next = await nextParked.get(process, next.name);
      }
    },
    async startedAt(attempts, token) {
      if (attempts.length === 0) return new Map();
      const rows = attempts.map(({ id, attempt }): [number, number] => [id, attempt]);
      const found = await current.all(...columnArrays(rows, 2), token);
      return new Map(found.map(({ id, startedAt }) => [id, startedAt]));
    },
    done: (id, at) => done([id, at]),
    async putBack(id, reason, dueAt) {
      await putBack.run(reason, dueAt, id);
      await judgeAgain.run(id);
    },
    uncount: async (id) => void (await uncount.run(id)),
    async failed(id, reason, at) {
      await failed.run(reason, at, id);
      await judgeAgain.run(id);
    },
    async noteFailure({ action, attempt, startedAt, endedAt, outcome, reason, error }) {
      await note.run(action, attempt, startedAt, endedAt, outcome, reason, error ?? null);
    },
  };
}
