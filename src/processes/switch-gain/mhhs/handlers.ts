import type { IsoDate, WorkingCalendar } from "../../../calendar/working-calendar.ts";
import { dateAt } from "../../../calendar/working-days.ts";
import type { FoldedEvent } from "../../../core/event/event.ts";
import { fieldOf, groupsIn } from "../../message-data.ts";
import { withOne } from "../conditions.ts";
import type { GainEvent } from "../events.ts";
import { withReading } from "../legacy/handlers.ts";
import { daysApart, isOurs, withDate, withHeard } from "../ours.ts";
import type { GainSettings } from "../settings.ts";
import type { AgentRole, OpeningReading, Register, Switch } from "../state.ts";
import {
  commonMember,
  eventCodesOf,
  isCalled,
  memberOf,
  registrationOf,
  verdictOf,
} from "./message.ts";

type Event = Pick<FoldedEvent, "data" | "occurredAt">;

/** The service that a message about an appointment means. */
function appointedIn(
  event: Event,
): { role: AgentRole; participant: string; date: string | null } | null {
  const ms = memberOf(event, "B070", "proposedMeteringServiceMPID");
  const ds = memberOf(event, "B071", "proposedDataServiceMPID");
  if (ms !== null) {
    const date = memberOf(event, "B070", "proposedMeteringServiceDIPEffectiveFromDate");
    return { role: "ms", participant: ms, date };
  }
  if (ds === null) return null;
  const date = memberOf(event, "B071", "proposedDataServiceDIPEffectiveFromDate");
  return { role: "ds", participant: ds, date };
}

/** What messages are read by. */
export interface Reading {
  readonly settings: GainSettings;
  readonly calendar: WorkingCalendar;
}

function dateOf({ calendar }: Reading, text: string | null): IsoDate | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : dateAt(calendar, at);
}

function isMeant({ settings }: Reading, state: Switch, event: Event, date: IsoDate | null) {
  return isOurs(state, event, { registration: registrationOf(event), date }, settings);
}

function refused(state: Switch, role: AgentRole, participant: string, why: string): Switch {
  const agent = state.agents[role];
  if (agent.refused[participant] !== undefined) return state;
  const changed = { ...agent, refused: { ...agent.refused, [participant]: why } };
  return { ...state, agents: { ...state.agents, [role]: changed } };
}

/** IF-002. */
export function pointInformed(by: Reading) {
  return (state: Switch, event: GainEvent<"POINT_INFORMED">): Switch => {
    const date = dateOf(by, memberOf(event, "B002", "supplierEffectiveFromDate"));
    if (!isMeant(by, state, event, date)) return state;
    const dated = withDate(state, "IF-002", date);
    const registrationId = state.registrationId ?? registrationOf(event);
    if (state.halfHourly !== null) return { ...dated, registrationId };
    const halfHourly = {
      at: event.occurredAt,
      service: commonMember(event, "S1", "senderDIPID") ?? "",
      distributor: commonMember(event, "M0", "distributorDIPID"),
      gspGroup: commonMember(event, "M0", "GSPGroupID"),
      meteringService: memberOf(event, "B005", "currentMeteringServiceMPID"),
      dataService: memberOf(event, "B005", "currentDataServiceMPID"),
      confirmedAt: null,
    };
    return { ...dated, registrationId, halfHourly };
  };
}

/** IF-003. */
export function regimeReversed(by: Reading) {
  return (state: Switch, event: GainEvent<"REGIME_REVERSED">): Switch => {
    const date = dateOf(by, memberOf(event, "B002", "supplierEffectiveFromDate"));
    if (!isMeant(by, state, event, date)) return state;
    const told = memberOf(event, "B008", "deAppointedMeteringServiceMPID");
    const meteringService =
      told ?? state.reverse?.meteringService ?? state.halfHourly?.meteringService ?? null;
    const at = state.reverse?.at ?? event.occurredAt;
    return withDate({ ...state, reverse: { at, meteringService } }, "IF-003", date);
  };
}

/** IF-032: the registration service takes an appointment request up, or refuses it. */
export function appointmentJudged(by: Reading) {
  return (state: Switch, event: GainEvent<"APPOINTMENT_JUDGED">): Switch => {
    const found = appointedIn(event);
    if (found === null || !isMeant(by, state, event, dateOf(by, found.date))) return state;
    const { code, text } = verdictOf(event);
    if (code === "R") return refused(state, found.role, found.participant, text || "rejected");
    return withHeard(state, `IF-032 ${found.role} ${found.participant}`, event.occurredAt);
  };
}

