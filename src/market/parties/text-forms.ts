import type { IsoDate } from "../../calendar/working-calendar.ts";

/** Zone of the market's clocks. */
const zone = "Europe/London";

/** The first moment of a date with its offset, `2026-04-01T00:00:00+01:00`, as half-hourly settlement wants dates. */
export function midnightWithOffset(date: IsoDate): string {
  return withOffset(Temporal.PlainDate.from(date).toZonedDateTime(zone));
}

/** A moment with its offset, to the second. */
export function timeWithOffset(at: number): string {
  return withOffset(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
}

function withOffset(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** How many half-hours a date has by the market's clocks: 46 or 50 where they change. */
export function halfHoursOf(date: IsoDate): number {
  const day = Temporal.PlainDate.from(date);
  const [from, until] = [day.toZonedDateTime(zone), day.add({ days: 1 }).toZonedDateTime(zone)];
  return from.until(until).total("minutes") / 30;
}

/** A date as flows of the data transfer catalogue write it, `20260401`. */
export function flowDate(date: IsoDate): string {
  return date.replaceAll("-", "");
}

/** A date of those flows, or the date of a moment of them, as `2026-04-01`. */
export function dateOfFlow(text: string): IsoDate {
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/** The market's date of a text such as `2026-03-31T23:00:00Z` or `2026-04-01`. */
export function localDate(text: string): IsoDate {
  if (!/[Zz]$|[+-]\d\d:?\d\d$/.test(text)) return text.slice(0, 10);
  return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate().toString();
}
