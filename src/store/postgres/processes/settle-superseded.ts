import type { ProcessBuild } from "../../port/processes/build-store.ts";
import type { Connection } from "../database/connection.ts";

/** Cancels what is not done yet because of a deadline that turned out not to have passed. */
const cancelSuperseded = `
  UPDATE actions SET state = 'cancelled', parked = 0, ended_at = ?,
                     reason = 'its deadline had been moved or met in time, as came to light later'
  WHERE event = ? AND state IN ('planned', 'failed', 'needs-review')`;

/** Keeps beside it what it was, for when the deadline turns out to have passed. */
const rememberSuperseded = `
  INSERT INTO cancelled_with_event (action, process, state, reason, ended_at)
  SELECT id, process, state, reason, ended_at FROM actions
  WHERE event = ? AND state IN ('planned', 'failed', 'needs-review')
  ON CONFLICT (action) DO UPDATE SET
    state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at`;

/** Whether anything of a process was cancelled with its event. */
const selectAnyCancelled = "SELECT 1 FROM cancelled_with_event WHERE process = ? LIMIT 1";

/** Makes what was cancelled with events of a process that count again as it was before. */
const restoreCounting = `
  UPDATE actions SET state = c.state, reason = c.reason, ended_at = c.ended_at
  FROM cancelled_with_event c
  WHERE c.process = ? AND actions.id = c.action AND actions.state = 'cancelled'
    AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = actions.event)
    AND actions.event NOT IN (SELECT json_array_elements_text(?::json)::bigint)`;

/** Forgets what is as it was before. */
const forgetRestored = `
  DELETE FROM cancelled_with_event
  WHERE process = ? AND EXISTS (
    SELECT 1 FROM actions a WHERE a.id = cancelled_with_event.action AND a.state <> 'cancelled')`;

/**
 * Takes back that a deadline passed, whose event turned out not to count: asked for again, it fires again.
 * Not when a person declared another event of it void, which is to stay so. `OFFSET 0`: its few events are found
 * first; the planner, which takes them for many, would read all that is void beside all events.
 */
const takeBackPassed = `
  UPDATE deadlines SET state = 'dropped'
  WHERE id = (SELECT ref FROM origins WHERE event = ? AND kind = 'deadline') AND state = 'fired'
    AND NOT EXISTS (
      SELECT 1 FROM (
        SELECT o.event FROM origins o
        WHERE o.identity = 'deadline:' || deadlines.id
           OR (o.identity > 'deadline:' || deadlines.id || ':' AND o.identity < 'deadline:' || deadlines.id || ';')
        OFFSET 0) d
      WHERE EXISTS (SELECT 1 FROM voids v WHERE v.event = d.event OFFSET 0))`;

/** Notes that a deadline passed, of the event that counts for it: it is not to fire once more. */
const notePassed = `
  UPDATE deadlines SET state = 'fired'
  WHERE id = (SELECT ref FROM origins WHERE event = ? AND kind = 'deadline')`;

/** What follows for actions and deadlines from events that turned out not to count, or to count. */
export function superseding({ db }: Connection) {
  const remember = db.prepare<[number]>(rememberSuperseded);
  const anyCancelled = db.prepare<[number], 1>(selectAnyCancelled).pluck();
  const restore = db.prepare<[number, string]>(restoreCounting);
  const forget = db.prepare<[number]>(forgetRestored);
  const cancel = db.prepare<[number, number]>(cancelSuperseded);
  const takeBack = db.prepare<[number]>(takeBackPassed);
  const confirm = db.prepare<[number]>(notePassed);

  return async (build: ProcessBuild, now: number): Promise<void> => {
    for (const event of build.superseded) {
      await remember.run(event);
      await cancel.run(now, event);
    }
    if ((await anyCancelled.get(build.task.process)) !== undefined) {
      await restore.run(build.task.process, JSON.stringify(build.superseded));
      await forget.run(build.task.process);
    }
    for (const event of build.superseded) await takeBack.run(event);
    for (const event of build.passed) await confirm.run(event);
  };
}
