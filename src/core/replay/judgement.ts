import type { Verdict } from "../define/condition.ts";
import type { PlannedAction } from "../plan.ts";

/** A row of the ledger as far as it tells how its action was judged. */
export interface LedgerRow {
  readonly event: number;
  readonly action: string;
  readonly state: "planned" | "running" | "done" | "failed" | "held" | "skipped" | "cancelled";
  /** JSON text; null when there were no conditions. */
  readonly verdicts: string | null;
  readonly reason: string | null;
}

/** How an action was or would be judged; `none`: nothing subscribes it to its event. */
export type Judgement = "none" | PlannedAction["state"];

/** An action that would be judged otherwise today. */
export interface JudgementChange {
  readonly event: number;
  readonly action: string;
  readonly from: Judgement;
  readonly to: Judgement;
}

/**
 * Actions of a process's events that today's code judges otherwise than the ledger says they were.
 * `plans` are all that today's code makes of the same events. What became of an action since it was
 * judged is no difference: one that a person released, skipped or cancelled was judged before.
 */
export function judgementChanges(
  rows: readonly LedgerRow[],
  plans: readonly PlannedAction[],
): JudgementChange[] {
  const nameOf = ({ event, action }: Pick<LedgerRow, "event" | "action">) => `${event} ${action}`;
  const judged = new Map(rows.map((row) => [nameOf(row), row]));
  const changes: JudgementChange[] = [];
  for (const plan of plans) {
    const row = judged.get(nameOf(plan));
    judged.delete(nameOf(plan));
    const from = row === undefined ? "none" : judgementOf(row);
    // Once a person let a held action through, the ledger no longer tells that it was held.
    if (row !== undefined && plan.state === "held" && row.state !== "skipped") continue;
    if (from !== plan.state)
      changes.push({ event: plan.event, action: plan.action, from, to: plan.state });
  }
  for (const { event, action, ...row } of judged.values())
    changes.push({ event, action, from: judgementOf(row), to: "none" });
  return changes;
}

/** How a row was judged when it was planned, whatever became of it. */
function judgementOf({
  state,
  verdicts,
  reason,
}: Pick<LedgerRow, "state" | "verdicts" | "reason">): Judgement {
  if (state === "held") return "held";
  if (state === "skipped" && reason === "history") return "skipped";
  const said = verdicts === null ? [] : (JSON.parse(verdicts) as Verdict[]);
  return said.every(({ holds }) => holds) ? "planned" : "skipped";
}
