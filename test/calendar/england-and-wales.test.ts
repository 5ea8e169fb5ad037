import { describe, expect, it } from "vitest";
import { bankHolidaysByRule } from "../../src/calendar/bank-holiday-rules.ts";
import { easterSunday } from "../../src/calendar/easter.ts";
import { englandAndWales } from "../../src/calendar/england-and-wales.ts";
import {
  publishedHolidays,
  publishedYears,
} from "../../src/calendar/england-and-wales-published.ts";
import { isWorkingDay } from "../../src/calendar/working-calendar.ts";

const { first, last } = publishedYears;
const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);

function published(year: number): string[] {
  return Object.keys(publishedHolidays).filter((date) => date.startsWith(`${year}-`));
}

describe("bank holidays of England and Wales", () => {
  it("are by the rules what was published, but for those proclaimed for one year", () => {
    const odd = years.flatMap((year) => {
      const rules = [...bankHolidaysByRule(year).keys()].toSorted();
      const told = published(year);
      return [
        ...told.filter((date) => !rules.includes(date)).map((date) => `+${date}`),
        ...rules.filter((date) => !told.includes(date)).map((date) => `-${date}`),
      ];
    });
    expect(odd).toEqual([
      "+2020-05-08", // VE day, in place of the first Monday
      "-2020-05-04",
      "+2022-06-02", // moved for the Platinum Jubilee
      "+2022-06-03",
      "+2022-09-19", // the State Funeral
      "-2022-05-30",
      "+2023-05-08", // the coronation
    ]);
  });

  it("fall on no weekend, in any year", () => {
    for (let year = 1980; year < 2100; year += 1) {
      for (const date of bankHolidaysByRule(year).keys())
        expect(Temporal.PlainDate.from(date).dayOfWeek, date).toBeLessThan(6);
      expect(bankHolidaysByRule(year).size).toBe(8);
    }
    for (const date of Object.keys(publishedHolidays))
      expect(Temporal.PlainDate.from(date).dayOfWeek, date).toBeLessThan(6);
  });

  it("have a substitute where Christmas or New Year falls on a weekend, long after the list", () => {
    // 25 December 2032 is a Saturday, 1 January 2033 a Saturday, 25 December 2033 a Sunday.
    expect(englandAndWales.holidayOn("2032-12-27")).toBe("Christmas Day (substitute day)");
    expect(englandAndWales.holidayOn("2032-12-28")).toBe("Boxing Day (substitute day)");
    expect(englandAndWales.holidayOn("2033-01-03")).toBe("New Year's Day (substitute day)");
    expect(englandAndWales.holidayOn("2033-12-26")).toBe("Boxing Day");
    expect(englandAndWales.holidayOn("2033-12-27")).toBe("Christmas Day (substitute day)");
    expect(englandAndWales.holidayOn("2040-01-02")).toBe("New Year's Day (substitute day)");
  });

  it("are not worked, nor are Saturdays and Sundays", () => {
    expect(isWorkingDay(englandAndWales, "2022-09-19")).toBe(false);
    expect(isWorkingDay(englandAndWales, "2026-08-29")).toBe(false);
    expect(isWorkingDay(englandAndWales, "2026-08-31")).toBe(false);
    expect(isWorkingDay(englandAndWales, "2026-09-01")).toBe(true);
  });
});

it("Easter Sunday is where the tables have it, its earliest and latest dates included", () => {
  const told = ["1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2024-03-31", "2038-04-25"];
  expect(told.map((date) => easterSunday(Number(date.slice(0, 4))).toString())).toEqual(told);
});
