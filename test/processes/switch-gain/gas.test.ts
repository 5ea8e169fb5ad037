import { expect, test } from "vitest";
import { GainStory } from "./gain-story.ts";

test("a gas point is asked for and secured, appoints nobody, and lacks an opening reading in time", async () => {
  const story = await GainStory.requested({ fuel: "G" });
  await story.notice("Pending");
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  await story.notice("Active", "2026-12-08T00:00:01Z");
  expect(story.status).toBe("active");
  expect(story.outbound).toEqual(["CSS01800 CSS"]);
  expect(story.files[0]?.data).toMatchObject({ data: { fuelType: "G" } });
  await story.until("2027-01-10T00:00:00Z");
  expect(story.called).toEqual(["call for an opening reading"]);
  expect(story.status).toBe("active: opening reading overdue");
});

test("an opening reading of our own systems is enough for a gas point", async () => {
  const story = await GainStory.requested({ fuel: "G" });
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  const reading = {
    meteringPoint: "9900012045006",
    supplyStartDate: "2026-12-08",
    readAt: "2026-12-08",
    source: "customer",
    lines: [{ meterId: "G4A00123", openingReading: "01234" }],
  };
  await story.message("OPENREADING", reading, "2026-12-08T10:00:00Z", {
    subjectKey: "9900012045006",
  });
  await story.until("2027-01-10T00:00:00Z");
  expect(story.called).toEqual([]);
});

test("a gas point opens with a reading of a job around the first day, within its own window", async () => {
  const story = await GainStory.requested({ fuel: "G" });
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  expect(story.deadlines).toContain("READING_OVERDUE 2026-12-15T18:00:00.000Z");
  const job = (readingDate: string, readingIndex: string) => ({
    asset: [
      {
        serialNumber: "G4A00123",
        meter: [{ registerDetails: [{ reading: { readingDate, readingIndex } }] }],
      },
    ],
  });
  const about = { subjectKey: "9900012045006" };
  await story.message("G0201", job("20261120", "01200"), "2026-11-21T10:00:00Z", about);
  expect(story.state.readings).toEqual([]);
  await story.message("G0201", job("20261209", "01234"), "2026-12-09T10:00:00Z", about);
  expect(story.state.readings).toMatchObject([
    { source: "G0201", date: "2026-12-09", registers: [{ meter: "G4A00123", value: "1234" }] },
  ]);
  await story.until("2027-01-10T00:00:00Z");
  expect(story.called).toEqual([]);
  story.check();
});
