import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import type { DeadlinePassed } from "../../core/define/deadline.ts";
import { sendingId, withOne } from "./conditions.ts";
import type { GainEvent } from "./events.ts";
import { ofOurPoint, withDate } from "./ours.ts";
import type { NoticeName, Switch } from "./state.ts";

type Told = { readonly occurredAt: number };

/** The date that a moment of the switching service falls on, by the calendar's clocks. */
function dateOf(calendar: WorkingCalendar, text: string | undefined): IsoDate | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : dateAt(calendar, at);
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

/** A notice of the switching service: the first of each kind counts, every date that is reported is kept. */
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

/** Another supplier has the point from now on: one that was taken by mistake has gone back. */
export function supplyEnded(state: Switch, event: GainEvent<"SUPPLY_ENDED">): Switch {
  const { notices, startDate, endedAt } = state;
  const isSupplied = notices.active !== null || notices.secured !== null;
  if (!isSupplied || endedAt !== null || event.occurredAt <= Date.parse(startDate)) return state;
  return { ...state, endedAt: event.occurredAt };
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
