import type { IsoDate } from "../../../calendar/working-calendar.ts";
import type { FoldedEvent } from "../../../core/event/event.ts";
import { fieldIn, fieldOf, groupsBelow, groupsIn, isoDate } from "../../message-data.ts";
import { statedReadings, statusOfReadings } from "../../switch/reading-status.ts";
import { withOne } from "../conditions.ts";
import type { GainEvent } from "../events.ts";
import { daysApart, isOurs, withDate, withHeard } from "../ours.ts";
import type { GainSettings } from "../settings.ts";
import type { AgentRole, Details, OpeningReading, Register, Switch } from "../state.ts";

/** First day of a registration, {REGI} (J0049). */
const registeredFrom = "effectiveFromSettlementDateRegi";

/** Roles by the letters that agents have in files: half-hourly collectors and aggregators have their own. */
const roles: Readonly<Record<string, AgentRole>> = {
  M: "mop",
  D: "dc",
  C: "dc",
  B: "da",
  A: "da",
};

interface Party {
  readonly role: string;
  readonly participant: string;
}

function partyOf(text: string | null): Party | null {
  const [role, participant] = (text ?? "").split(":");
  return role === undefined || participant === undefined ? null : { role, participant };
}

const dateIn = (data: unknown, name = registeredFrom) => isoDate(fieldIn(data, name));

/** Whether a flow means this switch. */
function isMeant(
  settings: GainSettings,
  state: Switch,
  event: Pick<FoldedEvent, "occurredAt">,
  date: IsoDate | null,
): boolean {
  return isOurs(state, event, { date }, settings);
}

function agentOf(sender: string | null): { role: AgentRole; participant: string } | null {
  const party = partyOf(sender);
  const role = roles[party?.role ?? ""];
  return party === null || role === undefined ? null : { role, participant: party.participant };
}

/** D0217. */
export function registrationConfirmed(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"REGISTRATION_CONFIRMED">): Switch => {
    const { data } = event;
    const date = dateIn(data);
    if (!isMeant(settings, state, event, date)) return state;
    const dated = withDate(state, "D0217", date);
    if (state.registered !== null) return dated;
    const lines = Array.from({ length: 9 }, (_, at) => `meteringPointAddressLine${at + 1}`);
    return {
      ...dated,
      registered: {
        at: event.occurredAt,
        service: partyOf(event.sender)?.participant ?? null,
        gspGroup: data.gspGroupId,
        address: lines.flatMap((name) => fieldIn(data, name) ?? []),
        postcode: data.meteringPointPostcode ?? null,
        profileClass: data.profileClassId ?? null,
        measurementClass: data.measurementClassId ?? null,
        settlementConfiguration: data.standardSettlementConfigurationSscId ?? null,
      },
    };
  };
}

/** D0260. */
export function oldRegistrationTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"OLD_REGISTRATION_TOLD">): Switch => {
    const { data, occurredAt: at } = event;
    if (!isMeant(settings, state, event, null) || state.before !== null) return state;
    const { meterOperatorId: mop, dataCollectorId: dc, dataAggregatorId: da } = data;
    const before = { at, mop: mop ?? null, dc: dc ?? null, da: da ?? null };
    return { ...state, before, suppliers: { ...state.suppliers, old: data.oldSupplierId } };
  };
}

/** D0011: the sender is the agent. */
export function agentAgreed(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"AGENT_AGREED">): Switch => {
    const found = agentOf(event.sender);
    if (found === null || !isMeant(settings, state, event, dateIn(event.data))) return state;
    const { role, participant } = found;
    const agent = state.agents[role];
    const changed = { ...agent, accepted: withOne(agent.accepted, participant) };
    return { ...state, agents: { ...state.agents, [role]: changed } };
  };
}

/** D0261. */
export function agentRefused(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"AGENT_REFUSED">): Switch => {
    const found = agentOf(event.sender);
    if (found === null || !isMeant(settings, state, event, dateIn(event.data))) return state;
    const { role, participant } = found;
    const agent = state.agents[role];
    if (agent.refused[participant] !== undefined) return state;
    const code = event.data.rejectionOfAgentAppointmentCode;
    const changed = { ...agent, refused: { ...agent.refused, [participant]: code } };
    return { ...state, agents: { ...state.agents, [role]: changed } };
  };
}

/** D0150, D0268. */
export function meterDetailsTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"METER_DETAILS_TOLD">): Switch => {
    if (!isMeant(settings, state, event, null)) return state;
    const { details } = state;
    const ssc = fieldIn(event.data, "standardSettlementConfigurationSscId");
    const changed: Details = {
      ...details,
      technicalAt: details.technicalAt ?? event.occurredAt,
      // A half-hourly meter needs no mapping.
      mappingAt:
        event.flow === "D0268" ? (details.mappingAt ?? event.occurredAt) : details.mappingAt,
      settlementConfiguration: ssc ?? details.settlementConfiguration,
      meters: metersIn(event.data),
    };
    return { ...state, details: changed };
  };
}

