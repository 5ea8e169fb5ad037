import { stopped } from "../outbound/stopped-files.ts";
import type { Connection } from "./connection.ts";

/** When the wait of a planned action began: after its last attempt, at a person's decision, or when planned. */
const actionWaitsFrom = `
  greatest(planned_at,
      coalesce((SELECT t.ended_at FROM attempts t WHERE t.action = actions.id AND t.attempt = actions.attempts), 0),
      coalesce((SELECT max(i.at) FROM interventions i WHERE i.action = actions.id), 0))`;

/** When that of a file or e-mail began: after its last attempt, at a person's decision, or when it was put together. */
const fileWaitsFrom = `
  greatest(created_at,
      coalesce((SELECT max(l.at) FROM outbound_log l WHERE l.outbound = outbound.id), 0))`;

/** Has a wait that began at a moment which is in the future begin now, as long as it was. */
function begunNow(table: string, waitsFrom: string, where: string): string {
  return `
    UPDATE ${table} SET due_at = @now + greatest(0, due_at - ${waitsFrom})
    WHERE ${where} AND due_at > @now AND ${waitsFrom} > @now`;
}

/** Actions that wait for their moment, and those that wait for another of their process. */
export const bringActionsForward = [
  begunNow("actions", actionWaitsFrom, "state = 'planned' AND parked = 0"),
  begunNow("actions", actionWaitsFrom, "state = 'planned' AND parked = 1"),
] as const;

/** Files and e-mails that wait to be delivered, and those that a person holds. */
export const bringFilesForward = [
  begunNow("outbound", fileWaitsFrom, "state IN ('ready', 'uploaded') AND on_hold = 0"),
  begunNow(
    "outbound",
    fileWaitsFrom,
    `${stopped("outbound")} AND state IN ('ready', 'uploaded') AND on_hold = 1`,
  ),
] as const;

/** What waits to be put into a file: how long its batch stays open counts from when it was asked for. */
export const bringMessagesForward = [
  `UPDATE outbound_messages SET at = @now WHERE state = 'waiting' AND at > @now`,
] as const;

/** Brings forward what waits, where the clock was set back. */
export interface BringForward {
  /** To be called within a write. */
  within(): Promise<void>;
  /** To be called where nothing is written otherwise: writes only when the clock was set back. */
  before(): Promise<void>;
}

/**
 * Notices a clock that was ahead and is set back. Due times are moments of the wall clock: what was put off
 * while it was ahead would wait for as long as it was. All that waits is looked at once after a start and
 * whenever the clock shows an earlier moment than before, never otherwise.
 */
export function clockSetBack(connection: Connection, updates: readonly string[]): BringForward {
  const prepared = updates.map((sql) => connection.db.prepare<[{ now: number }]>(sql));
  let latest = Number.POSITIVE_INFINITY;
  const bring = async (now: number) => {
    if (now < latest) for (const update of prepared) await update.run({ now });
  };
  return {
    async within() {
      const now = connection.now();
      await bring(now);
      latest = now;
    },
    async before() {
      const now = connection.now();
      if (now < latest) await connection.write(() => bring(now));
      latest = now;
    },
  };
}
