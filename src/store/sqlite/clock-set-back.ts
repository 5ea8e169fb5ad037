import type { Connection } from "./connection.ts";

/** When the wait of a planned action began: after its last attempt, at a person's decision, or when planned. */
const waitsFrom = `
  max(planned_at,
      ifnull((SELECT t.ended_at FROM attempts t WHERE t.action = actions.id AND t.attempt = actions.attempts), 0),
      ifnull((SELECT max(i.at) FROM interventions i WHERE i.action = actions.id), 0))`;

const sinceAFutureMoment = `state = 'planned' AND due_at > @now AND ${waitsFrom} > @now`;

const begunAnew = `due_at = @now + max(0, due_at - ${waitsFrom})`;

/** Has waits that began at a moment which lies in the future begin now, each as long as it was. */
const bringForwardWaiting = `
  UPDATE actions INDEXED BY actions_due SET ${begunAnew} WHERE parked = 0 AND ${sinceAFutureMoment}`;

/** The same of actions that wait for another of their process. */
const bringForwardParked = `
  UPDATE actions INDEXED BY actions_parked SET ${begunAnew} WHERE parked = 1 AND ${sinceAFutureMoment}`;

/** Told the clock's moment in each turn, within a write. */
export type BringForward = (now: number) => void;

/**
 * Notices a clock that was ahead and is set back. Due times are moments of the wall clock: what was put off
 * while it was ahead would wait for as long as it was. All that waits is looked at once after a start and
 * whenever the clock shows an earlier moment than before, never otherwise.
 */
export function clockSetBack({ db }: Connection): BringForward {
  const waiting = db.prepare<[{ now: number }]>(bringForwardWaiting);
  const parked = db.prepare<[{ now: number }]>(bringForwardParked);
  let latest = Number.POSITIVE_INFINITY;
  return (now) => {
    if (now < latest) {
      waiting.run({ now });
      parked.run({ now });
    }
    latest = now;
  };
}
