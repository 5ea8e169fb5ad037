import type { InterventionKind } from "../../../core/action/ledger.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { ActionDecision } from "../../../store/port/actions/action-store.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedAction } from "../../asked/asked.ts";
import { oppositeOf } from "../../asked/opposite-action.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ActionView, viewAction } from "../../views/action-view.ts";

/** What a person decides about one action. */
export interface DecideActionInput {
  readonly action: number;
  readonly kind: InterventionKind;
}

/** Does what a person decided about an action; gives it, or the one that was added for it. */
export async function decideAction(
  installation: OpenInstallation,
  { action: id, kind }: DecideActionInput,
  by: ChangedBy,
): Promise<ActionView> {
  const changedBy = whoAndWhy(by);
  const decision = kind === "undo" ? await undoing(installation, id) : { kind };
  const { actions, holds } = installation.store;
  return viewAction(await actions.decide({ id, decision, ...changedBy }), await holds.list());
}

/** Failed actions of a name, of one type of process or of all. */
export interface RetryActionsInput {
  readonly name: string;
  readonly type?: string;
}

/** Plans all failed actions of a name again; gives how many. */
export async function retryFailedActions(
  { store }: OpenInstallation,
  { name, type }: RetryActionsInput,
  by: ChangedBy,
): Promise<number> {
  const changedBy = whoAndWhy(by);
  const queue = { name, ...(type !== undefined && { processType: type }) };
  return store.actions.retryFailed({ queue, ...changedBy });
}

async function undoing(installation: OpenInstallation, id: number): Promise<ActionDecision> {
  const action = await askedAction(installation.store, id);
  const opposite = await oppositeOf(installation, action);
  if (opposite !== null) return { kind: "undo", opposite };
  throw new RefusedError("conflict", `Nothing is declared to undo action ${id}, ${action.name}`, {
    about: `action ${id}`,
    remedy: advice("`{}` shows what it brought about", { remedy: "show-action", action: id }),
  });
}
