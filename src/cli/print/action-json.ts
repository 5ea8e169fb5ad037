import type { ActionDetail, ActionRecord, FailedAttempt } from "../../core/ledger.ts";
import { isoTime } from "./local-time.ts";
import { storedJson } from "./stored-json.ts";

const moment = (at: number | null) => (at === null ? null : isoTime(at));

/** A row of the ledger as programs get it: times in UTC. */
export function actionJson({
  plannedAt,
  dueAt,
  startedAt,
  endedAt,
  ...rest
}: ActionRecord): object {
  return {
    ...rest,
    plannedAt: isoTime(plannedAt),
    dueAt: isoTime(dueAt),
    startedAt: moment(startedAt),
    endedAt: moment(endedAt),
  };
}

/** The same with all there is to know of it. */
export function actionDetailJson(detail: ActionDetail, opposite: string | null): object {
  const { failures, interventions } = detail;
  return {
    ...actionJson(detail),
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
