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
    await place.busbar("stuck", "note", "message", "1", "--reason", "rang them");
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

  test("can be read where it is listed, in its story and by programs", async () => {
    const [cause] = await place.json("stuck");
    await place.busbar("stuck", "note", "--cause", String(cause?.["id"]), "--text", "asked all");
    const listed = await place.busbar("stuck", "--cause", String(cause?.["id"]));
    expect(listed.stdout).toMatch(/UTC {2}\S+ noted: asked all\n\nmessage 1 /);
    expect(listed.stdout).toMatch(/assigned to ann\n {4}\S+ \S+ UTC {2}\S+ noted: rang them\n/);
    const [item] = await place.json("stuck", "--all");
    expect(item?.["said"]).toMatchObject([
      { verb: "assign", text: "ann" },
      { verb: "note", text: "rang them", at: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    const why = await place.busbar("why", "message", "1");
    expect(why.stdout).toMatch(/\n {2}\S+ \S+ UTC \S+, assigned it to ann\n.*, noted: rang them\n/);
    expect(why.stdout).toMatch(/, of all of cause [0-9a-f]{6}, noted: asked all\n/);
    const [story] = await place.json("why", "message", "1");
    expect(story?.["notes"]).toHaveLength(4);
  });

  test("can be read when the file is what is stuck", async () => {
    const bytes = Buffer.from("ZHV|1|D0010|\n");
    await place.busbar("ingest", place.write({ name: "bad.usr", bytes }));
    await place.busbar("stuck", "note", "file", "2", "--text", "rang them too");
    const why = await place.busbar("why", "file", "2");
    expect(why.stdout).toMatch(
      /\n {2}stuck, rejected, .*\n {2}\S+ \S+ UTC \S+, noted: rang them too\n/,
    );
  });

  test("comes with advice by whose mistake it may be: ours first where the catalogue may be wrong", async () => {
    const advice = async () => {
      const { stdout } = await place.busbar("stuck");
      return stdout.split("\n").filter((line) => line.includes("wrong"));
    };
    const ours =
      /^ {4}Our catalogue, definition or setting was wrong and is fixed: busbar reprocess --cause [0-9a-f]{6}$/;
    const asConflict =
      /^ {4}The file is wrong, and comes again with the same identifier: .* busbar file decide$/;
    const asNew =
      /^ {4}The file is wrong, and comes again with a new identifier: busbar stuck dismiss --cause [0-9a-f]{6} --reason "\.\.\."$/;
    const matching = (...lines: RegExp[]) => lines.map((line) => expect.stringMatching(line));
    expect(await advice()).toEqual(matching(ours, asConflict, asNew));
    await place.busbar("stuck", "dismiss", "message", "1", "--reason", "theirs");
    const bytes = readFileSync(new URL("../../fixtures/wrong/bad-dates.usr", import.meta.url));
    await place.busbar("ingest", place.write({ name: "bad-dates.usr", bytes }));
    expect(await advice()).toEqual(matching(asConflict, asNew, ours));
    const shown = await place.busbar("file", "show", "2");
    expect(shown.stdout).toContain("If the file is wrong, ask the sender for it again; if our");
  });

  test("is given to programs with what is on hold before it, distinguished by its kind", async () => {
    const quiet = await place.busbar("stuck", "--json");
    expect(quiet).toMatchObject({ code: 0, stderr: "" });
    await place.busbar("hold", "actions", "--reason", "a trial");
    const told = await place.busbar("stuck", "--json");
    const [hold = "", ...causes] = told.stdout.split("\n");
    expect(causes.join("\n")).toBe(quiet.stdout);
    expect(JSON.parse(hold)).toMatchObject({
      kind: "hold",
      stage: "actions",
      reason: "a trial",
      remedy: { remedy: "release-hold", hold: { stage: "actions", channel: null } },
    });
    await place.busbar("stuck", "dismiss", "message", "1", "--reason", "theirs");
    expect((await place.busbar("stuck")).stdout).toMatch(/\nNothing else is stuck\.\n/);
    const some = await place.busbar("stuck", "--kind", "invalid", "--json");
    expect(some.stdout).not.toContain('"hold"');
    expect(some.stderr).toContain("`busbar stuck --json` says which");
    expect(await place.json("status")).toMatchObject([{ onHold: [{ reason: "a trial" }] }]);
  });

  test("stays when all of its cause is tried again, under a number that is still its own", async () => {
    const [item] = await place.json("stuck", "--all");
    const [cause] = await place.json("stuck");
    const { stdout } = await place.busbar("reprocess", "--cause", String(cause?.["id"]));
    expect(stdout).toContain("message 1, unknown-group.usr: still stuck:");
    expect(await place.json("stuck", "--all")).toEqual([item]);
  });
});
