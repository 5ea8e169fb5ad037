import { expect, test } from "vitest";
import { GainStory } from "./gain-story.ts";

/** A switch of a point whose meter is read each half-hour, outside half-hourly settlement; supplied from 8 December. */
async function supplied(): Promise<GainStory> {
  const story = await GainStory.requested({ metering: "HH", domestic: "false" });
  await story.notice("Pending");
  await story.legacyRegistered(undefined, "C");
  for (const role of ["M", "C", "A"]) await story.agent("D0011", role, "UDMS");
  const from = { subjectKey: "9900012045006", fromRole: "M", fromParticipant: "UDMS" };
  await story.message("D0268", { mpanCore: "9900012045006", meterDetails: [] }, undefined, from);
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  await story.notice("Active", "2026-12-08T00:00:01Z");
  return story;
}

test("half-hourly data of the first day opens the supply: no reading is waited for", async () => {
  const story = await supplied();
  expect(story.deadlines).toEqual(["READING_OVERDUE 2026-12-31T18:00:00.000Z"]);
  await story.halfHourlyData(["20261208"], "2026-12-09T07:00:00Z");
  expect(story.told).toContain("HALF_HOURLY_DATA_TOLD");
  expect(story.deadlines).toEqual([]);
  await story.until("2027-03-01T09:00:00Z");
  expect(story.status).toBe("active");
  expect(story.called).toEqual([]);
  story.check();
});

test("data that begins some days later opens it too, and that of every other day is not about it", async () => {
  const story = await supplied();
  for (const day of ["20261207", "20261214", "20270108"])
    await expect(story.halfHourlyData([day])).rejects.toThrow(/D0036/);
  await story.halfHourlyData(["20261211", "20261210"], "2026-12-14T07:00:00Z");
  expect(story.deadlines).toEqual([]);
});

test("without data a person is advised whom to ask, until it comes", async () => {
  const story = await supplied();
  await story.until("2027-01-04T09:00:00Z");
  expect(story.status).toBe("active: half-hourly data overdue");
  expect(story.called).toEqual(["call for an opening reading"]);
  const reason = story.actions.find(({ state }) => state === "refused")?.reason;
  expect(reason).toContain("No half-hourly data (D0036) of the first days came");
  expect(reason).toContain("data collector, UDMS");
  await story.halfHourlyData(["20261208"], "2027-01-05T07:00:00Z");
  expect(story.status).toBe("active");
});

test("a meter that is read by registers is not opened by half-hourly data", async () => {
  const story = await GainStory.requested();
  await expect(story.halfHourlyData(["20261208"])).rejects.toThrow(/D0036/);
});
