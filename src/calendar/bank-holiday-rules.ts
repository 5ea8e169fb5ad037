import { easterSunday } from "./easter.ts";
import type { IsoDate } from "./working-calendar.ts";

/**
 * Bank holidays of England and Wales in a year as the rules have them (Banking and Financial Dealings Act
 * 1971, and the yearly proclamations that follow it): what is proclaimed for one year only is not here.
 */
export function bankHolidaysByRule(year: number): ReadonlyMap<IsoDate, string> {
  const easter = easterSunday(year);
  return new Map([
    fixed(year, 1, 1, "New Year's Day", 1),
    [easter.subtract({ days: 2 }).toString(), "Good Friday"],
    [easter.add({ days: 1 }).toString(), "Easter Monday"],
    [firstMonday(year, 5).toString(), "Early May bank holiday"],
    [lastMonday(year, 5).toString(), "Spring bank holiday"],
    [lastMonday(year, 8).toString(), "Summer bank holiday"],
    fixed(year, 12, 25, "Christmas Day", 2),
    fixed(year, 12, 26, "Boxing Day", 2),
  ]);
}

/**
 * A day of the month, or its substitute when it falls on a weekend: New Year's Day goes to the Monday;
 * Christmas Day and Boxing Day go two days on, so that the two never meet.
 */
function fixed(
  year: number,
  month: number,
  day: number,
  name: string,
  free: 1 | 2,
): [IsoDate, string] {
  const date = new Temporal.PlainDate(year, month, day);
  if (date.dayOfWeek < 6) return [date.toString(), name];
  const days = free === 2 ? 2 : 8 - date.dayOfWeek;
  return [date.add({ days }).toString(), `${name} (substitute day)`];
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - 1 });
}
