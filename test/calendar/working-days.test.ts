import { describe, expect, it } from "vitest";
import { englandAndWales } from "../../src/calendar/england-and-wales.ts";
import { isWorkingDay } from "../../src/calendar/working-calendar.ts";
import {
  addWorkingDays,
  dateAt,
  endOfDay,
  instantAt,
  workingDaysBetween,
} from "../../src/calendar/working-days.ts";
import { fc } from "../property.ts";

const dayMs = 86_400_000;
const anyDate = fc
  .integer({ min: Date.UTC(2015, 0, 1) / dayMs, max: Date.UTC(2045, 0, 1) / dayMs })
  .map((day) => new Date(day * dayMs).toISOString().slice(0, 10));
const fewDays = fc.integer({ min: 0, max: 40 });
const utc = (text: string) => Date.parse(text);

describe("working days", () => {
  it("go over weekends and bank holidays", () => {
    expect(addWorkingDays(englandAndWales, "2026-06-10", 2)).toBe("2026-06-12");
    expect(addWorkingDays(englandAndWales, "2026-08-28", 1)).toBe("2026-09-01");
    expect(addWorkingDays(englandAndWales, "2026-12-24", 1)).toBe("2026-12-29");
    expect(addWorkingDays(englandAndWales, "2022-06-01", 1)).toBe("2022-06-06");
  });

  it("begin to count on the first one after a day that is not worked", () => {
    expect(addWorkingDays(englandAndWales, "2026-06-13", 1)).toBe("2026-06-15");
    expect(addWorkingDays(englandAndWales, "2026-06-13", 0)).toBe("2026-06-15");
    expect(addWorkingDays(englandAndWales, "2026-06-12", 0)).toBe("2026-06-12");
  });

  it("always end on a working day, so many working days later", () => {
    fc.assert(
      fc.property(anyDate, fewDays, (date, count) => {
        const end = addWorkingDays(englandAndWales, date, count);
        expect(isWorkingDay(englandAndWales, end)).toBe(true);
        if (count > 0) expect(workingDaysBetween(englandAndWales, date, end)).toBe(count);
      }),
    );
  });

  it("added in two steps are the same as added in one", () => {
    fc.assert(
      fc.property(anyDate, fewDays, fewDays, (date, first, second) => {
        const oneStep = addWorkingDays(englandAndWales, date, first + second + 1);
        const middle = addWorkingDays(englandAndWales, date, first + 1);
        expect(second === 0 ? middle : addWorkingDays(englandAndWales, middle, second)).toBe(
          oneStep,
        );
      }),
    );
  });

  it("never end earlier for a later start", () => {
    fc.assert(
      fc.property(anyDate, anyDate, fewDays, (a, b, count) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(
          addWorkingDays(englandAndWales, early, count) <=
            addWorkingDays(englandAndWales, late, count),
        ).toBe(true);
      }),
    );
  });

  it("are whole numbers from 0 up", () => {
    expect(() => addWorkingDays(englandAndWales, "2026-06-10", -1)).toThrow("-1 is not a number");
    expect(() => addWorkingDays(englandAndWales, "2026-06-10", 1.5)).toThrow(RangeError);
  });

  it("are not there in a calendar without any, which is said", () => {
    const never = { ...englandAndWales, name: "never", weekend: new Set([1, 2, 3, 4, 5, 6, 7]) };
    expect(() => addWorkingDays(never, "2026-06-10", 1)).toThrow("never has no working day");
  });
});

describe("moments of a day in London", () => {
  it("are an hour earlier in summer", () => {
    expect(instantAt(englandAndWales, "2026-01-15", "18:00")).toBe(utc("2026-01-15T18:00:00Z"));
    expect(instantAt(englandAndWales, "2026-07-15", "18:00")).toBe(utc("2026-07-15T17:00:00Z"));
  });

  it("are the last and the next to come where the clock changes", () => {
    // The clock shows 01:30 twice on 25 October 2026, and never on 29 March 2026.
    expect(instantAt(englandAndWales, "2026-10-25", "01:30")).toBe(utc("2026-10-25T01:30:00Z"));
    expect(instantAt(englandAndWales, "2026-03-29", "01:30")).toBe(utc("2026-03-29T01:30:00Z"));
  });

  it("end with the day, of 23, 24 or 25 hours", () => {
    const hours = (date: string, before: string) =>
      (endOfDay(englandAndWales, date) - endOfDay(englandAndWales, before)) / 3_600_000;
    expect(hours("2026-03-29", "2026-03-28")).toBe(23);
    expect(hours("2026-06-11", "2026-06-10")).toBe(24);
    expect(hours("2026-10-25", "2026-10-24")).toBe(25);
    expect(endOfDay(englandAndWales, "2026-06-10")).toBe(utc("2026-06-10T22:59:59.999Z"));
  });

  it("belong to the date they were asked for", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateAt(englandAndWales, endOfDay(englandAndWales, date))).toBe(date);
        expect(dateAt(englandAndWales, endOfDay(englandAndWales, date) + 1)).not.toBe(date);
        expect(dateAt(englandAndWales, instantAt(englandAndWales, date, "18:00"))).toBe(date);
      }),
    );
  });
});
