import { actionTransitions } from "../../core/action/action-transitions.ts";
import type { ActionState, InterventionKind } from "../../core/action/ledger.ts";
import { notFound, RefusedError } from "../../core/refusal/refused-error.ts";
import { statesBefore } from "../../core/state/transition.ts";
import { advice } from "../../core/stuck/remedy.ts";
import type { ActionDecision } from "../port/actions/action-store.ts";

const statesFor = (kind: InterventionKind) => statesBefore(actionTransitions, kind);

/** From which states a decision leads on, and to which; `force` and `undo` leave the action and add another. */
export const actionDecisions: Readonly<
  Record<
    InterventionKind,
    { readonly from: readonly ActionState[]; readonly to: ActionState | null }
  >
> = {
  cancel: { from: statesFor("cancel"), to: "cancelled" },
  skip: { from: statesFor("skip"), to: "skipped" },
  // One that waits for its next attempt may be tried now.
  retry: { from: statesFor("retry"), to: "planned" },
  release: { from: statesFor("release"), to: "planned" },
  force: { from: ["done", "failed", "skipped", "cancelled"], to: null },
  undo: { from: ["done"], to: null },
};

/** An action that a person decides about. */
export interface DecidedAction {
  readonly id: number;
  readonly event: number;
  readonly state: ActionState;
  readonly isVoid: boolean;
  /** The action that undoes it already; null when none does. */
  readonly undoneBy: number | null;
}

/** What a decision comes to: the action has another state, or another is planned; `opposite` is its name. */
export type ActionStep =
  | { readonly to: ActionState }
  | { readonly adds: string; readonly opposite: string | null };

/** What a person's decision about an action does. Throws a `RefusedError` when its state does not allow it. */
export function actionStep(action: DecidedAction, decision: ActionDecision): ActionStep {
  const { id, event, state, isVoid, undoneBy } = action;
  const { kind } = decision;
  if (isVoid && makesItDone.has(kind))
    throw refused(
      id,
      `Action ${id} is because of event ${event}, which is void: it cannot be made to ${kind}. Restore the event first.`,
    );
  const { from, to } = actionDecisions[kind];
  if (!from.includes(state)) throw cannot(action, kind, from);
  if (to !== null) return { to };
  if (decision.kind !== "undo") return { adds: `action ${id} once more`, opposite: null };
  if (undoneBy !== null)
    throw refused(id, `Action ${id} is undone already, by action ${undoneBy}.`);
  return { adds: `undoes action ${id}`, opposite: decision.opposite };
}

/** That there is no such action to decide about. */
export function noAction(id: number): RefusedError {
  return notFound(
    `action ${id}`,
    advice("`{}` shows those there are", { remedy: "list", of: "action" }),
  );
}

const makesItDone: ReadonlySet<InterventionKind> = new Set(["retry", "force", "release"]);

const doing: Readonly<Record<InterventionKind, string>> = {
  cancel: "cancelled",
  skip: "skipped",
  retry: "tried again",
  force: "done once more",
  release: "released",
  undo: "undone",
};

function cannot(
  { id, state }: DecidedAction,
  kind: InterventionKind,
  from: readonly ActionState[],
): RefusedError {
  const wait = state === "running" ? " Wait until it has ended." : "";
  return refused(
    id,
    `Action ${id} is ${state} and cannot be ${doing[kind]}: only one that is ${from.join(" or ")} can.${wait}`,
  );
}

function refused(id: number, sentence: string): RefusedError {
  return new RefusedError("conflict", sentence, { about: `action ${id}` });
}
