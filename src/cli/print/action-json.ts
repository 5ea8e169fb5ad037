import { type Brake, brakeOnAction } from "../../core/brake.ts";
import type { ActionDetail, ActionRecord, FailedAttempt } from "../../core/ledger.ts";
import { brakeJson } from "./brakes.ts";
import { isoTime } from "./local-time.ts";
import { storedJson } from "./stored-json.ts";

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
