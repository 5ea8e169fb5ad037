import type { IsoDate } from "../../../calendar/working-calendar.ts";
import { daysBetween } from "../../switch/days.ts";
import type { Fact } from "./facts.ts";

/** The facts about one loss. */
export interface LossFacts {
  /** Null while none of them names the new supplier's registration. */
  readonly registrationId: string | null;
  readonly facts: readonly Fact[];
}

/**
 * Sorts what was reported by the loss it is about. What names a registration is about that one; what names none
 * is about the loss whose end is nearest to its date, within so many days: one that went on before one that was
 * called off, one that was noticed earlier before a later one. What is near to none is a loss of its own, by its date.
 */
export function sortFacts(told: readonly Fact[], withinDays: number): readonly LossFacts[] {
  const facts = withoutOurs(told);
  const named = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.registrationId === null) continue;
    named.set(fact.registrationId, [...(named.get(fact.registrationId) ?? []), fact]);
  }
  const dates = new Map([...named].map(([id, all]) => [id, datesIn(all)]));
  const unnamed = new Map<IsoDate, Fact[]>();
  const rest = facts.filter((fact) => fact.registrationId === null && fact.endDate !== null);
  for (const fact of rest.toSorted(byDate)) {
    const date = fact.endDate ?? "";
    const id = nearest(date, named, dates, withinDays);
    if (id !== null) named.set(id, [...(named.get(id) ?? []), fact]);
    else {
      const first = [...unnamed.keys()].find((other) => daysBetween(other, date) <= withinDays);
      unnamed.set(first ?? date, [...(unnamed.get(first ?? date) ?? []), fact]);
    }
  }
  return [
    ...[...named].map(([registrationId, all]) => ({ registrationId, facts: all })),
    ...[...unnamed.values()].map((all) => ({ registrationId: null, facts: all })),
  ].map(({ registrationId, facts: all }) => ({ registrationId, facts: all.toSorted(byTime) }));
}

/** A notice may name our own registration, which is no name of a loss: the same one is lost once, and kept often. */
function withoutOurs(facts: readonly Fact[]): readonly Fact[] {
  const ours = new Set(
    facts.flatMap((fact) => (fact.what === "notice" ? (fact.currentRegistrationId ?? []) : [])),
  );
  return facts.map((fact) =>
    ours.has(fact.registrationId ?? "") ? { ...fact, registrationId: null } : fact,
  );
}

function nearest(
  date: IsoDate,
  named: ReadonlyMap<string, readonly Fact[]>,
  dates: ReadonlyMap<string, readonly IsoDate[]>,
  withinDays: number,
): string | null {
  const found = [...named].flatMap(([id, all]) => {
    const known = dates.get(id) ?? [];
    // One of which no date is known may be meant, when no other is.
    const days =
      known.length === 0 ? withinDays : Math.min(...known.map((one) => daysBetween(one, date)));
    return days <= withinDays
      ? [{ id, days, undated: known.length === 0, off: isOff(all), at: firstNoticeAt(all) }]
      : [];
  });
  const [best] = found.toSorted(
    (a, b) =>
      Number(a.undated) - Number(b.undated) ||
      Number(a.off) - Number(b.off) ||
      a.days - b.days ||
      (a.at < b.at ? -1 : Number(a.at > b.at)) ||
      (a.id < b.id ? -1 : 1),
  );
  return best?.id ?? null;
}

/** When a notice of it was sent first, in milliseconds since 1970; Infinity where none did. */
export function firstNoticeAt(facts: readonly Fact[]): number {
  return Math.min(...facts.flatMap((fact) => (fact.what === "notice" ? [fact.at] : [])));
}

/** Whether it was called off, and nobody says that it went on all the same. */
export function isOff(facts: readonly Fact[]): boolean {
  const statuses = facts.flatMap((fact) => (fact.what === "notice" ? [fact.status] : []));
  const goesOn = statuses.some((status) => status === "secured" || status === "inactive");
  return (
    !goesOn && statuses.some((status) => ["cancelled", "withdrawn", "annulled"].includes(status))
  );
}

function datesIn(facts: readonly Fact[]): IsoDate[] {
  return facts.flatMap((fact) => (fact.what === "notice" ? (fact.endDate ?? []) : []));
}

function byDate(a: Fact, b: Fact): number {
  return compare(a.endDate ?? "", b.endDate ?? "") || byTime(a, b);
}

function byTime(a: Fact, b: Fact): number {
  return a.at - b.at || compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
