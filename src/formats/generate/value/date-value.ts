import { isDayField } from "../../tree/day-field.ts";
import type { Spot } from "../spot.ts";
import { dayText, timeText } from "./calendar.ts";

const hour = 3600;

/** Days from the day things are effective from, by what a date's name says; the first that fits counts. */
const offsets: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/^Deliver(?:y Date| By)$/i, 2, 9],
  [/Expiry|Plan End|Charge End/i, 1_000, 4_000],
  [/Install|Certification|Commissioning|Tenancy|Registered|last/i, -2_500, -200],
  [/Effective to|End Date|To Date|Actual End|\bTo\b/i, 30, 400],
  [/Effective from|Start Date|From Date|\{REGI\}|\bEFD\b/i, 0, 0],
  [/Appointment|Required|Planned|Deadline|Due|Scheduled|Agreed|Payment Date/i, 30, 45],
  [/Removal|Disconnection|Significant/i, 0, 0],
  [/Received|Publication|Notification/i, -3, 0],
];

/** A date that agrees with the others of its message. */
export function dateValue(spot: Spot): string {
  return dayText(dayFor(spot));
}

/** A date and time: readings at midnight, ends after starts. */
export function dateTimeValue(spot: Spot): string {
  const { field, surroundings } = spot;
  if (/Reading Date|MD Reset/.test(field.name))
    return dayText(surroundings.readingDay) + timeText(0);
  return dateValue(spot) + timeValue(spot);
}

/** A time of day: earliest before latest, start before end, on the half hour. */
export function timeValue({ field, surroundings }: Spot): string {
  const { random } = surroundings.scene;
  const halfHour = random.whole(0, 3) * (hour / 2);
  if (/Earliest|Start|From/i.test(field.name)) return timeText(8 * hour + halfHour);
  if (/Latest|End|\bTo\b/i.test(field.name)) return timeText(13 * hour + halfHour);
  return timeText(random.whole(12, 36) * (hour / 2));
}

function dayFor({ field, surroundings }: Spot): number {
  const { scene, settlementDay, readingDay, index } = surroundings;
  const { item, name } = field;
  if (isDayField(field) || item === "J0018") return settlementDay;
  if (/Reading Date/.test(name)) return readingDay;
  const [, from, to] = offsets.find(([pattern]) => pattern.test(name)) ?? [/./, -10, 0];
  // Periods in a row follow each other and do not overlap.
  const later =
    from >= 0 && surroundings.count > 1 ? index * 400 - (surroundings.count - 1) * 400 : 0;
  return scene.day + later + scene.random.whole(from, Math.min(to, from + 399));
}
