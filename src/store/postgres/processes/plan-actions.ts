import type { ProcessBuild } from "../../port/processes/build-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { Gaps, OpenGap } from "../sequences/gaps.ts";

/** Plans an action once ever: a row of the event and action that is there stays as it is. */
const insertAction = `
  INSERT INTO actions
    (event, process, process_type, name, nth, state, verdicts, reason, planned_at, due_at, parked,
     attempts, ended_at)
  VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 0, 0, ?)
  ON CONFLICT (event, name, nth) DO NOTHING RETURNING id`;

/** Plans the actions of a build; gives how many are to be done now. */
export function planningActions(connection: Connection, word: Intern, gaps: Gaps) {
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
  async function planActions({ task, plans }: ProcessBuild): Promise<number> {
    const now = connection.now();
    let toDo = 0;
    for (const { event, action, state, verdicts, reason } of plans) {
      const gap = state === "planned" ? await gaps.before(event) : null;
      const { changes, lastInsertRowid } = await plan.run(
        event,
        task.process,
        await word(task.type),
        await word(action),
        state,
        verdicts,
        gap === null ? reason : waitsFor(gap),
        now,
        gap?.givesUpAt ?? now,
        state === "skipped" ? now : null,
      );
      if (changes === 0) continue;
      if (gap !== null) await gaps.wait(Number(lastInsertRowid), gap);
      else if (state === "planned") toDo += 1;
    }
    return toDo;
  }

  return planActions;
}

function waitsFor({ missing, givesUpAt }: OpenGap): string {
  const until = new Date(givesUpAt).toISOString();
  return `waits for the sender's file number ${missing}, which is missing, until ${until}`;
}
