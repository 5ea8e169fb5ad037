import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodFile, mpan } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());
const core = mpan(1_000);

beforeAll(async () => {
  await place.busbar("init");
  await place.busbar("ingest", place.write(goodFile(1, 2)), place.write(goodFile(2)));
});

describe("busbar process build", () => {
  it("shows a process as it was at a moment of either clock", async () => {
    const [now] = await place.json("process", "build", core);
    const [shown] = await place.json("process", "show", core);
    expect(now).toMatchObject({ type: "metering-point", key: core, state: shown?.["state"] });
    const events = async (...words: string[]) =>
      (await place.json("process", "build", core, ...words))[0]?.["events"];
    expect(await events()).toEqual([1]);
    expect(await events("--as-of", "2024-01-31")).toEqual([]);
    expect(await events("--as-of", "2024-02-01")).toEqual([1]);
    expect(await events("--known-at", "2024-02-01T12:00:00Z")).toEqual([]);
    expect((await place.busbar("process", "build", core, "--upto", "9")).stdout).toMatch(
      new RegExp(
        `^metering-point ${core}, up to event 9: .*, 1 event\nlast event 1, D0010 received`,
      ),
    );
  });

  it("says when there is no such process or moment", async () => {
    expect(await place.busbar("process", "build", "nobody")).toMatchObject({ code: 1 });
    expect(await place.busbar("process", "build", core, "--as-of", "soon")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/a day or a moment, e\.g\. 2026-03-02/),
    });
  });
});

describe("busbar replay", () => {
  it("builds what is there, and then finds nothing otherwise", async () => {
    expect((await place.busbar("replay", "--dry-run")).stdout).toMatch(
      /^\d+ events of \d+ processes built from the start\.\n\d+ left out: the builder has not come/,
    );
    await place.busbar("replay");
    const { code, stdout } = await place.busbar("replay", "--dry-run", "--fail-on-change");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/start\.\nNo differences\.\n$/),
    });
    expect(await place.json("replay", "--dry-run", "--type", "metering-point")).toMatchObject([
      { dryRun: true, processes: 3, waiting: 0, changed: 0, statuses: [], fields: [], actions: [] },
    ]);
  });
});

describe("busbar verify", () => {
  it("says that a store is whole, and lists what is wrong when it is not", async () => {
    expect(await place.busbar("verify")).toMatchObject({
      code: 0,
      stdout: "Store verified, no errors: every count, hash and fold is right.\n",
    });
    const db = new Database(`${place.folder}/var/busbar.db`);
    db.exec("UPDATE builds SET state = '{}' WHERE process = 1");
    db.close();
    const { code, stdout } = await place.busbar("verify");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `^process metering-point/${core}: What is stored is not .* \\(BUILD_DIFFERS\\)\n1 fault\\.\n$`,
      ),
    );
    await place.busbar("replay");
    expect((await place.busbar("verify")).code).toBe(0);
  });
});

describe("busbar why", () => {
  it("tells the story of a thing with commands to go on, and asks which when several are meant", async () => {
    const { stdout } = await place.busbar("why", "event", "1");
    expect(stdout).toMatch(/^event 1: D0010 received, Meter Readings, on metering-point/);
    expect(stdout).toMatch(/\nBecause of\n {2}message 1: lines .* of file 1, .*\n {4}file 1: /);
    expect(stdout).toMatch(/\nGo on\n {2}busbar event show 1\n/);
    const [story] = await place.json("why", "file", "1");
    expect(story).toMatchObject({
      item: "file 1",
      ledTo: [{ item: "message 1" }, { item: "message 2" }],
    });
    expect(await place.busbar("why", "1")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/say which: `busbar why file 1` or `busbar why message 1` or/),
    });
    expect((await place.busbar("why", core)).stdout).toMatch(
      new RegExp(`^process metering-point/${core}: .*, 1 event\n`),
    );
    expect((await place.busbar("why", "action", "99")).code).toBe(1);
  });
});

describe("busbar report", () => {
  it("counts events by what one asks, as a table, CSV or JSON", async () => {
    const [received] = await place.json("report", "events", "--type", "metering-point");
    expect(received).toEqual({ type: "D0010_RECEIVED", events: 3 });
    const words = ["report", "events", "--type", "metering-point", "--by", "day,sender"];
    expect((await place.busbar(...words, "--csv")).stdout).toBe(
      "day,sender,events\n2024-02-01,D:DUMY,3\n",
    );
    expect((await place.busbar(...words)).stdout).toBe(
      "DAY         SENDER  EVENTS\n2024-02-01  D:DUMY       3\n",
    );
    expect(await place.json("report", "events", "--since", "2099-01-01")).toEqual([]);
    expect((await place.busbar("report", "events", "--by", "month")).code).toBe(2);
    expect((await place.busbar("report", "events", "--csv", "--json")).code).toBe(2);
  });

  it("counts processes by type and status", async () => {
    const rows = await place.json("report", "processes", "--type", "metering-point");
    expect(rows.reduce((sum, { processes }) => sum + Number(processes), 0)).toBe(3);
  });

  it("tells how long processes took", async () => {
    const words = ["report", "durations", "--from", "D0010_RECEIVED", "--to", "D0010_RECEIVED"];
    expect((await place.busbar(...words, "--type", "order")).stdout).toMatch(/^Nothing to report/);
  });

  it("says which name nothing has", async () => {
    const of = ["report", "durations", "--from", "D0010_RECEIVED", "--to"];
    const slip = await place.busbar(...of, "D0010_RECIEVED");
    expect(slip.stderr).toContain(
      "no event of type D0010_RECIEVED was ever recorded; did you mean D0010_RECEIVED?",
    );
    expect(await place.busbar("report", "processes", "--type", "ordre")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no type of process "ordre"; did you mean order?'),
    });
  });
});
