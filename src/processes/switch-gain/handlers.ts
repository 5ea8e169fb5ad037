import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import type { DeadlinePassed } from "../../core/define/deadline.ts";
import type { GainEvent } from "./events.ts";
import { isRejected, sendingId, withOne } from "./facts.ts";
import { ofOurPoint, withDate } from "./ours.ts";
import {
  type AgentRole,
  type AskedAgent,
  agentRoles,
  type NoticeName,
  type Request,
  type Switch,
} from "./state.ts";

type Told = { readonly occurredAt: number };

/** The date that a moment of the switching service falls on, by the calendar's clocks. */
function dateOf(calendar: WorkingCalendar, text: string | undefined): IsoDate | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : dateAt(calendar, at);
}

/** Our own systems ask. While one request is under way another counts for nothing; after a rejection it is the next try. */
export function switchRequested(calendar: WorkingCalendar) {
  return (state: Switch, event: GainEvent<"SWITCH_REQUESTED">): Switch => {
    const { data, occurredAt: at } = event;
    const { request, otherRequests } = state;
    if (request !== null && !isRejected(state)) {
      if (request.reference === data.ourReference) return state;
      return { ...state, otherRequests: withOne(otherRequests, data.ourReference) };
    }
    if (request?.reference === data.ourReference) return state;
    const asked: Switch = {
      ...state,
      request: requestOf(data, at, dateAt(calendar, at)),
      suppliers: { ...state.suppliers, old: state.suppliers.old ?? data.currentSupplier ?? null },
      agents: {
        mop: proposed(state, "mop", data.meterOperators, data.meterOperatorContract),
        dc: proposed(state, "dc", data.dataCollectors, data.dataCollectorContract),
        da: proposed(state, "da", data.dataAggregators, data.dataAggregatorContract),
        ms: proposed(state, "ms", data.meteringServices, data.meteringServiceContract),
        ds: proposed(state, "ds", data.dataServices, data.dataServiceContract),
      },
    };
    return withDate(asked, "request", data.supplyStartDate);
  };
}

type Row = GainEvent<"SWITCH_REQUESTED">["data"];

function requestOf(data: Row, at: number, today: IsoDate): Request {
  return {
    at,
    reference: data.ourReference,
    fuel: data.fuel,
    domestic: data.domestic === "true",
    changeOfOccupier: data.changeOfOccupier === "true",
    returns: data.returnsErroneousTransfer === "true",
    halfHourlyMeter: data.metering === "HH",
    relevantDate: data.relevantDate ?? today,
    gspGroup: data.gspGroup ?? null,
    consent: data.consentGranularity ?? null,
    profileClass: data.profileClass ?? null,
    settlementConfiguration: data.standardSettlementConfiguration ?? null,
    customer: {
      name: data.customerName ?? null,
      contact: data.contactName ?? null,
      telephone: data.contactTelephone ?? null,
      email: data.contactEmail ?? null,
      address: [data.addressLine1, data.addressLine2].flatMap((line) => line ?? []),
      postcode: data.postcode ?? null,
      priorityServices: wordsOf(data.priorityServices),
    },
  };
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? "").split(/[\s;/]+/).filter((word) => word !== "");
}

/** Agents named in a request, and after them those that a person proposed before it was known. */
function proposed(
  state: Switch,
  role: AgentRole,
  names: string | undefined,
  contract: string | undefined,
): AskedAgent {
  const known = state.agents[role];
  const proposals = [...new Set([...wordsOf(names), ...known.proposals])];
  return { ...known, proposals, contract: contract ?? known.contract };
}

/** A person asks without a file: what is not said is as for a domestic customer who stays. */
export function requestedByHand(calendar: WorkingCalendar) {
  return (state: Switch, { data, occurredAt: at }: GainEvent<"REQUESTED_BY_HAND">): Switch => {
    if (state.request !== null && !isRejected(state)) return state;
    const row = {
      meteringPoint: state.point,
      fuel: data.fuel,
      supplyStartDate: state.startDate,
      ourReference: data.reference,
      domestic: data.domestic ? "true" : "false",
    } as const;
    const agents = Object.fromEntries(
      agentRoles.map((role) => [
        role,
        proposed(state, role, data.agents[role]?.join(" "), undefined),
      ]),
    ) as Switch["agents"];
    const request = {
      ...requestOf(row, at, dateAt(calendar, at)),
      changeOfOccupier: data.changeOfOccupier,
    };
    return withDate({ ...state, request, agents }, "request", state.startDate);
  };
}

