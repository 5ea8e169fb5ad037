import type { Recipient } from "../../core/define/effect.ts";
import { isCalledOff, isHeldBack } from "./at-odds.ts";
import type { AgentRole, Notice, OpeningReading, Switch } from "./state.ts";
import { isGivenBack } from "./transfers.ts";

/** How a switch may end before it takes effect, by the schedule's names. */
const ends = ["cancelled", "withdrawn", "annulled"] as const;

/** How it ended: what was reported first. Null while it goes on. */
export function endOfSwitch({ notices }: Switch): (typeof ends)[number] | null {
  const told = ends.filter((name) => notices[name] !== null);
  const at = (name: (typeof ends)[number]) => notices[name]?.at ?? 0;
  return told.toSorted((a, b) => at(a) - at(b))[0] ?? null;
}

/** Asked for, and neither rejected, ended nor given back; nor is another switch of the point in its way. */
export function isLive(state: Switch): boolean {
  if (isGivenBack(state)) return false;
  if (state.request === null || endOfSwitch(state) !== null || isRejected(state)) return false;
  return !isHeldBack(state) && !isCalledOff(state);
}

/** The switching service refused the request, and did not take it up all the same. */
export function isRejected(state: Switch): boolean {
  return rejectionOf(state) !== null && !isPendingOrBeyond(state);
}

/** What it says to the request that counts; null when it has not refused it. */
export function rejectionOf({ request, rejections }: Switch): Notice | null {
  return rejections[request?.reference ?? ""] ?? null;
}

/** The switching service has taken it up: pending, secured or active. */
export function isPendingOrBeyond({ notices }: Pick<Switch, "notices">): boolean {
  return [notices.pending, notices.secured, notices.active].some(isTold);
}

/** The switch will take effect, or has. */
export function isSecured({ notices }: Switch): boolean {
  return isTold(notices.secured) || isTold(notices.active);
}

function isTold(notice: Notice | null): boolean {
  return notice !== null;
}

/**
 * The way the point is switched: which message arrives decides, IF-002 or D0217, never our own wish. A
 * point that goes back from half-hourly settlement is switched as one of the legacy path. Null before any.
 */
export function pathOf(state: Switch): "legacy" | "half-hourly" | null {
  if (state.request?.fuel === "G") return null;
  if (state.reverse !== null) return "legacy";
  if (state.halfHourly !== null) return "half-hourly";
  return state.registered === null ? null : "legacy";
}

/** The point moves to half-hourly settlement with this very switch. */
export function isMigrating(state: Switch): boolean {
  return pathOf(state) === "half-hourly" && state.registered !== null;
}

/** An appointment lapsed: the registration ended, whether or not the switching service's own notice came. */
export function hasLapsed({ heard }: Switch): boolean {
  return Object.keys(heard).some((name) => name.startsWith("lapsed "));
}

/** Who is asked, or was: the first proposed who did not refuse. Null when there is none left. */
export function currentAgent({ agents }: Switch, role: AgentRole): string | null {
  const { proposals, refused } = agents[role];
  return proposals.find((one) => refused[one] === undefined) ?? null;
}

/** Whether the one who is asked has agreed. */
export function isAgreed(state: Switch, role: AgentRole): boolean {
  const current = currentAgent(state, role);
  return current !== null && state.agents[role].accepted.includes(current);
}

/** The role's letter in files, by the sort of meter. */
export function letterOf({ request }: Switch, role: "mop" | "dc" | "da"): string {
  const isHalfHourly = request?.halfHourlyMeter === true;
  const letters = { mop: "M", dc: isHalfHourly ? "C" : "D", da: isHalfHourly ? "A" : "B" };
  return letters[role];
}

/** The agent asked for in a role, as files name it; none when there is none. */
export function agentParty(state: Switch, role: "mop" | "dc" | "da"): Recipient[] {
  const participant = currentAgent(state, role);
  return participant === null ? [] : [{ role: letterOf(state, role), participant }];
}

/** Somebody as text, e.g. `M:UDMS`. */
export function recipientText({ role, participant }: Recipient): string {
  return role === null ? (participant ?? "") : `${role}:${participant ?? ""}`;
}

/** Whether something was made ready for somebody already. */
export function isSent({ sent }: Switch, purpose: string, to: Recipient): boolean {
  return sent[sendingId(purpose, to)] !== undefined;
}

/** Names one thing sent to one party. */
export function sendingId(purpose: string, to: Recipient): string {
  return `${purpose} > ${recipientText(to)}`;
}

/** Where several readings may open the supply: agreed ones before the collector's, those before our own. */
const ranks: Readonly<Record<string, number>> = {
  "D0086 X": 4,
  "IF-041 agreed": 4,
  D0086: 3,
  "IF-041": 3,
};

function rankOf({ source, type }: OpeningReading): number {
  return ranks[`${source} ${type ?? ""}`] ?? ranks[source] ?? 1;
}

/** The reading that opens the supply; null before there is any. */
export function openingOf({ readings }: Switch): OpeningReading | null {
  return readings.toSorted((a, b) => rankOf(b) - rankOf(a) || b.at - a.at)[0] ?? null;
}

/**
 * Whether a reading that counts has come: the collector's or the data service's. For a gas point, whose
 * readings go to the central provider by the shipper, one of our own systems does. A half-hourly meter of the
 * legacy path has no reading on change of supplier: the data of its first days stands for it.
 */
export function hasSettledReading({ readings, request, heard }: Switch): boolean {
  if (heard["D0036"] !== undefined) return true;
  return readings.some((reading) => request?.fuel === "G" || rankOf(reading) > 1);
}

/** Supply opens with half-hourly data, not with a reading. */
export function opensWithData(state: Switch): boolean {
  return pathOf(state) === "legacy" && state.request?.halfHourlyMeter === true;
}

/** Measurement classes of meters that are not read each half-hour. */
const byRegisters = ["A", "B"];

/**
 * How the request and the registration service differ about the meter, in words; null when they agree or one
 * has not reported. What was asked for counts: agents of the other sort cannot be made up.
 */
export function otherSortOfMeter({ request, registered }: Switch): {
  readonly ours: string;
  readonly theirs: string;
  readonly measurementClass: string;
} | null {
  const measurementClass = registered?.measurementClass ?? null;
  if (request === null || measurementClass === null) return null;
  const isHalfHourly = !byRegisters.includes(measurementClass);
  if (isHalfHourly === request.halfHourlyMeter) return null;
  const word = (halfHourly: boolean) =>
    halfHourly ? "a half-hourly meter" : "a meter read by its registers";
  return { ours: word(request.halfHourlyMeter), theirs: word(isHalfHourly), measurementClass };
}

/** First days that differ, e.g. `2026-12-08 (request), 2026-12-09 (D0217)`; null when all agree. */
export function differingDates({ dates }: Switch): string | null {
  if (new Set(dates.map(({ date }) => date)).size < 2) return null;
  return dates.map(({ source, date }) => `${date} (${source})`).join(", ");
}

/** Appends what is not there yet. */
export function withOne<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list : [...list, value];
}
