import { z } from "zod";
import type { LookTimes } from "./sftp-inbox.ts";

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const timeExpected = "a time of day such as 06:30";
const zoneExpected = "a time zone such as Europe/London";

/** Times of the day, e.g. `{ at: [06:30, 18:00], days: [mon, tue], zone: Europe/London }`. */
export const lookTimes = z
  .strictObject(
    {
      at: z
        .array(
          z.string({ error: timeExpected }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
            error: timeExpected,
          }),
          { error: 'a list of times, such as ["06:30", "18:00"]' },
        )
        .min(1, { error: "at least one time" }),
      days: z
        .array(z.enum(dayNames, { error: `one of ${dayNames.join(", ")}` }), {
          error: "a list of days, such as [mon, tue, wed, thu, fri]",
        })
        .min(1, { error: "at least one day; leave it out for all" })
        .default(dayNames),
      zone: z
        .string({ error: zoneExpected })
        .refine(isZone, { error: zoneExpected })
        .default("Europe/London"),
    },
    { error: 'settings, such as { at: ["06:30", "18:00"] }' },
  )
  .transform(
    ({ at, days, zone }): LookTimes => ({
      minutes: [...new Set(at.map(minutesOf))].toSorted((a, b) => a - b),
      days: [...new Set(days.map((day) => dayNames.indexOf(day) + 1))].toSorted(),
      zone,
    }),
  );

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The first of the times after a moment; both in milliseconds since 1970. */
export function nextLook(times: LookTimes, after: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(times.zone);
  for (let ahead = 0; ; ahead += 1) {
    const day = now.toPlainDate().add({ days: ahead });
    if (!times.days.includes(day.dayOfWeek)) continue;
    // Not the first in order: one that the clock jumps over is moved behind others.
    const looks = times.minutes.map((minutes) => {
      const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
      return day.toZonedDateTime({ timeZone: times.zone, plainTime }).epochMilliseconds;
    });
    const next = Math.min(...looks.filter((at) => at > after));
    if (Number.isFinite(next)) return next;
  }
}

/** The last of the times at or before a moment; both in milliseconds since 1970. */
export function lastLook(times: LookTimes, at: number): number {
  // A week and a day hold each of them at least once, whatever the clocks do.
  let last = nextLook(times, at - 8 * 86_400_000);
  for (let next = last; next <= at; next = nextLook(times, next)) last = next;
  return last;
}
