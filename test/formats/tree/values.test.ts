import { describe, expect, test } from "vitest";
import {
  checkBoolean,
  checkDate,
  checkDateTime,
  checkNumber,
  checkTime,
} from "../../../src/formats/tree/read/values.ts";
import { fc } from "../../property.ts";

type Check = (bytes: Buffer, start: number, end: number) => string | null;

/** Checks the value between other bytes, so that a check that looks beyond its ends is found out. */
function judge(check: Check, value: string): string | null {
  const bytes = Buffer.from(`19${value}01`, "latin1");
  return check(bytes, 2, 2 + value.length);
}

const number =
  (digits: number, decimals: number, signed = false): Check =>
  (bytes, start, end) =>
    checkNumber(bytes, start, end, digits, decimals, signed);

describe("a date", () => {
  test.each(["19500101", "20240229", "20000229", "21991231", "20260430"])("is %s", (text) => {
    expect(judge(checkDate, text)).toBeNull();
  });

  test.each([
    "",
    "2026010",
    "202601011",
    "20260229",
    "21000229",
    "20260431",
    "20260001",
    "20261301",
    "20260100",
    "19491231",
    "22000101",
    "2026-1-1",
    " 0260101",
    "2026010x",
  ])("is not %j", (text) => {
    expect(judge(checkDate, text)).toBe("BAD_DATE");
  });

  test("is what Temporal takes for one, from 1950 to 2199", () => {
    const part = (min: number, max: number, width: number) =>
      fc.integer({ min, max }).map((value) => String(value).padStart(width, "0"));
    fc.assert(
      fc.property(part(1900, 2250, 4), part(0, 13, 2), part(0, 32, 2), (year, month, day) => {
        let real = Number(year) >= 1950 && Number(year) <= 2199;
        try {
          Temporal.PlainDate.from(`${year}-${month}-${day}`);
        } catch {
          real = false;
        }
        expect(judge(checkDate, year + month + day)).toBe(real ? null : "BAD_DATE");
      }),
    );
  });
});

describe("a date and time", () => {
  test.each(["20260503000000", "20260503235959"])("is %s", (text) => {
    expect(judge(checkDateTime, text)).toBeNull();
  });

  test.each([
    "20260503",
    "20260503240000",
    "20260503006000",
    "20260503000060",
    "20260230000000",
    "2026050300000",
    "2026050300000000",
  ])("is not %j", (text) => {
    expect(judge(checkDateTime, text)).toBe("BAD_DATETIME");
  });
});

describe("a time", () => {
  test.each(["000000", "235959"])("is %s", (text) => {
    expect(judge(checkTime, text)).toBeNull();
  });

  test.each(["", "240000", "0000", "12:00:"])("is not %j", (text) => {
    expect(judge(checkTime, text)).toBe("BAD_TIME");
  });
});

describe("a boolean", () => {
  test("is T or F and nothing else", () => {
    expect(["T", "F", "t", "Y", "", "TF"].map((text) => judge(checkBoolean, text))).toEqual([
      null,
      null,
      ...Array<string>(4).fill("BAD_BOOLEAN"),
    ]);
  });
});

describe("a number", () => {
  test.each([
    ["56311.0", number(9, 1)],
    ["123456789", number(9, 1)],
    ["12345678.9", number(9, 1)],
    ["03", number(2, 0)],
    ["0", number(1, 0)],
    ["-1", number(1, 0, true)],
    ["+12.5", number(3, 1, true)],
    [".5", number(2, 1)],
  ])("is %s", (text, check) => {
    expect(judge(check, text)).toBeNull();
  });

  test.each([
    ["", number(9, 1), "BAD_NUMBER"],
    [".", number(9, 1), "BAD_NUMBER"],
    ["5.", number(9, 1), "BAD_NUMBER"],
    ["-", number(9, 1, true), "BAD_NUMBER"],
    ["-5", number(9, 1), "BAD_NUMBER"],
    ["--5", number(9, 1, true), "BAD_NUMBER"],
    ["1,000", number(9, 1), "BAD_NUMBER"],
    ["1.0.0", number(9, 1), "BAD_NUMBER"],
    ["1e3", number(9, 1), "BAD_NUMBER"],
    [" 5", number(9, 1), "BAD_NUMBER"],
    ["5 ", number(9, 1), "BAD_NUMBER"],
    ["45678.250", number(9, 1), "TOO_MANY_DECIMALS"],
    ["5.0", number(3, 0), "TOO_MANY_DECIMALS"],
    ["123456789.0", number(9, 1), "TOO_MANY_DIGITS"],
    ["1234", number(3, 0), "TOO_MANY_DIGITS"],
  ])("is not %j", (text, check, code) => {
    expect(judge(check, text)).toBe(code);
  });
});
