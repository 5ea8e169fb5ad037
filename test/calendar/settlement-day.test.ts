import { expect, test } from "vitest";
import { halfHoursOn } from "../../src/calendar/settlement-day.ts";

test.each([
  ["20260328", 48],
  ["20260329", 46],
  ["20260330", 48],
  ["20261025", 50],
  ["20251026", 50],
  ["20240331", 46],
  ["20240229", 48],
])("%s has %i half hours", (day, halfHours) => {
  expect(halfHoursOn(day)).toBe(halfHours);
  expect(halfHoursOn(day)).toBe(halfHours);
});

test.each(["", "20250229", "2026-03-29", "202603291", "20261301", "0x260329"])(
  "%j is no day",
  (text) => {
    expect(halfHoursOn(text)).toBeNull();
  },
);
