import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import { keyOf, wayId } from "./at-odds.ts";
import { isRejected, withOne } from "./conditions.ts";
import type { GainEvent } from "./events.ts";
import { longestLead, withDate } from "./ours.ts";
import {
  type AgentRole,
  type AskedAgent,
  agentRoles,
  type KnownRequest,
  type Request,
  type Switch,
  unknownSwitch,
} from "./state.ts";

type Row = GainEvent<"SWITCH_REQUESTED">["data"];

/** Our own systems ask. While one request is under way another counts for nothing; after a rejection it is the next try. */
export function switchRequested(calendar: WorkingCalendar) {
  return (state: Switch, event: GainEvent<"SWITCH_REQUESTED">): Switch => {
    const { data, occurredAt: at } = event;
    const asked = knownRequest(state.point, data, at);
    const known = withRequest(state, asked);
    return asked.key === keyOf(state) ? taken(known, data, at, calendar) : known;
  };
}

function knownRequest(point: string, data: Row, at: number): KnownRequest {
  const { supplyStartDate: startDate, ourReference: reference } = data;
  return { key: keyOf({ point, startDate }), reference, at, startDate, byHand: false };
}

/** The first of a reference counts, however often it comes. */
function withRequest(state: Switch, asked: KnownRequest): Switch {
  const isKnown = state.requests.some(
    ({ key, reference }) => key === asked.key && reference === asked.reference,
  );
  return isKnown ? state : { ...state, requests: [...state.requests, asked] };
}

/** A request for this very switch. */
function taken(state: Switch, data: Row, at: number, calendar: WorkingCalendar): Switch {
  const { request, otherRequests } = state;
  if (request?.reference === data.ourReference) return compared(state, request, data);
  if (request !== null && !isRejected(state))
    return { ...state, otherRequests: withOne(otherRequests, data.ourReference) };
  const asked: Switch = {
    ...withoutEarlierSwitch(state, at),
    request: requestOf(data, at, dateAt(calendar, at)),
    withdrawal: null,
    changedColumns: [],
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
}

/**
 * What came well before the request is about an earlier switch of the point, where there is one: it was taken
 * for this one as long as its request was not known.
 */
function withoutEarlierSwitch(state: Switch, at: number): Switch {
  const isSecond = state.requests.some((one) => one.key !== keyOf(state) && one.at < at);
  if (state.request !== null || !isSecond) return state;
  const isOurs = (told: number | null | undefined) => told != null && told >= at - longestLead;
  const kept = <Told extends { readonly at: number }>(told: Told | null) =>
    isOurs(told?.at) ? told : null;
  const { registered, before, halfHourly, reverse, details } = state;
  return {
    ...state,
    registered: kept(registered),
    before: kept(before),
    halfHourly: kept(halfHourly),
    reverse: kept(reverse),
    details: {
      ...(isOurs(details.technicalAt) ? details : unknownSwitch(keyOf(state)).details),
      ...(isOurs(details.mappingAt) ? {} : { mappingAt: null, regimes: [] }),
    },
    readings: state.readings.filter(({ at: told }) => isOurs(told)),
    heard: Object.fromEntries(Object.entries(state.heard).filter(([, told]) => isOurs(told))),
  };
}

/** A request that came before, once more: the columns that say otherwise are kept for a person to look at. */
function compared(state: Switch, { row }: Request, data: Row): Switch {
  if (row === null) return state;
  const now: Readonly<Record<string, unknown>> = { ...data };
  const columns = Object.keys({ ...row, ...now }).filter(
    (name) => JSON.stringify(row[name]) !== JSON.stringify(now[name]),
  );
  return columns.length === 0 ? state : { ...state, changedColumns: columns.toSorted() };
}

function requestOf(data: Row, at: number, today: string): Request {
  return {
    at,
    reference: data.ourReference,
    row: { ...data },
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
  return (before: Switch, { data, occurredAt: at }: GainEvent<"REQUESTED_BY_HAND">): Switch => {
    const { startDate } = before;
    const { reference } = data;
    const asked = { key: keyOf(before), reference, at, startDate, byHand: true };
    const state = withRequest(before, asked);
    if (state.request !== null && !isRejected(state)) return state;
    const row = {
      meteringPoint: state.point,
      fuel: data.fuel,
      supplyStartDate: state.startDate,
      ourReference: reference,
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
      row: null,
      changeOfOccupier: data.changeOfOccupier,
    };
    const taken = { ...state, request, withdrawal: null, agents };
    return withDate(taken, "request", state.startDate);
  };
}

/** Another switch of the point tells of a request that a person made there. */
export function otherRequested(state: Switch, { data }: GainEvent<"OTHER_REQUESTED">): Switch {
  return withRequest(state, data);
}

/** Another switch of the point says whether it makes way. One that has done so stays out of the way. */
export function wayTold(state: Switch, { data }: GainEvent<"WAY_TOLD">): Switch {
  const { key, reference, to, way, status } = data;
  const id = wayId({ key, reference }, { key: keyOf(state), reference: to });
  if (state.ways[id] === "made") return state;
  return {
    ...state,
    ways: { ...state.ways, [id]: way },
    standings: { ...state.standings, [key]: status },
  };
}

/** What this one has said. */
export function waySaid(state: Switch, { data }: GainEvent<"WAY_SAID">): Switch {
  return { ...state, waysSaid: { ...state.waysSaid, [data.id]: data.way } };
}
