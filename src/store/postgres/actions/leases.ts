import type { LeaseStore } from "../../port/actions/lease-store.ts";
import type { Connection } from "../database/connection.ts";
import type { ActionRows } from "./action-rows.ts";

/** What runs under a lease. */
const selectUnderLease = `
  SELECT id, process, attempts AS attempt, started_at AS "startedAt"
  FROM actions WHERE state = 'running' AND token = ?`;

/** Other leases that are over: of daemons that are gone, and of other programs those that ran out. */
const selectOver = `
  SELECT token FROM leases l
  WHERE token <> ? AND CASE
    WHEN daemon IS NULL THEN until <= ?
    ELSE NOT EXISTS (SELECT 1 FROM daemons d WHERE d.number = l.daemon) END`;

/** The process after another one, of those that have parked actions. */
const selectNextWithParked = `
  SELECT process FROM actions WHERE state = 'planned' AND parked = 1 AND process > ?
  ORDER BY process LIMIT 1`;

interface UnderLease {
  readonly id: number;
  readonly process: number;
  readonly attempt: number;
  readonly startedAt: number;
}

/** Leases of those who run actions. */
export function leases(connection: Connection, rows: ActionRows): LeaseStore {
  const { db } = connection;
  const add = db.prepare<[number, number | null]>(
    "INSERT INTO leases (until, daemon) VALUES (?, ?) RETURNING token",
  );
  const renew = db.prepare<[number, number]>("UPDATE leases SET until = ? WHERE token = ?");
  const remove = db.prepare<[number]>("DELETE FROM leases WHERE token = ?");
  const others = db.prepare<[number, number], number>(selectOver).pluck();
  const under = db.prepare<[number], UnderLease>(selectUnderLease);

  const nextWithParked = db.prepare<[number], number>(selectNextWithParked).pluck();

  /** Nothing may ever wait for an action that is not there: a start looks at all that waits for another. */
  async function letParkedGo(): Promise<void> {
    for (let at = await nextWithParked.get(0); at !== undefined; at = await nextWithParked.get(at))
      await rows.letNextGo(at);
  }

  /** Puts back in line what ran under a lease; the attempt is kept as lost. */
  async function giveUp(token: number): Promise<number> {
    const at = connection.now();
    const left = await under.all(token);
    for (const { id, process, attempt, startedAt } of left) {
      const reason = "The program that ran it ended, or did nothing for too long.";
      await rows.noteFailure({
        action: id,
        attempt,
        startedAt,
        endedAt: at,
        outcome: "lost",
        reason,
      });
      await rows.putBack(id, reason, at);
      await rows.letNextGo(process);
    }
    await remove.run(token);
    return left.length;
  }

  /** Of every lease but this one that ran out before a moment. */
  async function takeOver(token: number, before: number): Promise<number> {
    let taken = 0;
    for (const other of await others.all(token, before)) taken += await giveUp(other);
    return taken;
  }

  return {
    take: ({ forMs, alone }) =>
      connection.write(async () => {
        const now = connection.now();
        const token = Number((await add.run(now + forMs, connection.daemon)).lastInsertRowid);
        const takenOver = await takeOver(token, alone ? Number.MAX_SAFE_INTEGER : now);
        if (alone || connection.daemon !== null) await letParkedGo();
        return { token, takenOver };
      }),
    renew: ({ token, forMs }) =>
      connection.write(async () => {
        const now = connection.now();
        const isStillOurs = (await renew.run(now + forMs, token)).changes === 1;
        await takeOver(token, now);
        return isStillOurs;
      }),
    end: (token) => connection.write(async () => void (await giveUp(token))),
  };
}
