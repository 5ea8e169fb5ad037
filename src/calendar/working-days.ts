import { type IsoDate, isWorkingDay, type WorkingCalendar } from "./working-calendar.ts";

/** So many days without a working one are a calendar that was written wrong. */
const longestPauseDays = 366;

/**
 * The working day so many working days after a date, which itself is day 0 whether it is worked or not:
 * one working day after a Friday and after the Saturday is the same Monday. With 0, the date itself when it
 * is worked, else the next that is. Throws for a count that is not a whole number from 0 up.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`${count} is not a number of working days`);
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(calendar, dayAfter(day));
  return count === 0 ? workingDayFrom(calendar, date) : day;
}

/** How many working days lie after the first date, up to and with the second; 0 when it is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = dayAfter(day);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** Clocks change, and days begin, at whole quarters of an hour, in milliseconds. */
const quarterMs = 900_000;
/** Dates that are remembered for each zone: what is asked for is close together. */
const mostRemembered = 5_000;
const remembered = new Map<string, Map<number, IsoDate>>();

/** The date that the calendar's clocks show at an instant, in milliseconds since 1970. */
export function dateAt({ zone }: WorkingCalendar, instant: number): IsoDate {
  const quarter = Math.floor(instant / quarterMs);
  const known = remembered.get(zone)?.get(quarter);
  if (known !== undefined) return known;
  const dates = remembered.get(zone) ?? new Map<number, IsoDate>();
  if (dates.size >= mostRemembered) dates.clear();
  const date = dateIn(zone, instant);
  remembered.set(zone, dates.set(quarter, date));
  return date;
}

function dateIn(zone: string, instant: number): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/**
 * The instant at which the calendar's clocks show a time of this date, e.g. `18:00`, in milliseconds since
 * 1970. Where the clock shows it twice, the later; where it skips it, as long after the skip.
 */
export function instantAt(calendar: WorkingCalendar, date: IsoDate, time: string): number {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(calendar.zone, { disambiguation: "later" }).epochMilliseconds;
}

/** The last millisecond of this date by the calendar's clocks, whether the day has 23, 24 or 25 hours. */
export function endOfDay(calendar: WorkingCalendar, date: IsoDate): number {
  const next = Temporal.PlainDate.from(dayAfter(date));
  return next.toZonedDateTime(calendar.zone).epochMilliseconds - 1;
}

/** The date when it is worked, else the next that is. */
function workingDayFrom(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  let day = date;
  for (let tried = 0; tried < longestPauseDays; tried += 1) {
    if (isWorkingDay(calendar, day)) return day;
    day = dayAfter(day);
  }
  throw new Error(`The calendar ${calendar.name} has no working day in the year after ${date}`);
}

function dayAfter(date: IsoDate): IsoDate {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
