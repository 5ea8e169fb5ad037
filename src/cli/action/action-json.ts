import type { ActionDetail, ActionRecord, FailedAttempt } from "../../core/action/ledger.ts";
import { type Brake, brakeOnAction } from "../../core/hold/brake.ts";
import { isoTime } from "../print/local-time.ts";
import { storedJson } from "../print/stored-json.ts";
import { brakeJson } from "../stuck/hold-lines.ts";

const moment = (at: number | null) => (at === null ? null : isoTime(at));

/** A row of the ledger as programs get it: times in UTC, with the hold that keeps it, if one of them does. */
export function actionJson(action: ActionRecord, brakes: readonly Brake[]): object {
  const { plannedAt, dueAt, startedAt, endedAt, ...rest } = action;
  const brake = brakeOnAction(brakes, action);
  return {
    ...rest,
    keptBy: brake === null ? null : brakeJson(brake),
    plannedAt: isoTime(plannedAt),
    dueAt: isoTime(dueAt),
    startedAt: moment(startedAt),
    endedAt: moment(endedAt),
  };
}

/** The same with all there is to know of it. */
export function actionDetailJson(
  detail: ActionDetail,
  opposite: string | null,
  brakes: readonly Brake[],
): object {
  const { failures, interventions } = detail;
  return {
    ...actionJson(detail, brakes),
    failures: failures.map(failureJson),
    interventions: interventions.map((one) => ({ ...one, at: isoTime(one.at) })),
    opposite,
  };
}

function failureJson({ startedAt, endedAt, error, ...rest }: FailedAttempt): object {
  return {
    ...rest,
    startedAt: isoTime(startedAt),
    endedAt: isoTime(endedAt),
    error: error === null ? null : storedJson(error),
  };
}
