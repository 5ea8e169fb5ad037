import { currentRequest, inTheWay, isCalledOff, isHeldBack } from "./at-odds.ts";
import {
  currentAgent,
  differingDates,
  endOfSwitch,
  hasSettledReading,
  isAgreed,
  isLive,
  isRejected,
  isSecured,
  opensWithData,
  otherSortOfMeter,
  pathOf,
} from "./conditions.ts";
import { awaitsOurs, isSettled } from "./disputes.ts";
import { refusedMessages } from "./mhhs/refusals.ts";
import { otherPoint } from "./ours.ts";
import type { AgentRole, Switch } from "./state.ts";
import { isGivenBack } from "./transfers.ts";

/** Where a switch is, by the schedule's names, and what is wrong with it: `pending: no metering service left`. */
export function switchStatus(state: Switch): string {
  if (isGivenBack(state)) return "given back";
  const trouble = troublesOf(state)[0];
  return trouble === undefined ? stageOf(state) : `${stageOf(state)}: ${trouble}`;
}

function stageOf(state: Switch): string {
  const { notices, request } = state;
  if (request === null) return "not requested";
  const end = endOfSwitch(state);
  if (end !== null) return end;
  if (isCalledOff(state)) return "withdrawn";
  // A notice about another switch of the same reference finds this one too.
  if (isHeldBack(state)) return "requested";
  if (notices.active !== null) return "active";
  if (notices.secured !== null) return "secured active";
  if (notices.pending !== null) return "pending";
  return isRejected(state) ? "rejected" : "requested";
}

/** What a person sees to, what presses most first. */
function troublesOf(state: Switch): string[] {
  const { withdrawal, dispute, transfers, overdue, otherRequests, heard, changedColumns } = state;
  const late = (type: string) => overdue.some((one) => one.split(" ")[0] === type);
  const found: [boolean, string][] = [
    [endOfSwitch(state) !== null && isSecured(state), "secured all the same"],
    [withdrawal?.refused != null && endOfSwitch(state) === null, "withdrawal refused"],
    [
      withdrawal !== null && endOfSwitch(state) === null && !isCalledOff(state),
      "withdrawal asked for",
    ],
    [isHeldBack(state) && !isCalledOff(state), heldBack(state)],
    [isLive(state) && nobodyLeft(state).length > 0, `no ${nobodyLeft(state)[0]} left`],
    [refusedMessages(state).length > 0, "message refused by the platform"],
    [isLive(state) && !isSecured(state) && late("SECURED_OVERDUE"), "secured notice overdue"],
    [isLive(state) && late("AGENT_OVERDUE") && !everybodyAgreed(state), "agent's answer overdue"],
    [late("DETAILS_OVERDUE") && state.details.technicalAt === null, "meter details overdue"],
    [late("READING_OVERDUE") && !hasSettledReading(state), openingOverdue(state)],
    [isRefused(dispute), "our reading proposal refused"],
    [dispute !== null && !isSettled(dispute), "opening reading disputed"],
    [transfers.some(({ status }) => "ADBE".includes(status)), "erroneous transfer"],
    [differingDates(state) !== null, "first days differ"],
    [isLive(state) && otherSortOfMeter(state) !== null, "another sort of meter"],
    [otherRequests.length > 0, "requested twice"],
    [changedColumns.length > 0, "requested otherwise"],
    [heard[otherPoint] !== undefined, "another point has our reference"],
    [state.notices.active === null && isLive(state) && late("DUTY_MISSED"), "late"],
  ];
  return found.flatMap(([is, words]) => (is ? [words] : []));
}

/** Refused by the other side, and nothing of ours since. */
function isRefused(dispute: Switch["dispute"]): boolean {
  return dispute !== null && ["R", "U"].includes(dispute.answer ?? "") && awaitsOurs(dispute);
}

function heldBack(state: Switch): string {
  const reference = currentRequest(state)?.reference;
  const isUsed = inTheWay(state).some((one) => one.reference === reference);
  return isUsed ? "reference of another switch" : "another switch under way";
}

function openingOverdue(state: Switch): string {
  return opensWithData(state) ? "half-hourly data overdue" : "opening reading overdue";
}

const names: Readonly<Record<AgentRole, string>> = {
  mop: "meter operator",
  dc: "data collector",
  da: "data aggregator",
  ms: "metering service",
  ds: "data service",
};

/** The roles that the path of the switch needs. */
export function rolesNeeded(state: Switch): readonly AgentRole[] {
  const path = pathOf(state);
  if (path === null) return [];
  return path === "legacy" ? ["mop", "dc", "da"] : ["ms", "ds"];
}

/** Roles for which nobody is left to be asked, in words. */
export function nobodyLeft(state: Switch): string[] {
  return rolesNeeded(state).flatMap((role) =>
    currentAgent(state, role) === null ? [names[role]] : [],
  );
}

/** A role in words. */
export function agentRoleName(role: AgentRole): string {
  return names[role];
}

function everybodyAgreed(state: Switch): boolean {
  return rolesNeeded(state).every((role) => isAgreed(state, role));
}
