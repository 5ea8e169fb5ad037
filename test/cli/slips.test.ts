import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

let place: Place;
beforeAll(async () => {
  place = makePlace();
  await place.busbar("init");
  place.write({ ...goodFile(1), name: "good.uff" });
  for (const text of ["one", "two"]) {
    place.write({ name: "nonsense.txt", bytes: Buffer.from(text) });
    await place.busbar("ingest", "nonsense.txt");
  }
  await place.busbar("ingest", "good.uff");
});
afterAll(() => place.remove());

describe("nothing of a name that nobody knows is reported as a misspelling", () => {
  test.each([
    [["process", "list", "--type", "metering-pont"], "type of process", "metering-point"],
    [["event", "list", "--process-type", "ordr"], "type of process", "order"],
    [["report", "processes", "--type", "ordr"], "type of process", "order"],
    [["file", "list", "--channel", "inbx"], "channel", "inbox"],
  ])("%j", async (words, what, near) => {
    for (const form of [words, [...words, "--json"]]) {
      const { code, stdout, stderr } = await place.busbar(...form);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(
        new RegExp(`^busbar: there is no ${what} .*; did you mean ${near}\\?\n$`),
      );
    }
  });

  test("of a type of event, which may come yet", async () => {
    const { code, stderr } = await place.busbar("event", "list", "--type", "D010_RECEIVED");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "busbar: no event of type D010_RECEIVED was ever recorded; did you mean D0010_RECEIVED?\n",
    });
    const later = await place.busbar("event", "list", "--type", "D0155_RECEIVED", "--json");
    expect(later).toEqual({
      code: 0,
      stdout: "",
      stderr: "busbar: no event of type D0155_RECEIVED was ever recorded\n",
    });
  });

  test.each([
    [["process", "list", "--type", "order"]],
    [["file", "list", "--channel", "inbox"]],
    [["event", "list", "--type", "D0010_RECEIVED", "--key", "none"]],
  ])("and of one that is known is not: %j", async (words) => {
    const { code, stdout, stderr } = await place.busbar(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^No such /);
  });
});

describe("a file is found by its name", () => {
  test("by why, alone or behind the noun", async () => {
    for (const words of [["good.uff"], ["file", "good.uff"]])
      expect((await place.busbar("why", ...words)).stdout).toMatch(/^file 3: good\.uff, recorded/);
  });

  test("by why, which lists those of one name, the newest first", async () => {
    const { code, stderr } = await place.busbar("why", "nonsense.txt");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^busbar: several files are named nonsense\.txt; say which, the newest first:\n {2}busbar why file 2 {2}\S.* rejected\n {2}busbar why file 1 {2}\S.* rejected\n$/,
    );
  });

  test("by a part of it in the list, which why tells of where nothing has the whole", async () => {
    const listed = await place.json("file", "list", "--name", "NONSENSE");
    expect(listed.map(({ id }) => id)).toEqual([1, 2]);
    expect(await place.json("file", "list", "--name", "nowhere")).toEqual([]);
    const { code, stderr } = await place.busbar("why", "nonsense");
    expect(code).toBe(1);
    expect(stderr).toContain("`busbar file list --name TEXT`");
  });
});
