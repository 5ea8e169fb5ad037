import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makePlace, type Place } from "./busbar.ts";

const unknownGroup = readFileSync(
  new URL("../../fixtures/wrong/unknown-group.usr", import.meta.url),
);

describe("what is said of something that is stuck", () => {
  let place: Place;
  beforeEach(async () => {
    place = makePlace();
    await place.busbar("init");
    const file = place.write({ name: "unknown-group.usr", bytes: unknownGroup });
    await place.busbar("ingest", file);
    await place.busbar("stuck", "assign", "message", "1", "--to", "ann");
    await place.busbar("stuck", "note", "message", "1", "--text", "rang them");
  });
  afterEach(() => place.remove());

  test("stays when its file is read again and nothing is otherwise", async () => {
    const before = await place.json("stuck", "--all");
    expect(before).toMatchObject([{ item: "message 1", assignee: "ann", notes: 1 }]);
    await place.busbar("reprocess", "1");
    expect(await place.json("stuck", "--all")).toEqual(before);
    await place.busbar("stuck", "dismiss", "message", "1", "--reason", "theirs");
    await place.busbar("reprocess", "1");
    expect((await place.busbar("stuck")).stdout).toContain("Nothing is stuck.");
    expect(await place.json("stuck", "--dismissed")).toMatchObject([
      { item: "message 1", assignee: "ann", dismissed: { text: "theirs" } },
    ]);
    expect((await place.busbar("why", "message", "1")).code).toBe(0);
  });

  test("stays when all of its cause is tried again, under a number that is still its own", async () => {
    const [item] = await place.json("stuck", "--all");
    const [cause] = await place.json("stuck");
    const { stdout } = await place.busbar("reprocess", "--cause", String(cause?.["id"]));
    expect(stdout).toContain("message 1, unknown-group.usr: still stuck:");
    expect(await place.json("stuck", "--all")).toEqual([item]);
  });
});
