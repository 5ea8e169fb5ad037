import type { KnownRequest, Switch } from "./state.ts";

/** The key of a switch. */
export function keyOf({ point, startDate }: Pick<Switch, "point" | "startDate">): string {
  return `${point}@${startDate}`;
}

/** Whether the switching service was asked under a reference of ours. */
export function isAsked({ sent }: Pick<Switch, "sent">, reference: string): boolean {
  return Object.keys(sent).some((id) => id.startsWith(`ask for the switch ${reference} > `));
}

/** Of two requests, the one that was made first: by the same rule on either switch. */
export function precedes(one: KnownRequest, other: KnownRequest): boolean {
  const rank = ({ startDate, reference }: KnownRequest) => `${startDate} ${reference}`;
  return one.at === other.at ? rank(one) < rank(other) : one.at < other.at;
}

/**
 * Whether two requests for the point may not both be with the switching service: they have one reference, or
 * the later was made before the earlier took effect.
 */
export function areAtOdds(one: KnownRequest, other: KnownRequest): boolean {
  if (one.reference === other.reference) return true;
  const [first, second] = precedes(one, other) ? [one, other] : [other, one];
  return second.at < Date.parse(first.startDate);
}

/** The requests of this very switch, the current one and those before it. */
export function ownRequests(state: Switch): readonly KnownRequest[] {
  return state.requests.filter(({ key }) => key === keyOf(state));
}

/** Requests of other switches of the point that are at odds with one. */
export function othersAtOdds(state: Switch, own: KnownRequest): readonly KnownRequest[] {
  return state.requests.filter((one) => one.key !== keyOf(state) && areAtOdds(own, one));
}

/** Names what the switch of one request says to that of another. */
export function wayId(
  of: Pick<KnownRequest, "key" | "reference">,
  to: Pick<KnownRequest, "key" | "reference">,
): string {
  return `${of.key} ${of.reference} > ${to.key} ${to.reference}`;
}

/** The request that counts, among those known. */
export function currentRequest(state: Switch): KnownRequest | null {
  const { request } = state;
  return ownRequests(state).find(({ reference }) => reference === request?.reference) ?? null;
}

/** Requests whose switches have not made way for this one: those that say so, and those not heard of yet. */
export function inTheWay(state: Switch): readonly KnownRequest[] {
  const own = currentRequest(state);
  if (own === null) return [];
  return othersAtOdds(state, own).filter((one) => state.ways[wayId(one, own)] !== "made");
}

/**
 * Not asked for at the switching service, since another switch of the point is under way or has the same
 * reference: nothing is done for it meanwhile.
 */
export function isHeldBack(state: Switch): boolean {
  const { request } = state;
  return request !== null && !isAsked(state, request.reference) && inTheWay(state).length > 0;
}

/** Taken back before the switching service was asked: it need not be notified. */
export function isCalledOff(state: Switch): boolean {
  const { withdrawal, request } = state;
  return withdrawal !== null && !isAsked(state, request?.reference ?? "");
}
