import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

describe("busbar event", () => {
  let place: Place;
  beforeAll(async () => {
    place = makePlace();
    await place.busbar("init");
    await place.busbar("ingest", place.write(goodFile(1)), place.write(goodFile(2)));
  });
  afterAll(() => place.remove());

  test("shows an event with its data", async () => {
    const { stdout, code } = await place.busbar("event", "show", "1");
    expect(code).toBe(0);
    expect(stdout).toContain("D0010_RECEIVED, D0010 received, Meter Readings");
    expect(stdout).toContain("counts    yes");
    expect((await place.busbar("event", "show", "9")).stderr).toContain("there is no event 9");
  });

  test("declares it void, says so everywhere, and takes that back", async () => {
    const said = await place.busbar("event", "void", "1", "--reason", "a try", "--actor", "Ann");
    expect(said.stdout).toContain("is void now.");
    const again = await place.busbar("event", "void", "1", "--reason", "a try");
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("(ALREADY_VOID)") });
    expect((await place.busbar("event", "list")).stdout).toContain("Meter Readings (void)");
    const [shown] = await place.json("event", "show", "1");
    expect(shown).toMatchObject({
      void: true,
      revisions: [{ kind: "void", actor: "Ann", reason: "a try" }],
      actions: [],
    });
    const back = await place.busbar("event", "unvoid", "1", "--reason", "it was right");
    expect(back.stdout).toContain("counts again.");
    const { stdout } = await place.busbar("event", "show", "1");
    expect(stdout).toContain("declared void by Ann: a try");
  });

  test("corrects it, with what its flow can carry", async () => {
    const [shown] = await place.json("event", "show", "2");
    const data = JSON.stringify(shown?.["data"]);
    const correct = (json: string) =>
      place.busbar("event", "correct", "2", "--data", json, "--reason", "by telephone");
    expect(await correct("{oops")).toMatchObject({ code: 2 });
    expect(await correct("@nowhere.json")).toMatchObject({ code: 2 });
    const bad = await correct(data.replace("1042.0", "many"));
    expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining("(BAD_DATA)") });
    expect(await correct(data.replace("1042.0", "1043.0"))).toMatchObject({ code: 0 });
    expect((await place.busbar("event", "list")).stdout).toContain("Meter Readings (amended)");
    const { stdout } = await place.busbar("event", "show", "2");
    expect(stdout).toContain("1043.0");
  });

  test("reads files again, and says that nothing is otherwise but what a person corrected", async () => {
    const all = await place.busbar("event", "restate", "--dry-run");
    expect(all.stdout).toContain("2 files read again.");
    expect(all.stdout).toContain("1 event would be left as recorded, though read differently");
    const one = await place.busbar("event", "restate", "--file", "1", "--reason", "a try");
    expect(one.stdout).toContain("Everything reads as it was recorded.");
    expect(await place.busbar("event", "restate")).toMatchObject({ code: 2 });
    expect(await place.busbar("event", "restate", "--file", "999", "--dry-run")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("there is no file 999"),
    });
    const [none] = await place.json("event", "restate", "--flow", "D0036", "--dry-run");
    expect(none).toMatchObject({ files: 0, dryRun: true, data: 0 });
  });
});
