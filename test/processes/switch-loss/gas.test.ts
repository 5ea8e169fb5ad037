import { expect, it } from "vitest";
import { ProcessStory } from "../../../src/testing/process-story.ts";
import { contract, invitation, losing, secured } from "./loss-story.ts";

const mprn = "9100000001";

/** What a job on the meter tells: a reading taken on a day. */
const job = (readingDate: string, readingIndex: string) => ({
  meterPoint: {
    meterPointReferenceNumber: mprn,
    asset: [
      {
        serialNumber: "EX24000001",
        meter: [{ registerDetails: [{ reading: { readingDate, readingIndex } }] }],
      },
    ],
  },
});

it("a reading of the very day closes a gas supply though sources name other days", async () => {
  const story = new ProcessStory(losing(), mprn, "2026-06-08T10:00:00+01:00");
  await story.message("CSS02700", invitation({ fuelType: "G" }));
  await story.message("CONTRACTS", contract({ fuel: "G" }));
  await story.until("2026-06-14T17:05:00+01:00");
  await story.message("CSS02370", secured({ supplyStartDate: "2026-06-16T00:00:00+01:00" }));
  await story.until("2026-06-17T09:00:00+01:00");
  await story.message("G0201", job("20260614", "00041"));
  expect(story.files).toEqual([]);
  await story.message("G0201", job("20260615", "00042"));
  expect(story.files.map(({ data }) => data)).toMatchObject([
    { suppliedUntil: "2026-06-15", lines: [{ closingReading: "42.0", readAt: "2026-06-15" }] },
  ]);
  expect(story.status).toBe("lost, final bill asked: dates differ");
});

it("a gas point is lost by notices of its MPRN, and closes with a reading of the very day", async () => {
  const story = new ProcessStory(losing(), mprn, "2026-06-08T10:00:00+01:00");
  await story.message("CSS02700", invitation({ fuelType: "G" }));
  await story.message("CONTRACTS", contract({ fuel: "G", debt: "90.00", debtSince: "2026-01-01" }));
  expect(story.files[0]?.data).toMatchObject({ data: { fuelType: "G", reason: "Debt" } });
  await story.command("do_withdraw_objection", { reason: "paid" });
  await story.until("2026-06-14T17:05:00+01:00");
  await story.message("CSS02370", secured({ fuelType: "G" }));
  await story.message("G0201", job("20260612", "00041"));
  expect(story.state.losses[0]?.closing).toEqual([]);
  await story.until("2026-06-16T09:00:00+01:00");
  await story.message("G0201", job("20260615", "00042"));
  expect(story.files.map(({ flow }) => flow)).toEqual(["CSS-OBJECT", "CSS-OBJECT", "FINALBILL"]);
  expect(story.files[2]?.data).toMatchObject({
    fuel: "G",
    suppliedUntil: "2026-06-14",
    readingSource: "G0201",
    lines: [{ meterId: "EX24000001", closingReading: "42.0", readAt: "2026-06-15" }],
  });
  expect(story.status).toBe("lost, final bill asked");
  story.check({ arrivals: 3 });
});
