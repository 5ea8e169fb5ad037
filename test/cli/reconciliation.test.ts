import { afterAll, beforeAll, expect, it } from "vitest";
import { cutShort, d0010, goodFile, mpan } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

beforeAll(async () => {
  await place.busbar("init");
  const good = goodFile(1);
  const files = [
    place.write(good),
    place.write({ name: "other.uff", bytes: Buffer.from(d0010("0000000001", [mpan(7)])) }),
    place.write({ ...cutShort(goodFile(2)), name: "short.uff" }),
    place.write({ name: "digit.uff", bytes: Buffer.from(d0010("0000000003", ["1200000000000"])) }),
  ];
  for (const file of files) await place.busbar("ingest", file);
});

it("`report files` counts what came by day, flow, sender and state", async () => {
  const rows = await place.json("report", "files", "--zone", "UTC");
  const [{ day = "", sender = "" } = {}] = rows;
  expect(String(day)).toMatch(/^\d{4}-\d\d-\d\d$/);
  const count = (state: unknown) =>
    rows
      .filter((row) => row["state"] === state)
      .reduce((sum, row) => sum + Number(row["files"]), 0);
  expect([count("recorded"), count("conflict"), count("rejected")]).toEqual([2, 1, 1]);
  expect(rows.find((row) => row["state"] === "recorded")).toMatchObject({
    day,
    flow: "D0010",
    sender,
    files: 2,
    messages: 2,
    invalid: 1,
    withErrors: 1,
  });
  const { stdout, stderr } = await place.busbar("report", "files", "--csv", "--by", "state");
  expect(stdout).toMatch(/^state,files,messages,invalid,withErrors,withWarnings,outOfSequence\n/);
  expect(stderr).toContain("of the last 7 days");
  const none = await place.json("report", "files", "--sender", "NOBODY");
  expect(none).toEqual([]);
  expect(await place.busbar("report", "files", "--channel", "inbx")).toMatchObject({ code: 2 });
});

it("`report files --by problem` counts problems by their code", async () => {
  const rows = await place.json("report", "files", "--by", "problem");
  const codes = rows.map(({ problem, files }) => [problem, files]);
  expect(codes).toContainEqual(["SUBJECT_CHECK_DIGIT", 1]);
  expect(rows.every(({ problem }) => problem !== null)).toBe(true);
});

it("`file diff` shows what a conflict is about, the file that came first above", async () => {
  const { stdout } = await place.busbar("file", "diff", "2");
  expect(stdout).toMatch(/^- file 1, recorded: .*\n\+ file 2, conflict: other\.uff\n/);
  expect(stdout).toContain(mpan(7));
  expect(stdout.split("\n").filter((line) => /^[-+] +\d/.test(line)).length).toBeGreaterThan(1);
  expect(await place.json("file", "diff", "1", "1")).toEqual([
    { first: 1, second: 1, same: true, lines: [] },
  ]);
  expect((await place.busbar("file", "diff", "1", "1")).stdout).toContain("the same bytes");
  const alone = await place.busbar("file", "diff", "4");
  expect(alone).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("name the file to compare"),
  });
  expect(await place.busbar("file", "diff", "1", "99")).toMatchObject({ code: 1 });
});
