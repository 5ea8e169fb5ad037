import type { ActionRecord, ActionState, InterventionKind } from "../../../core/action/ledger.ts";
import type { ActionDecision, ActionStore } from "../../port/actions/action-store.ts";
import { StoreError } from "../../port/store-error.ts";

import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { RowsByKeys } from "../database/listing.ts";

/** Failed actions of a name, a page of them. */
export const selectFailedOfName = `
  SELECT id FROM actions
  WHERE state IN ('failed', 'held') AND state = 'failed' AND id > @after
    AND name = (SELECT id FROM words WHERE text = @name)
    AND (@type IS NULL OR process_type = (SELECT id FROM words WHERE text = @type))
    AND event NOT IN (SELECT event FROM voids)
  ORDER BY id LIMIT @limit`;

/** Rows changed in one transaction when there may be many. */
const atOnce = 1_000;

/** From which states a decision leads on, and to which. */
const steps: Readonly<
  Record<Exclude<InterventionKind, "force" | "undo">, { from: ActionState[]; to: ActionState }>
> = {
  cancel: { from: ["planned", "failed", "held"], to: "cancelled" },
  skip: { from: ["planned", "failed", "held"], to: "skipped" },
  // One that waits for its next attempt may be tried now.
  retry: { from: ["failed", "planned"], to: "planned" },
  release: { from: ["held"], to: "planned" },
};

const ended: readonly ActionState[] = ["done", "failed", "skipped", "cancelled"];

/** A row to be decided about. */
interface Row {
  readonly id: number;
  readonly event: number;
  readonly state: ActionState;
  readonly isVoid: 0 | 1;
}

/** Carries a decision out, within a write, and gives the action or the one added. */
type Decide = (id: number, decision: ActionDecision, actor: string, reason: string) => number;

/** Prepares the statements. */
function actionDecisions(connection: Connection, word: Intern): Decide {
  const { db } = connection;
  const select = db.prepare<[number], Row>(
    `SELECT a.id, a.event, a.state,
            EXISTS (SELECT 1 FROM voids v WHERE v.event = a.event) AS isVoid
     FROM actions a WHERE a.id = ?`,
  );
  const end = db.prepare<[ActionState, string, number, number]>(
    "UPDATE actions SET state = ?, parked = 0, reason = ?, ended_at = ? WHERE id = ?",
  );
  const plan = db.prepare<[number, number]>(
    `UPDATE actions SET state = 'planned', parked = 0, due_at = ?, forgiven = attempts,
       reason = NULL, ended_at = NULL WHERE id = ?`,
  );
  const again = db.prepare<{
    id: number;
    name: number | null;
    verdicts: 0 | 1;
    reason: string;
    at: number;
  }>(
    `INSERT INTO actions (event, process, process_type, name, nth, state, verdicts, reason, planned_at,
       due_at, parked, attempts)
     SELECT a.event, a.process, a.process_type, ifnull(@name, a.name),
       (SELECT ifnull(max(o.nth), 0) + 1 FROM actions o
        WHERE o.event = a.event AND o.name = ifnull(@name, a.name)),
       'planned', iif(@verdicts, a.verdicts, NULL), @reason, @at, @at, 0, 0
     FROM actions a WHERE a.id = @id`,
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

  /** A new row that does the same once more, or its opposite. */
  function add(row: Row, opposite: string | null, at: number): number {
    const name = opposite === null ? null : word(opposite);
    const reason = opposite === null ? `action ${row.id} once more` : `undoes action ${row.id}`;
    const verdicts = opposite === null ? 1 : 0;
    return Number(again.run({ id: row.id, name, verdicts, reason, at }).lastInsertRowid);
  }

  function carryOut(row: Row, decision: ActionDecision, reason: string, at: number): number | null {
    switch (decision.kind) {
      case "force":
        if (!ended.includes(row.state)) throw cannot(row, decision, ended);
        return add(row, null, at);
      case "undo": {
        if (row.state !== "done") throw cannot(row, decision, ["done"]);
        const before = undoneBy.get(row.id);
        if (before !== undefined)
          throw refused(`Action ${row.id} is undone already, by action ${before}.`);
        return add(row, decision.opposite, at);
      }
      default: {
        const { from, to } = steps[decision.kind];
        if (!from.includes(row.state)) throw cannot(row, decision, from);
        if (to === "planned") plan.run(at, row.id);
        else end.run(to, reason, at, row.id);
        return null;
      }
    }
  }

  return (id, decision, actor, reason) => {
    const row = select.get(id);
    if (row === undefined) throw refused(`There is no action ${id} in the store.`);
    if (row.isVoid === 1 && makesItDone.has(decision.kind)) throw ofVoidEvent(row, decision);
    const at = connection.now();
    const made = carryOut(row, decision, reason, at);
    note.run(id, decision.kind, made, actor, reason, at);
    return made ?? id;
  };
}

/** The verbs of people. */
export function decideAction(
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
      connection.write(() => {
        const [record] = actionsOf([decide(id, decision, actor, reason)]);
        if (record === undefined) throw new Error(`Action ${id} is gone within its transaction`);
        return record;
      }),
    async retryFailed({ queue: { name, processType }, actor, reason }) {
      let count = 0;
      let after = 0;
      for (;;) {
        const ids = await connection.write(() => {
          const page = failed.all({ name, type: processType ?? null, after, limit: atOnce });
          for (const id of page) decide(id, { kind: "retry" }, actor, reason);
          return page;
        });
        count += ids.length;
        if (ids.length < atOnce) return count;
        after = ids.at(-1) ?? after;
      }
    },
  };
}

const makesItDone: ReadonlySet<InterventionKind> = new Set(["retry", "force", "release"]);

function ofVoidEvent({ id, event }: Row, { kind }: ActionDecision): StoreError {
  return refused(
    `Action ${id} is because of event ${event}, which is void: it cannot be made to ${kind}. Restore the event first.`,
  );
}

const doing: Readonly<Record<InterventionKind, string>> = {
  cancel: "cancelled",
  skip: "skipped",
  retry: "tried again",
  force: "done once more",
  release: "released",
  undo: "undone",
};

function cannot(row: Row, { kind }: ActionDecision, from: readonly ActionState[]): StoreError {
  const wait = row.state === "running" ? " Wait until it has ended." : "";
  return refused(
    `Action ${row.id} is ${row.state} and cannot be ${doing[kind]}: only one that is ${from.join(" or ")} can.${wait}`,
  );
}

function refused(sentence: string): StoreError {
  return new StoreError("failed", sentence);
}
