import { dateAt, instantAt } from "../../../calendar/working-days.ts";
import { fieldIn } from "../../message-data.ts";
import { marketDate } from "../../switch/days.ts";
import type { LossEvent } from "../events.ts";
import type { LossRules } from "../settings.ts";
import { isSaidIn, saidIn } from "./css-values.ts";
import type { NoticeFact, NoticeStatus, RefusalFact } from "./facts.ts";

type Notice = LossEvent<
  | "INVITED_TO_INTERVENE"
  | "SECURED_INACTIVE"
  | "SWITCH_CANCELLED"
  | "SWITCH_WITHDRAWN"
  | "SWITCH_ANNULLED"
  | "REGISTRATION_INACTIVE"
>;

const statuses: Readonly<Record<Notice["type"], NoticeStatus>> = {
  INVITED_TO_INTERVENE: "invited",
  SECURED_INACTIVE: "secured",
  SWITCH_CANCELLED: "cancelled",
  SWITCH_WITHDRAWN: "withdrawn",
  SWITCH_ANNULLED: "annulled",
  REGISTRATION_INACTIVE: "inactive",
};

/** What a notice of the switching service tells. */
export function noticeIn({ type, data, occurredAt: at }: Notice, rules: LossRules): NoticeFact {
  const { zone } = rules.calendar;
  const status = statuses[type];
  const day = (...names: readonly [string, ...string[]]) =>
    marketDate(saidIn(data, ...names), zone);
  // The date of a status is the switch's own only where the status is that supply ends.
  const ends = status === "secured" || status === "inactive";
  const from = ends
    ? day("effectiveDate", "registrationActiveDate", "registrationStatusFromDate")
    : null;
  const submitted = saidIn(data, "submissionDate");
  return {
    what: "notice",
    status,
    source: flowOf(type),
    registrationId: saidIn(data, "registrationId", "pendingRegistrationId"),
    currentRegistrationId: saidIn(data, "currentRegistrationId"),
    endDate: day("supplyStartDate") ?? from,
    interventionId: saidIn(data, "interventionId"),
    reference: saidIn(data, "supplierGeneratedReference"),
    submittedAt: submitted === null ? null : moment(submitted, rules),
    domestic: isSaidIn(data, "domesticPremisesInd"),
    changeOfOccupier: isSaidIn(data, "changeOfOccupancyInd"),
    isReturn: isSaidIn(data, "erroneousSwitchResolutionInd"),
    newSupplier: supplierIn(saidIn(data, "supplierMpid"), rules),
    isHalfHourly: false,
    service: null,
    at,
  };
}

/** What the registration service's own notice of a loss tells. */
export function lossIn(
  { data, occurredAt }: LossEvent<"LOSS_NOTIFIED">,
  rules: LossRules,
): NoticeFact {
  return {
    ...nothing(occurredAt),
    status: "notified",
    source: "D0058",
    endDate: marketDate(data.supplyEndDate, rules.calendar.zone),
    changeOfOccupier:
      data.changeOfTenancyIndicator === undefined ? null : data.changeOfTenancyIndicator === "T",
  };
}

/** What the end of a service's appointment because of a change of supplier tells. */
export function serviceEndIn(
  { data, occurredAt }: LossEvent<"SERVICE_ENDED">,
  rules: LossRules,
): NoticeFact {
  const { zone } = rules.calendar;
  const service =
    fieldIn(data, "deAppointedMeteringServiceMPID") ?? fieldIn(data, "deAppointedDataServiceMPID");
  return {
    ...nothing(occurredAt),
    status: "notified",
    source: "IF-037",
    registrationId: saidIn(data, "registrationId"),
    endDate:
      marketDate(fieldIn(data, "supplierEffectiveFromDate"), zone) ??
      marketDate(fieldIn(data, "meteringServiceEffectiveToDate"), zone) ??
      marketDate(fieldIn(data, "dataServiceEffectiveToDate"), zone),
    newSupplier: supplierIn(fieldIn(data, "incomingSupplierMPID"), rules),
    isHalfHourly: true,
    service,
  };
}

/** That the switching service does not do what we asked for. */
export function refusalIn(
  { data, occurredAt: at }: LossEvent<"REQUEST_REFUSED">,
  rules: LossRules,
): RefusalFact {
  const code = saidIn(data, "reasonCode");
  const reason = saidIn(data, "reason");
  return {
    what: "refusal",
    of: saidIn(data, "refused", "refusedRequest") === "Annulment" ? "annulment" : "objection",
    reason: [code, reason].filter((part) => part !== null).join(": ") || "no reason given",
    reference: saidIn(data, "supplierGeneratedReference"),
    registrationId: saidIn(data, "registrationId"),
    // A refusal tells no date of its own: it is about the switch of that time.
    endDate: dateAt(rules.calendar, at),
    at,
  };
}

function nothing(at: number): NoticeFact {
  return {
    what: "notice",
    status: "notified",
    source: "",
    registrationId: null,
    currentRegistrationId: null,
    endDate: null,
    interventionId: null,
    reference: null,
    submittedAt: null,
    domestic: null,
    changeOfOccupier: null,
    isReturn: null,
    newSupplier: null,
    isHalfHourly: false,
    service: null,
    at,
  };
}

/** A day without a time is known to be over when it is: the window is counted from the day alone. */
function moment(text: string, { calendar }: LossRules): number | null {
  const at = Date.parse(text);
  if (/T/.test(text) && !Number.isNaN(at)) return at;
  const date = marketDate(text, calendar.zone);
  return date === null ? null : instantAt(calendar, date, "00:00");
}

function supplierIn(participant: string | null, { us }: LossRules): string | null {
  return participant === us || participant === "x" ? null : participant;
}

function flowOf(type: Notice["type"]): string {
  if (type === "INVITED_TO_INTERVENE") return "CSS02700";
  return type === "SECURED_INACTIVE" ? "CSS02370" : "CSS-STATUS";
}