/** IF-035: what the service says, or that its appointment lapsed with the switch. */
export function serviceAnswered(by: Reading) {
  return (state: Switch, event: GainEvent<"SERVICE_ANSWERED">): Switch => {
    const found = appointedIn(event);
    if (found === null || !isMeant(by, state, event, dateOf(by, found.date))) return state;
    const { role, participant } = found;
    if (eventCodesOf(event).some((code) => code.endsWith("Lapsed")))
      return withHeard(state, `lapsed ${role} ${participant}`, event.occurredAt);
    if (eventCodesOf(event).some((code) => code.endsWith("Rejected")))
      return refused(
        state,
        role,
        participant,
        memberOf(event, "B007", "proposedAppointmentResponseCode") ?? "rejected",
      );
    if (!eventCodesOf(event).some((code) => code.endsWith("Accepted"))) return state;
    const agent = state.agents[role];
    const changed = { ...agent, accepted: withOne(agent.accepted, participant) };
    return { ...state, agents: { ...state.agents, [role]: changed } };
  };
}

/** IF-001: the registration is in force. */
export function supplyRegistered(by: Reading) {
  return (state: Switch, event: GainEvent<"SUPPLY_REGISTERED">): Switch => {
    const date = dateOf(by, memberOf(event, "B002", "supplierEffectiveFromDate"));
    if (!isMeant(by, state, event, date)) return state;
    const old = memberOf(event, "B003", "outgoingSupplierMPID");
    const dated = withDate(state, "IF-001", date);
    const { halfHourly } = state;
    return {
      ...dated,
      suppliers: { ...state.suppliers, old: old ?? state.suppliers.old },
      halfHourly:
        halfHourly === null
          ? null
          : { ...halfHourly, confirmedAt: halfHourly.confirmedAt ?? event.occurredAt },
      heard: { ...state.heard, "IF-001": state.heard["IF-001"] ?? event.occurredAt },
    };
  };
}

/** IF-036. */
export function serviceActive(by: Reading) {
  return (state: Switch, event: GainEvent<"SERVICE_ACTIVE">): Switch => {
    const isMetering = isCalled(event, "MSAppActive");
    const [block, from] = isMetering
      ? (["B014", "incomingMeteringServiceEffectiveFromDate"] as const)
      : (["B015", "incomingDataServiceEffectiveFromDate"] as const);
    const date = dateOf(by, memberOf(event, block, from));
    if (!isMeant(by, state, event, date)) return state;
    return withHeard(state, `IF-036 ${isMetering ? "ms" : "ds"}`, event.occurredAt);
  };
}

/** IF-041: readings at midnight of the first day. */
export function readingTold(by: Reading) {
  return (state: Switch, event: GainEvent<"HALF_HOURLY_READING">): Switch => {
    const [code = ""] = eventCodesOf(event);
    const isAgreed = code.endsWith("SupplierAgreedCOS") || code.endsWith("Override");
    const type = isAgreed ? "agreed" : code;
    return readingsIn(by, event, type)
      .filter(({ date }) => daysApart(date, state.startDate) <= by.settings.readingWindow)
      .reduce(withReading, state);
  };
}

/** IF-026, IF-037, IF-045. */
export function halfHourlyNoted(by: Reading) {
  return (state: Switch, event: Event & Pick<FoldedEvent, "flow">): Switch => {
    if (!isMeant(by, state, event, null)) return state;
    const [code = ""] = eventCodesOf(event);
    return withHeard(state, `${event.flow} ${code}`, event.occurredAt);
  };
}

function readingsIn(by: Reading, event: Event, type: string): OpeningReading[] {
  const found = new Map<IsoDate, OpeningReading & { registers: Register[] }>();
  for (const group of groupsIn(event.data)) {
    const register = fieldOf(group, "configurableRegisterID") ?? "cumulative";
    const value =
      fieldOf(group, "cumulativeRegisterReading") ?? fieldOf(group, "configurableRegisterReading");
    const date = dateOf(
      by,
      fieldOf(group, "cumulativeRegisterReadingDateTime") ??
        fieldOf(group, "configurableRegisterReadingDate"),
    );
    if (value === null || date === null) continue;
    const of = found.get(date) ?? {
      source: "IF-041",
      type,
      date,
      at: event.occurredAt,
      registers: [],
    };
    of.registers.push({ meter: fieldOf(group, "meterID") ?? "", register, value });
    found.set(date, of);
  }
  return [...found.values()];
}
