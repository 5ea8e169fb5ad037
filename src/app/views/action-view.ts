import { z } from "zod";
import {
  type ActionDetail,
  type ActionRecord,
  actionStates,
  type FailedAttempt,
  interventionKinds,
} from "../../core/action/ledger.ts";
import { type Hold, holdOnAction } from "../../core/hold/hold.ts";
import type { Advice } from "../../core/stuck/remedy.ts";
import { storedJson } from "../../core/text/stored-json.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import { holdView, viewHoldOrNull } from "./hold-view.ts";
import { count, id, list, moment, verdictView, viewVerdict } from "./parts.ts";
import { adviceView, viewAdvice } from "./remedy-view.ts";

/** An action because of one event; `keptBy`: the hold that keeps it. */
export const actionView = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(actionStates),
  failing: z.boolean(),
  processType: z.string(),
  key: z.string(),
  event: id,
  eventType: z.string(),
  nth: count,
  reason: z.string().nullable(),
  attempts: count,
  keptBy: holdView.nullable(),
  plannedAt: moment,
  dueAt: moment,
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
});

/** An action as views give it. */
export type ActionView = z.infer<typeof actionView>;

/** An action for programs; `holds`: those that are in force. */
export function viewAction(action: ActionRecord, holds: readonly Hold[]): ActionView {
  const { id: number, name, state, failing, processType, key, event, eventType } = action;
  const { nth, reason, attempts, plannedAt, dueAt, startedAt, endedAt } = action;
  return {
    id: number,
    name,
    state,
    failing,
    processType,
    key,
    event,
    eventType,
    nth,
    reason,
    attempts,
    keptBy: viewHoldOrNull(holdOnAction(holds, action)),
    plannedAt: utcTime(plannedAt),
    dueAt: utcTime(dueAt),
    startedAt: utcTimeOrNull(startedAt),
    endedAt: utcTimeOrNull(endedAt),
  };
}

/** An attempt that did not get the action done. */
const failureView = z.strictObject({
  attempt: id,
  outcome: z.enum(["failed", "timed-out", "refused", "stopped", "lost"]),
  reason: z.string(),
  startedAt: moment,
  endedAt: moment,
  error: z.unknown(),
});

/** An action with everything that happened to it. */
export const actionDetailView = actionView.extend({
  verdicts: list(verdictView),
  failures: list(failureView),
  interventions: list(
    z.strictObject({
      kind: z.enum(interventionKinds),
      actor: z.string(),
      reason: z.string(),
      at: moment,
      made: id.nullable(),
    }),
  ),
  effects: list(
    z.union([
      z.strictObject({ kind: z.literal("event"), event: id, type: z.string() }),
      z.strictObject({ kind: z.enum(["file", "email"]), message: id, state: z.string() }),
    ]),
  ),
  madeFor: id.nullable(),
  opposite: z.string().nullable(),
  next: list(adviceView),
});

/** All there is to know of an action, as views give it. */
export type ActionDetailView = z.infer<typeof actionDetailView>;

/** What is known of an action besides its row. */
interface ActionSurroundings {
  /** The action that undoes it; null when none does. */
  readonly opposite: string | null;
  /** The holds that are in force. */
  readonly holds: readonly Hold[];
  /** What a person may do about it. */
  readonly next: readonly Advice[];
}

/** All there is to know of an action, for programs. */
export function viewActionDetail(
  detail: ActionDetail,
  { opposite, holds, next }: ActionSurroundings,
): ActionDetailView {
  const { verdicts, failures, interventions, effects, madeFor } = detail;
  return {
    ...viewAction(detail, holds),
    verdicts: verdicts.map(viewVerdict),
    failures: failures.map(viewFailure),
    interventions: interventions.map((one) => ({ ...one, at: utcTime(one.at) })),
    effects,
    madeFor,
    opposite,
    next: next.map(viewAdvice),
  };
}

function viewFailure(failure: FailedAttempt): z.infer<typeof failureView> {
  const { startedAt, endedAt, error, ...rest } = failure;
  return {
    ...rest,
    startedAt: utcTime(startedAt),
    endedAt: utcTime(endedAt),
    error: error === null ? null : storedJson(error),
  };
}

/** How many failed actions of a name were put back into the queue. */
export const retriedActionsView = z.strictObject({
  name: z.string(),
  type: z.string().nullable(),
  retried: count,
});
