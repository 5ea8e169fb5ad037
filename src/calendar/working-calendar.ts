/** A day of some year, `ccyy-mm-dd`, as states and events keep it. */
export type IsoDate = string;

/** Which days are worked, and by which clock. Pure data: the same date always gets the same answer. */
export interface WorkingCalendar {
  /** What the configuration and process definitions call it by, e.g. `england-and-wales`. */
  readonly name: string;
  /** Time zone of its days, e.g. `Europe/London`. */
  readonly zone: string;
  /** Days of the week that are not worked: 1 is Monday, 7 is Sunday. */
  readonly weekend: ReadonlySet<number>;
  /** What the holiday on this date is called; null when there is none, weekends included. */
  holidayOn(date: IsoDate): string | null;
}

/** Finds a calendar by its name. Throws when nobody defined it: that is a mistake in code or configuration. */
export type FindCalendar = (name: string) => WorkingCalendar;

/** Whether people work on this date. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return !calendar.weekend.has(dayOfWeek) && calendar.holidayOn(date) === null;
}
