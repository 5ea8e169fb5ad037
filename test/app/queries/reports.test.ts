import { expect, test } from "vitest";
import {
  reportOnDurations,
  reportOnEvents,
  reportOnProcesses,
} from "../../../src/app/queries/reports.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { openPlace, takeIn } from "../commands/open-place.ts";

test("events are counted by the days of the zone that is asked for", async () => {
  const of = await openPlace();
  await takeIn(of, goodFile(1, 2));
  const days = async (zone: string) => (await reportOnEvents(of, { by: ["day"], zone })).rows;
  // Sent at 09:30 in UTC on the first of February.
  expect(await days("UTC")).toEqual([{ day: "2024-02-01", events: 2 }]);
  expect(await days("Asia/Tokyo")).toEqual([{ day: "2024-02-01", events: 2 }]);
  expect(await days("Etc/GMT+12")).toEqual([{ day: "2024-01-31", events: 2 }]);
  await expect(days("Europe/Lundon")).rejects.toMatchObject({ kind: "invalid", about: "zone" });
});

test("sums and durations are given as views; of what nobody knows, a refusal or a note", async () => {
  const of = await openPlace();
  await takeIn(of, goodFile(1, 2));
  const byType = await reportOnEvents(of, { by: ["type", "process-type"], zone: "UTC" });
  expect(byType.rows).toEqual([
    { type: "D0010_RECEIVED", "process-type": "metering-point", events: 2 },
  ]);
  expect(await reportOnProcesses(of, { type: "metering-point" })).toEqual({ rows: [], notes: [] });
  const type = "D0010_RECEIVED";
  expect((await reportOnDurations(of, { from: type, to: type })).rows.length).toBeLessThan(2);
  const never = await reportOnDurations(of, { from: type, to: "D0155_RECIEVED" });
  expect(never).toMatchObject({ rows: [], notes: [expect.stringContaining("D0155_RECEIVED?")] });
  await expect(reportOnProcesses(of, { type: "odrer" })).rejects.toMatchObject({ kind: "invalid" });
});
