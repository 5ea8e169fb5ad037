import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlace } from "../cli/busbar.ts";
import { runBlock } from "./guide-commands.ts";

const guide = "docs/guides/erasure.md";
const place = makePlace();
afterAll(() => place.remove());

beforeAll(async () => {
  await place.busbar("init");
  const bytes = readFileSync("fixtures/tables/orders.csv");
  await place.busbar("ingest", place.write({ name: "orders.csv", bytes }));
  await place.busbar("replay");
});

test("the guide's commands say what would be erased, erase it, and list it", async () => {
  const [planned] = await runBlock(guide, "dry-run", place);
  expect(planned?.stdout).toMatch(
    /would be erased:\nProcesses {2}order\/SO-10001\nFiles\n {2}file 1\n/,
  );
  const [done] = await runBlock(guide, "erase", place);
  expect(done?.stdout).toMatch(/erased \(erasure 1\):/);
  const { stdout } = await place.busbar("file", "show", "1", "--raw");
  expect(stdout).toMatch(/Xxx Xxxxxx.*\n.*\nSO-10002,.*Björn/);
  const [listed] = await runBlock(guide, "list", place);
  expect(listed?.stdout).toMatch(
    /erasure 1 {2}SO-10001: 1 file, 1 message, .*: asked for, case 17\n$/,
  );
  const again = await place.busbar("erase", "SO-10001", "--reason", "asked for, case 17");
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Nothing personal is kept of SO-10001: nothing was erased\.\n/),
  });
  expect((await place.busbar("erasures")).stdout).toBe(listed?.stdout);
});
