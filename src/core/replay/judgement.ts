import type { Verdict } from "../define/condition.ts";
import type { PlannedAction } from "../process/plan.ts";

/** A row of the ledger as far as it tells how its action was judged. */
export interface LedgerRow {
  readonly event: number;
  readonly action: string;
  readonly state:
    | "planned"
    | "running"
    | "done"
    | "failed"
    | "needs-review"
    | "skipped"
    | "cancelled";
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

/** The ledger's rows of an event, those that a person forced left out. */
export type RowsOfEvent = (event: number) => readonly LedgerRow[];

/**
 * Actions because of some events of a process that today's code judges otherwise than the ledger says they
 * were. `plans` are all that today's code makes of them. What became of an action since it was judged is
 * no difference: one that a person released, skipped or cancelled was judged before.
 */
export function judgementChanges(
  events: readonly number[],
  rowsOf: RowsOfEvent,
  plans: readonly PlannedAction[],
): JudgementChange[] {
  const changes: JudgementChange[] = [];
  const judged = new Set<LedgerRow>();
  for (const plan of plans) {
    const { event, action, state } = plan;
    const row = rowsOf(event).find((one) => one.action === action);
    if (row === undefined) {
      changes.push({ event, action, from: "none", to: state });
      continue;
    }
    judged.add(row);
    if (isJudgedAs(row, plan)) continue;
    const from = judgementOf(row);
    if (from !== state) changes.push({ event, action, from, to: state });
  }
  for (const event of events)
    for (const row of rowsOf(event))
      if (!judged.has(row))
        changes.push({ event, action: row.action, from: judgementOf(row), to: "none" });
  return changes;
}

/** Whether the row is as plain as most are: then its verdicts need not be read. */
function isJudgedAs({ state, reason }: LedgerRow, plan: PlannedAction): boolean {
  if (state === "skipped") return plan.state === "skipped" && reason === plan.reason;
  // Once a person let an action that needs review through, the ledger no longer tells that it did.
  return plan.state === "needs-review";
}

/** How a row was judged when it was planned, whatever became of it. */
function judgementOf({
  state,
  verdicts,
  reason,
}: Pick<LedgerRow, "state" | "verdicts" | "reason">): Judgement {
  if (state === "needs-review") return "needs-review";
  if (state === "skipped" && reason === "history") return "skipped";
  const said = verdicts === null ? [] : (JSON.parse(verdicts) as Verdict[]);
  return said.every(({ holds }) => holds) ? "planned" : "skipped";
}