type NoticeEvent = GainEvent<
  | "REQUEST_VALIDATED"
  | "SWITCH_PENDING"
  | "SWITCH_CANCELLED"
  | "SWITCH_WITHDRAWN"
  | "SWITCH_ANNULLED"
  | "SECURED_ACTIVE"
  | "SWITCH_ACTIVE"
>;

/** A notice of the switching service: the first of each kind counts, every date that is told is kept. */
export function noticeTold(name: NoticeName, calendar: WorkingCalendar) {
  return ofOurPoint((state: Switch, event: NoticeEvent): Switch => {
    const { $known = {} } = event.data;
    const effective = dateOf(calendar, $known.effectiveDate ?? $known.supplyStartDate);
    const known = state.notices[name];
    const notice = known ?? { at: event.occurredAt, effective, reason: $known.reason ?? null };
    const told: Switch = {
      ...state,
      registrationId: state.registrationId ?? $known.registrationId ?? null,
      notices: { ...state.notices, [name]: notice },
    };
    const isFirstDay = name === "pending" || name === "secured" || name === "active";
    return isFirstDay ? withDate(told, `switching service, ${name}`, effective) : told;
  });
}

/** A rejection answers one request: that of an earlier try says nothing of a later one. */
export function requestRejected(state: Switch, event: GainEvent<"REQUEST_REJECTED">): Switch {
  const { $known = {} } = event.data;
  const reference = $known.supplierGeneratedReference ?? state.request?.reference ?? "";
  if (state.rejections[reference] !== undefined) return state;
  const reason = $known.reason ?? null;
  const rejection = { at: event.occurredAt, effective: null, reason };
  return { ...state, rejections: { ...state.rejections, [reference]: rejection } };
}

/** We want it to end. */
export function withdrawalAsked(state: Switch, event: GainEvent<"WITHDRAWAL_ASKED">): Switch {
  if (state.withdrawal !== null) return state;
  const { reason } = event.data;
  return { ...state, withdrawal: { at: event.occurredAt, reason, refused: null } };
}

/** The switching service does not let us withdraw. */
export function withdrawalRefused(
  state: Switch,
  { data }: GainEvent<"WITHDRAWAL_REFUSED">,
): Switch {
  const refused = data.$known?.reason ?? "no reason given";
  return state.withdrawal === null
    ? state
    : { ...state, withdrawal: { ...state.withdrawal, refused } };
}

/** Something was made ready to be sent. */
export function flowPrepared(state: Switch, event: GainEvent<"FLOW_PREPARED">): Switch {
  const { purpose, to } = event.data;
  const id = sendingId(purpose, { role: null, participant: to });
  if (state.sent[id] !== undefined) return state;
  return { ...state, sent: { ...state.sent, [id]: event.occurredAt } };
}

/** A person proposes somebody else: they are asked next, in place of who has not agreed. */
export function agentProposed(state: Switch, { data }: GainEvent<"AGENT_PROPOSED">): Switch {
  const { role, participant, contract } = data;
  const agent = state.agents[role];
  const setAside = agent.proposals.filter(
    (one) =>
      one !== participant && !agent.accepted.includes(one) && agent.refused[one] === undefined,
  );
  const refused = { ...agent.refused };
  for (const one of setAside) refused[one] = "set aside by a person";
  delete refused[participant];
  const proposals = withOne(agent.proposals, participant);
  const changed = { ...agent, proposals, refused, contract: contract ?? agent.contract };
  return { ...state, agents: { ...state.agents, [role]: changed } };
}

/** A deadline has passed, once for each thing that it is about. */
export function switchOverdue(
  state: Switch,
  { type, data }: Told & { readonly type: string; readonly data: DeadlinePassed },
): Switch {
  return { ...state, overdue: withOne(state.overdue, overdueName(type, data.anchor)) };
}

/** Names what was late. */
export function overdueName(type: string, anchor = ""): string {
  return anchor === "" ? type : `${type} ${anchor}`;
}
