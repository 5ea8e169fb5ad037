import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { madeFile } from "../store/made-file.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

/** Recorded by a clock that was a day ahead. */
beforeAll(async () => {
  await place.busbar("init");
  const store = await openSqliteStore(join(place.folder, "var/busbar.db"), {
    blobFolder: join(place.folder, "var/blobs"),
    now: () => Date.now() + 86_400_000,
  });
  await store.files.record([madeFile()]);
  await store.close();
});

test("status and stuck say how far the clock is behind what was recorded, and what to do", async () => {
  const words =
    /^The clock is 24\.0 h behind .* UTC: .*`timedatectl`.* See docs\/guides\/clock\.md\.$/m;
  const [status, stuck] = await Promise.all([place.busbar("status"), place.busbar("stuck")]);
  expect(status.stdout).toMatch(words);
  expect(stuck.stdout).toMatch(words);
});

test("and tell programs", async () => {
  const [[status], [beside]] = await Promise.all([place.json("status"), place.json("stuck")]);
  const lastRecordedAt = expect.stringMatching(/^\d{4}-.*Z$/) as string;
  expect(status).toMatchObject({ clock: { lastRecordedAt } });
  expect(beside).toMatchObject({ kind: "clock", lastRecordedAt, problem: expect.any(String) });
});
