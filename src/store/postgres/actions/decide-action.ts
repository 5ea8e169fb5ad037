import type { ActionRecord, ActionState, InterventionKind } from "../../../core/action/ledger.ts";
import type { ActionDecision, ActionStore } from "../../port/actions/action-store.ts";
import {
  type ActionStep,
  actionStep,
  type DecidedAction,
  noAction,
} from "../../rules/action-transitions.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { RowsByKeys } from "../database/listing.ts";

/** Failed actions of a name, a page of them. */
const selectFailedOfName = `
  SELECT id FROM actions
  WHERE state IN ('failed', 'needs-review') AND state = 'failed' AND id > @after
    AND name = (SELECT id FROM strings WHERE text = @name)
    AND (@type::text IS NULL OR process_type = (SELECT id FROM strings WHERE text = @type))
    AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = actions.event)
  ORDER BY id LIMIT @limit`;

/** Rows changed in one transaction when there may be many. */
const atOnce = 1_000;

/** A row to be decided about. */
type Row = Omit<DecidedAction, "isVoid" | "undoneBy"> & { readonly isVoid: 0 | 1 };

/** Carries a decision out, within a write, and gives the action or the one added. */
type Decide = (
  id: number,
  decision: ActionDecision,
  actor: string,
  reason: string,
) => Promise<number>;

/** Prepares the statements. */
function actionDecisions(connection: Connection, word: Intern): Decide {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    `SELECT a.id, a.event, a.state,
            EXISTS (SELECT 1 FROM voids v WHERE v.event = a.event) AS "isVoid"
     FROM actions a WHERE a.id = ?`,
  );
  const end = db.prepare<[ActionState, string, number, number]>(
    "UPDATE actions SET state = ?, parked = 0, reason = ?, ended_at = ? WHERE id = ?",
  );
  const plan = db.prepare<[number, number]>(
    `UPDATE actions SET state = 'planned', parked = 0, due_at = ?, uncounted = attempts,
       reason = NULL, ended_at = NULL WHERE id = ?`,
  );
  const again = db.prepare<
    [{ id: number; name: number | null; verdicts: 0 | 1; reason: string; at: number }]
  >(
    `INSERT INTO actions (event, process, process_type, name, nth, state, verdicts, reason, planned_at,
       due_at, parked, attempts)
     SELECT a.event, a.process, a.process_type, coalesce(@name, a.name),
       (SELECT coalesce(max(o.nth), 0) + 1 FROM actions o
        WHERE o.event = a.event AND o.name = coalesce(@name, a.name)),
       'planned', CASE WHEN @verdicts = 1 THEN a.verdicts END, @reason, @at, @at, 0, 0
     FROM actions a WHERE a.id = @id RETURNING id`,
  );
  const note = db.prepare<[number, InterventionKind, number | null, string, string, number]>(
    "INSERT INTO interventions (action, kind, made, actor, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const undoneBy = db
    .prepare<[number], number>(
      `SELECT i.made FROM interventions i JOIN actions m ON m.id = i.made
       WHERE i.action = ? AND i.kind = 'undo' AND m.state NOT IN ('cancelled', 'skipped') LIMIT 1`,
    )
    .pluck();

  /** Gives the action that was added, if one was. */
  async function carryOut(
    id: number,
    step: ActionStep,
    reason: string,
    at: number,
  ): Promise<number | null> {
    if ("to" in step) {
      if (step.to === "planned") await plan.run(at, id);
      else await end.run(step.to, reason, at, id);
      return null;
    }
    const { adds, opposite } = step;
    const name = opposite === null ? null : await word(opposite);
    const verdicts = opposite === null ? 1 : 0;
    return Number((await again.run({ id, name, verdicts, reason: adds, at })).lastInsertRowid);
  }

  return async (id, decision, actor, reason) => {
    const row = await select.get(id);
    if (row === undefined) throw noAction(id);
    const undone = decision.kind === "undo" ? await undoneBy.get(id) : undefined;
    const action = { ...row, isVoid: row.isVoid === 1, undoneBy: undone ?? null };
    const at = connection.now();
    const made = await carryOut(id, actionStep(action, decision), reason, at);
    await note.run(id, decision.kind, made, actor, reason, at);
    return made ?? id;
  };
}

/** The verbs of people. */
export function decidingAction(
  connection: Connection,
  word: Intern,
  actionsOf: RowsByKeys<ActionRecord>,
): Pick<ActionStore, "decide" | "retryFailed"> {
  const { db } = connection;
  const decide = actionDecisions(connection, word);
  const failed = db
    .prepare<[{ name: string; type: string | null; after: number; limit: number }], number>(
      selectFailedOfName,
    )
    .pluck();
  return {
    decide: ({ id, decision, actor, reason }) =>
      connection.write(async () => {
        const [record] = await actionsOf([await decide(id, decision, actor, reason)]);
        if (record === undefined) throw new Error(`Action ${id} is gone within its transaction`);
        return record;
      }),
    async retryFailed({ queue: { name, processType }, actor, reason }) {
      let count = 0;
      let after = 0;
      for (;;) {
        const ids = await connection.write(async () => {
          const page = await failed.all({ name, type: processType ?? null, after, limit: atOnce });
          for (const id of page) await decide(id, { kind: "retry" }, actor, reason);
          return page;
        });
        count += ids.length;
        if (ids.length < atOnce) return count;
        after = ids.at(-1) ?? after;
      }
    },
  };
}
