import { z } from "zod";
import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dayFrom, timeOn, workingDaysFrom } from "./days.ts";

/** A number of days as a setting of either side of a switch. */
export const settingDays = z.int({ error: "a whole number of days" }).min(0).max(366);

/** A time of the day as a setting, such as 17:00. */
const settingTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "a time such as 17:00" });

/** The objection window ends at this time on that working day after the day of submission. */
export const objectionWindow = z
  .strictObject({
    domestic: settingDays.default(1),
    nonDomestic: settingDays.default(2),
    until: settingTime.default("17:00"),
  })
  .prefault({});

/** Gate closure: so many calendar days before the day on which supply changes. */
export const gateClosure = z
  .strictObject({ daysBefore: settingDays.default(1), at: settingTime.default("17:00") })
  .prefault({});

/** When the losing supplier may no longer object, in milliseconds since 1970. */
export function objectionWindowEnds(
  { domestic, nonDomestic, until }: z.infer<typeof objectionWindow>,
  submitted: { readonly at: number; readonly isDomestic: boolean },
  calendar: WorkingCalendar,
): number {
  const days = submitted.isDomestic ? domestic : nonDomestic;
  return workingDaysFrom(calendar, submitted.at, days, until);
}

/** When the registration is fixed, in milliseconds since 1970: on a day before supply changes. */
export function gateCloses(
  { daysBefore, at }: z.infer<typeof gateClosure>,
  supplyChanges: IsoDate,
  calendar: WorkingCalendar,
): number {
  return timeOn(calendar, dayFrom(supplyChanges, -daysBefore), at);
}
