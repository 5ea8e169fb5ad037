import type { IsoDate, WorkingCalendar } from "./working-calendar.ts";

/** What a calendar of an installation says. */
export interface CalendarData {
  readonly zone: string;
  readonly weekend: ReadonlySet<number>;
  /** What its holidays are called, by date. */
  readonly holidays: ReadonlyMap<IsoDate, string>;
  /** Holidays of the calendar it is based on that are worked here. */
  readonly worked: ReadonlySet<IsoDate>;
}

/** A calendar of listed holidays, beside those of another where it is based on one. */
export function listedCalendar(
  name: string,
  { zone, weekend, holidays, worked }: CalendarData,
  basedOn: WorkingCalendar | null,
): WorkingCalendar {
  return {
    name,
    zone,
    weekend,
    holidayOn(date) {
      const listed = holidays.get(date);
      if (listed !== undefined) return listed;
      return worked.has(date) ? null : (basedOn?.holidayOn(date) ?? null);
    },
  };
}
