import { describe, expect, test } from "vitest";
import { readIsoTime } from "../../src/core/text/iso-time.ts";

const at = Date.UTC(2026, 5, 10, 9, 3);

describe("an ISO time names one instant however it is written", () => {
  test.each([
    "2026-06-10T09:03:00Z",
    "2026-06-10t09:03:00z",
    "2026-06-10 09:03:00 Z",
    "2026-06-10T09:03Z",
    "2026-06-10T10:03:00+01:00",
    "2026-06-10T10:03:00+0100",
    "2026-06-10 10:03:00+01",
    "2026-06-10 10:03:00 +01:00",
    "2026-06-10 10:03:00 +01",
    "2026-06-10T04:33:00-0430",
    "2026-06-10T05:03:00-04",
    "2026-06-10T09:03:00.0000000000009Z",
  ])("%s", (text) => {
    expect(readIsoTime(text)).toMatchObject({ kind: "instant", at });
  });

  test("with the offset it was written with", () => {
    expect(readIsoTime("2026-06-10 05:03:00-04")).toEqual({
      kind: "instant",
      at,
      offsetMinutes: -240,
    });
    expect(readIsoTime("2026-06-10 10:03:00.123456+01")).toEqual({
      kind: "instant",
      at: at + 123,
      offsetMinutes: 60,
    });
  });

  test("or a clock's reading where it has no offset", () => {
    expect(readIsoTime("2026-06-10t10:03")).toEqual({ kind: "local", text: "20260610100300" });
  });

  test.each([
    "2026-06-10T24:00:00Z",
    "2026-06-31T09:03:00Z",
    "2026-06-10T09:03:00 UTC",
    "2026-06-10T09:03:00+1",
    "2026-06-10T09:03:00  Z",
    "2026-06-10",
  ])("but %s is none", (text) => {
    expect(readIsoTime(text)).toBe(null);
  });
});
