import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { addWorkingDays, dateAt, instantAt } from "../../calendar/working-days.ts";

/** When a working day that something is waited for ends. */
const closingTime = "18:00";

const dayMs = 86_400_000;

/** How many calendar days are between two dates, whichever is the earlier. */
export function daysBetween(one: IsoDate, other: IsoDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / dayMs;
}

/** The date so many calendar days later, or earlier. */
export function dayFrom(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The end of the working day so many working days after a date. */
export function workingDaysAfter(
  calendar: WorkingCalendar,
  date: IsoDate,
  count: number,
  time = closingTime,
): number {
  return known(calendar, `${date} ${count} ${time}`, () =>
    instantAt(calendar, addWorkingDays(calendar, date, count), time),
  );
}

/** The end of the working day so many working days after the day of a moment. */
export function workingDaysFrom(
  calendar: WorkingCalendar,
  instant: number,
  count: number,
  time = closingTime,
): number {
  return workingDaysAfter(calendar, dateAt(calendar, instant), count, time);
}

/** When the calendar's clocks show a time of a date. */
export function timeOn(calendar: WorkingCalendar, date: IsoDate, time: string): number {
  return known(calendar, `${date} ${time}`, () => instantAt(calendar, date, time));
}

/** So many moments are remembered of a calendar: those of a few hundred days, each asked for with every event. */
const mostKnown = 4_000;
const moments = new WeakMap<WorkingCalendar, Map<string, number>>();

function known(calendar: WorkingCalendar, name: string, count: () => number): number {
  const of = moments.get(calendar) ?? new Map<string, number>();
  moments.set(calendar, of);
  const found = of.get(name);
  if (found !== undefined) return found;
  if (of.size >= mostKnown) of.clear();
  const at = count();
  of.set(name, at);
  return at;
}

/** The date that a text of the market begins with: `ccyy-mm-dd`, `ccyymmdd` or a moment; null when it is none. */
export function marketDate(text: string | null | undefined, zone: string): IsoDate | null {
  if (text === null || text === undefined) return null;
  if (/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const at = Date.parse(text);
    if (Number.isNaN(at)) return null;
    return Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString();
  }
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  return found === null ? null : asDate(found.slice(1).join("-"));
}

function asDate(text: string): IsoDate | null {
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}
