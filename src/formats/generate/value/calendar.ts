import { halfHoursOn } from "../../../calendar/settlement-day.ts";

const dayMs = 86_400_000;
const usualHalfHours = 48;

/** A day as a number: days since 1 January 1970. */
export function dayOf(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / dayMs);
}

/** ccyymmdd. */
export function dayText(day: number): string {
  const date = new Date(day * dayMs);
  return `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
}

/** hhmmss of so many seconds into the day. */
export function timeText(second: number): string {
  return `${two(Math.floor(second / 3600))}${two(Math.floor(second / 60) % 60)}${two(second % 60)}`;
}

/** Half hours in a day in the United Kingdom: 46 and 50 on the days the clocks change. */
export function halfHoursIn(day: number): number {
  return halfHoursOn(dayText(day)) ?? usualHalfHours;
}

/** The days of a year on which the clocks change: the last Sundays of March and October. */
export function clockChanges(year: number): readonly [march: number, october: number] {
  return [lastSunday(dayOf(year, 3, 31)), lastSunday(dayOf(year, 10, 31))];
}

/** Day 0 was a Thursday, so day 3 a Sunday. */
function lastSunday(monthEnd: number): number {
  return monthEnd - ((monthEnd - 3) % 7);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
