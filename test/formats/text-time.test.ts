import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/formats/recognise.ts";
import { isoZone, sayNoIso } from "../../src/formats/text-time.ts";
import { allProblems, catalogue } from "./flow-text.ts";

describe("the zone that an ISO time is written with", () => {
  test.each([
    ["2026-06-10 10:03:00+01", "offset"],
    ["2026-06-10 10:03:00 +01:00", "offset"],
    ["2026-06-10t10:03:00z", "utc"],
    ["2026-06-10T10:03:00.1234567890Z", "utc"],
    ["2026-06-10 10:03:00", "local"],
    ["2026-06-10T10:03:00+15", null],
    ["2026-06-10T24:00:00Z", null],
    ["2026-06-30T23:59:60Z", null],
  ])("of %s is %s", (text, zone) => {
    expect(isoZone(text)).toBe(zone);
  });
});

describe("what is wrong with a time is said", () => {
  test.each([
    ["2026-06-10T24:00:00Z", /the end of a day is 00:00:00 of the day after/],
    ["2026-06-10T24:30:00Z", /hours go to 23/],
    ["2026-06-30T23:59:60Z", /leap second/],
    ["2026-06-10 09:03:00 UTC", /the name UTC, where Z or an offset/],
    ["2026-06-10T09:03:00+01:00[Europe/London]", /the name Europe\/London/],
    ["2026-02-30T09:03:00Z", /no such day/],
  ])("%s", (text, said) => {
    expect(sayNoIso(text)).toMatch(said);
    const columns = "order_number,transaction_id,status,amount,currency,paid_at";
    const file = `${columns}\nSO-1,T-1,captured,1.00,GBP,${text}\n`;
    const [problem] = allProblems(readDocument(Buffer.from(file), catalogue));
    expect(problem).toMatchObject({ code: "BAD_DATETIME", message: expect.stringMatching(said) });
  });

  test("where there is something to say", () => {
    expect(sayNoIso("yesterday")).toBe(null);
  });
});
