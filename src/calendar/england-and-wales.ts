import { bankHolidaysByRule } from "./bank-holiday-rules.ts";
import { publishedHolidays, publishedYears } from "./england-and-wales-published.ts";
import type { IsoDate, WorkingCalendar } from "./working-calendar.ts";

const byRule = new Map<number, ReadonlyMap<IsoDate, string>>();

/** Working days of England and Wales: as published where they are, by the rules before and after. */
export const englandAndWales: WorkingCalendar = {
  name: "england-and-wales",
  zone: "Europe/London",
  weekend: new Set([6, 7]),
  holidayOn(date) {
    const year = Number(date.slice(0, 4));
    if (year >= publishedYears.first && year <= publishedYears.last)
      return publishedHolidays[date] ?? null;
    return holidaysOf(year).get(date) ?? null;
  },
};

/** Worked out once a year asked for: a fold asks many times. */
function holidaysOf(year: number): ReadonlyMap<IsoDate, string> {
  const known = byRule.get(year) ?? bankHolidaysByRule(year);
  byRule.set(year, known);
  return known;
}