/** D0149. */
export function mappingTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"MAPPING_TOLD">): Switch => {
    if (!isMeant(settings, state, event, null)) return state;
    const { details } = state;
    const regimes = groupsIn(event.data).flatMap(
      (group) => fieldOf(group, "timePatternRegime") ?? [],
    );
    const ssc = fieldIn(event.data, "standardSettlementConfigurationSscId");
    return {
      ...state,
      details: {
        ...details,
        mappingAt: details.mappingAt ?? event.occurredAt,
        regimes: [...new Set(regimes)],
        settlementConfiguration: ssc ?? details.settlementConfiguration,
      },
    };
  };
}

/** D0010, D0086: those of the first day are opening ones. */
export function readingsTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"READINGS_TOLD" | "OPENING_READING_TOLD">): Switch => {
    const found = readingsIn(event).filter(
      ({ date }) => daysApart(date, state.startDate) <= settings.readingWindow,
    );
    return found.reduce(withReading, state);
  };
}

/** D0300. */
export function disputeAnswered(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"DISPUTE_ANSWERED">): Switch => {
    const { data, occurredAt } = event;
    const date = dateIn(data, "effectiveFromSettlementDateRegiForNewSupplier");
    if (!isMeant(settings, state, event, date)) return state;
    const answer = statusOfReadings(data);
    const reason = data.recordRejectionReasonIndicator ?? data.additionalInformation ?? null;
    const before = state.dispute ?? {
      at: occurredAt,
      proposed: [],
      answer,
      answeredAt: null,
      reason,
      stated: [],
      said: null,
    };
    const stated = statedReadings(data);
    const dispute = { ...before, answer, answeredAt: occurredAt, reason, stated };
    return { ...state, dispute };
  };
}

/** D0301. */
export function transferTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"TRANSFER_TOLD">): Switch => {
    const { data, occurredAt: at } = event;
    const date = dateIn(data, "effectiveFromSettlementDateRegiForNewSupplier");
    const supplier = partyOf(event.sender)?.participant;
    if (supplier === undefined || !isMeant(settings, state, event, date)) return state;
    const status = fieldIn(data, "statusOfErroneousTransfer") ?? "";
    const known = state.transfers.find((one) => one.supplier === supplier);
    const others = state.transfers.filter((one) => one !== known);
    const reason = fieldIn(data, "reasonForReturn") ?? "";
    const contactDate = isoDate(data.initialCustomerContactDate) ?? "";
    const base = known ?? {
      supplier,
      at,
      reason,
      customer: data.customerName,
      contactDate,
      ours: false,
      said: null,
    };
    return { ...state, transfers: [...others, { ...base, status, answeredAt: at }] };
  };
}

/** D0311: the old supplier is the sender. */
export function oldSupplierTold(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"OLD_SUPPLIER_TOLD">): Switch => {
    if (!isMeant(settings, state, event, null)) return state;
    const sender = partyOf(event.sender)?.participant ?? null;
    const suppliers = { ...state.suppliers, old: state.suppliers.old ?? sender };
    return withHeard({ ...state, suppliers }, "D0311", event.occurredAt);
  };
}

/** D0203, by its own first day. */
export function registrationUpdateRefused(settings: GainSettings) {
  return (state: Switch, event: GainEvent<"REGISTRATION_UPDATE_REFUSED">): Switch => {
    if (!isMeant(settings, state, event, dateIn(event.data))) return state;
    return withHeard(state, "D0203", event.occurredAt);
  };
}

/** Others that complete it. */
export function flowNoted(settings: GainSettings) {
  return (state: Switch, event: Pick<FoldedEvent, "flow" | "occurredAt">): Switch => {
    if (event.flow === null || !isMeant(settings, state, event, null)) return state;
    return withHeard(state, event.flow, event.occurredAt);
  };
}

function metersIn(data: unknown): Details["meters"] {
  return groupsIn(data).flatMap((group) => {
    const id = fieldOf(group, "meterId");
    const registers = groupsBelow(group).flatMap((one) => fieldOf(one, "meterRegisterId") ?? []);
    return id === null || registers.length === 0 ? [] : [{ id, registers }];
  });
}

/** The readings of a D0010 or D0086, by reading type and day. */
function readingsIn({
  data,
  flow,
  occurredAt: at,
}: FoldedEvent | GainEvent<"READINGS_TOLD" | "OPENING_READING_TOLD">): OpeningReading[] {
  const found = new Map<string, OpeningReading & { registers: Register[] }>();
  for (const group of groupsIn(data)) {
    const meter = fieldOf(group, "meterId");
    if (meter === null) continue;
    const type = fieldOf(group, "readingType");
    for (const reading of groupsBelow(group)) {
      const value = fieldOf(reading, "registerReading");
      const date = isoDate(fieldOf(reading, "readingDateTime")?.slice(0, 8) ?? null);
      if (value === null || date === null) continue;
      const of = found.get(`${type} ${date}`) ?? {
        source: flow ?? "",
        type,
        date,
        at,
        registers: [],
      };
      of.registers.push({ meter, register: fieldOf(reading, "meterRegisterId") ?? "", value });
      found.set(`${type} ${date}`, of);
    }
  }
  return [...found.values()];
}

/** The newest of each source and type counts. */
export function withReading(state: Switch, reading: OpeningReading): Switch {
  const isSame = ({ source, type }: OpeningReading) =>
    source === reading.source && type === reading.type;
  const known = state.readings.find(isSame);
  if (known !== undefined && known.at > reading.at) return state;
  return { ...state, readings: [...state.readings.filter((one) => !isSame(one)), reading] };
}
