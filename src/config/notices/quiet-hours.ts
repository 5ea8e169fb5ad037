import { type FindCalendar, isWorkingDay } from "../../calendar/working-calendar.ts";
import { lastLook } from "../channel/look-times.ts";
import type { NoticeSettings, QuietHours } from "./notice-settings.ts";

/** Hours that follow each other without a gap are looked at so many times: a week of them, and more. */
const mostHours = 20;

/** When the quiet hours end that a moment is in, those that follow at once with them; null outside them. */
export function quietUntil(
  hours: readonly QuietHours[],
  at: number,
  calendars: FindCalendar,
): number | null {
  let until: number | null = null;
  for (let turn = 0; turn < mostHours; turn += 1) {
    const end = endOfHours(hours, until ?? at, calendars);
    if (end === null) break;
    until = end;
  }
  return until;
}

/** The latest end of the hours that hold a moment. */
function endOfHours(
  hours: readonly QuietHours[],
  at: number,
  calendars: FindCalendar,
): number | null {
  const ends = hours
    .flatMap((one) => spansAround(one, at, calendars))
    .filter(([from, to]) => from <= at && at < to);
  return ends.length === 0 ? null : Math.max(...ends.map(([, to]) => to));
}

/** The spans of some hours that begin on the day of a moment, or the day before. */
function spansAround(
  { from, to, days, calendar, zone }: QuietHours,
  at: number,
  calendars: FindCalendar,
): [number, number][] {
  const own = calendar === null ? null : calendars(calendar);
  const isFree = (day: Temporal.PlainDate) => own === null || !isWorkingDay(own, day.toString());
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const moment = (day: Temporal.PlainDate, minutes: number) =>
    day.toZonedDateTime({
      timeZone: zone,
      plainTime: new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60),
    }).epochMilliseconds;
  return [today.subtract({ days: 1 }), today]
    .filter((day) => days.includes(day.dayOfWeek) && isFree(day))
    .map((day) => [moment(day, from), moment(to > from ? day : day.add({ days: 1 }), to)]);
}

/** The moment of the last digest that was due by a moment; null without digests. */
export function digestBefore(
  { digest }: Pick<NoticeSettings, "digest">,
  at: number,
): number | null {
  return digest === null ? null : lastLook(digest, at);
}
