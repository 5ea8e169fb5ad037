import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import {
  agentParty,
  currentAgent,
  endOfSwitch,
  isAgreed,
  isLive,
  isMigrating,
  isPendingOrBeyond,
  pathOf,
} from "../conditions.ts";
import { sendable } from "../sending.ts";
import type { Gainer } from "../settings.ts";
import type { Switch } from "../state.ts";

type LegacyRole = "mop" | "dc" | "da";

/** A date as files have it, `20261208`. */
export function fileDate(date: string): string {
  return date.replaceAll("-", "");
}

/** The switch goes on by the legacy path, and the switching service has taken it up. */
export function isLegacy(state: Switch): boolean {
  return isLive(state) && isPendingOrBeyond(state) && pathOf(state) === "legacy";
}

/** All that are asked for have agreed. */
export function allAgreed(state: Switch): boolean {
  return (["mop", "dc", "da"] as const).every((role) => isAgreed(state, role));
}

/** The address of the point: the registration service's, else the customer's. */
export function addressOf(state: Switch): object {
  const own = state.request?.customer;
  const lines = state.registered?.address.length ? state.registered.address : (own?.address ?? []);
  const postcode = state.registered?.postcode ?? own?.postcode ?? null;
  return {
    ...Object.fromEntries(lines.map((line, at) => [`meteringPointAddressLine${at + 1}`, line])),
    ...(postcode === null ? {} : { meteringPointPostcode: postcode }),
  };
}

/** Who has the role, by the letter of a party that we send to. */
function roleOf({ role }: Recipient): LegacyRole {
  if (role === "M") return "mop";
  return role === "D" || role === "C" ? "dc" : "da";
}

/** The contract that the appointment is under: the one said, else by our custom the two ids and the role. */
function contractOf({ us }: Gainer, state: Switch, to: Recipient): string {
  const role = roleOf(to);
  const suffix = { mop: "MO", dc: "DC", da: "DA" }[role];
  return state.agents[role].contract ?? `${to.participant}${us}${suffix}`;
}

function servicesOf({ settings: { terms } }: Gainer) {
  return [{ serviceReference: terms.service, serviceLevelReference: terms.level }];
}

function appointment(gainer: Gainer, state: Switch, to: Recipient): FlowMessage<"D0155001"> {
  const { terms } = gainer.settings;
  const from = fileDate(state.startDate);
  const isOperator = roleOf(to) === "mop";
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: from,
    ...addressOf(state),
    contractReference: contractOf(gainer, state, to),
    retrievalMethod: terms.retrievalMethod,
    gspGroupId: state.registered?.gspGroup ?? state.request?.gspGroup ?? "",
    ...(isOperator
      ? { mopEffectiveDate: { effectiveFromDateMoa: from } }
      : {
          readingCycleDetails: { regularReadingCycle: terms.readingCycle },
          dcEffectiveDate: { effectiveFromDateDca: from },
        }),
    agreedServiceDetails: servicesOf(gainer),
  };
}

function aggregation(gainer: Gainer, state: Switch, to: Recipient): FlowMessage<"D0153001"> {
  const from = fileDate(state.startDate);
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateDaa: from,
    effectiveFromSettlementDateRegi: from,
    contractReference: contractOf(gainer, state, to),
    agreedServiceDetails: servicesOf(gainer),
  };
}

/** Appointments, and what ends them. D0155 and D0148 are not for aggregators, which have D0153. */
export function appointments(gainer: Gainer) {
  return {
    appoint: sendable({
      name: "appoint operator and collector",
      flow: "D0155",
      to: (state) =>
        isLegacy(state) ? (["mop", "dc"] as const).flatMap((role) => agentParty(state, role)) : [],
      data: (state, to) => appointment(gainer, state, to),
      opposite: "end appointments",
    }),

    appointAggregator: sendable({
      name: "appoint aggregator",
      flow: "D0153",
      to: (state) => (isLegacy(state) ? agentParty(state, "da") : []),
      data: (state, to) => aggregation(gainer, state, to),
      opposite: "end appointments",
    }),

    tellOthers: sendable({
      name: "tell agents of each other",
      flow: "D0148",
      to: (state) =>
        isLegacy(state) && allAgreed(state) && state.before !== null
          ? (["mop", "dc"] as const).flatMap((role) => agentParty(state, role))
          : [],
      data: others,
    }),

    endAppointments: sendable({
      name: "end appointments",
      flow: "D0151",
      to: (state) => (isToEnd(state) ? agreedAgents(state) : []),
      data: termination,
    }),
  };
}

/** Appointments stand for nothing: the switch ended, or the point is half-hourly settlement's. */
function isToEnd(state: Switch): boolean {
  return endOfSwitch(state) !== null || isMigrating(state);
}

/** Agents who agreed to an appointment of ours. */
function agreedAgents(state: Switch): Recipient[] {
  const appointed = Object.keys(state.sent).flatMap((id) => {
    const match = /^appoint (?:operator and collector|aggregator) > (\w+):(\w+)$/.exec(id);
    return match === null ? [] : [{ role: match[1] ?? "", participant: match[2] ?? "" }];
  });
  return appointed.filter((to) => state.agents[roleOf(to)].accepted.includes(to.participant));
}

/** The last day is the one before the first: they never served. */
function termination(state: Switch, to: Recipient): FlowMessage<"D0151001"> {
  const last = fileDate(state.startDate);
  const role = roleOf(to);
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: last,
    terminationReason: endOfSwitch(state) === null ? "CA" : "OB",
    ...(role === "mop" ? { effectiveToDate: { effectiveToDateMoa: last } } : {}),
    ...(role === "dc" ? { effectiveTodate: { effectiveToDateDca: last } } : {}),
    ...(role === "da" ? { effectiveToDate300: { effectiveToSettlementDateDaa: last } } : {}),
  };
}

/** The agents beside the recipient: N new, O the one before, E who stays. */
function others(state: Switch, to: Recipient): FlowMessage<"D0148001"> {
  const from = fileDate(state.startDate);
  const own = roleOf(to);
  const pairs = (role: LegacyRole) => {
    const now = currentAgent(state, role);
    const old = state.before?.[role] ?? null;
    if (role === own || now === null) return [];
    if (now === old) return [{ id: now, status: "E" }];
    return [{ id: now, status: "N" }, ...(old === null ? [] : [{ id: old, status: "O" }])];
  };
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: from,
    dataCollectorAppointmentOrTerminationDetails: pairs("dc").map(({ id, status }) => ({
      dataCollectorId: id,
      agentStatus: status,
      ...(status === "N" ? { effectiveFromDate: { effectiveFromDateDca: from } } : {}),
    })),
    meterOperatorAppointmentOrTerminationDetails: pairs("mop").map(({ id, status }) => ({
      meterOperatorId: id,
      agentStatus: status,
      ...(status === "N" ? { effectiveFromDate: { effectiveFromDateMoa: from } } : {}),
    })),
    dataAggregatorAppointmentOrTerminationDetails: pairs("da").map(({ id, status }) => ({
      dataAggregatorId: id,
      agentStatus: status,
      ...(status === "N" ? { effectiveFromDate: { effectiveFromSettlementDateDaa: from } } : {}),
    })),
  };
}
