import type { IsoDate } from "../../calendar/working-calendar.ts";
import { areAtOdds, currentRequest, precedes } from "./at-odds.ts";
import type { SwitchingNotice } from "./events.ts";
import type { GainSettings } from "./settings.ts";
import type { Switch } from "./state.ts";

const day = 86_400_000;

/** So long after the first day a message without a date may still be about the switch. */
const longestTail = 120 * day;
/** So long before its request a message may be about a switch, in milliseconds, since clocks differ. */
export const longestLead = 2 * day;

/** What a message says of which switch it means. */
export interface Meant {
  readonly registration?: string | null;
  readonly date?: IsoDate | null;
}

/**
 * Whether a message about the point means this switch, not another of the same point: by the registration
 * where both are known, else by its first day, else by when it was sent.
 */
export function isOurs(
  state: Switch,
  { occurredAt }: { readonly occurredAt: number },
  { registration = null, date = null }: Meant,
  { dateTolerance }: Pick<GainSettings, "dateTolerance">,
): boolean {
  if (registration !== null && state.registrationId !== null)
    return registration === state.registrationId;
  if (date !== null) return daysApart(date, state.startDate) <= dateTolerance;
  if (isOfLaterSwitch(state, occurredAt)) return false;
  const begins = Date.parse(state.startDate);
  const earliest = (state.request?.at ?? begins - 40 * day) - longestLead;
  return occurredAt >= earliest && occurredAt <= begins + longestTail;
}

/** The point was asked for once more when this switch had taken effect: what came since is about that one. */
function isOfLaterSwitch(state: Switch, occurredAt: number): boolean {
  const own = currentRequest(state);
  if (own === null) return false;
  return state.requests.some(
    (one) =>
      one.key !== own.key && precedes(own, one) && !areAtOdds(own, one) && occurredAt >= one.at,
  );
}

/** Heard once a notice that names our reference is about another point: two requests have the same. */
export const otherPoint = "our reference, of another point";

/** Lets a notice count where the point that it names is ours; it found the switch by its reference alone. */
export function ofOurPoint<Event extends { occurredAt: number; data: SwitchingNotice }>(
  take: (state: Switch, event: Event) => Switch,
) {
  return (state: Switch, event: Event): Switch => {
    const named = event.data.$known?.mpxn;
    const isAnother = named !== undefined && String(named).trim() !== state.point;
    return isAnother ? withHeard(state, otherPoint, event.occurredAt) : take(state, event);
  };
}

/** How many days are between two dates, whichever is first. */
export function daysApart(one: IsoDate, other: IsoDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / day;
}

/** Notes a first day and who tells it, beside what others have reported. */
export function withDate(state: Switch, source: string, date: IsoDate | null): Switch {
  if (date === null) return state;
  const isKnown = state.dates.some((told) => told.source === source && told.date === date);
  if (isKnown) return state;
  const dates = [...state.dates, { source, date }].toSorted((one, other) =>
    `${one.date} ${one.source}` < `${other.date} ${other.source}` ? -1 : 1,
  );
  return { ...state, dates };
}

/** Notes when something was first heard. */
export function withHeard(state: Switch, what: string, at: number): Switch {
  if (state.heard[what] !== undefined) return state;
  return { ...state, heard: { ...state.heard, [what]: at } };
}
