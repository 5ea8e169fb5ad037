import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mainFile } from "../built.ts";
import { cutShort, d0010, goodFile, mpan } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

/** The same sender, flow and identifier as file 1, with another reading. */
const clashing = {
  name: "again.uff",
  bytes: Buffer.from(d0010("0000000001", [mpan(1_000), mpan(1_001)], "2042.0")),
};
const core = mpan(1_000);

beforeAll(async () => {
  await place.busbar("init");
});

describe("an empty store", () => {
  it("says so, and what to do next", async () => {
    expect((await place.busbar("status")).stdout).toBe(
      `Files       0
Events      0
Processes   0
Stuck       0

The daemon is not running. \`busbar run\` starts it.
  inbox: ${place.folder}/inbox
`,
    );
    expect((await place.busbar("file", "list")).stdout).toMatch(/^No files yet\. Drop one into/);
    expect((await place.busbar("process", "list")).stdout).toMatch(/^No processes yet\./);
    expect((await place.busbar("event", "list")).stdout).toMatch(/^No events yet\./);
    expect((await place.busbar("action", "list")).stdout).toMatch(/^No actions were planned yet\./);
    expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
    expect((await place.busbar("reprocess", "--all-rejected")).stdout).toBe(
      "No file is refused.\n",
    );
    expect(await place.json("file", "list")).toEqual([]);
  });
});

describe("busbar ingest", () => {
  it("records a file, leaves the person's own, and tells it as JSON", async () => {
    const path = place.write(goodFile(1, 2));
    const { code, stdout } = await place.busbar("ingest", "--json", path);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: path,
      id: 1,
      state: "recorded",
      flow: "D0010",
      version: "002",
      messages: 2,
      events: 2,
      invalid: 0,
      awaitingRelease: false,
      otherFile: null,
      container: null,
      members: [],
      problems: [],
    });
    expect(existsSync(path)).toBe(true);
  });

  it("tells it in words", async () => {
    const { code, stdout } = await place.busbar("ingest", place.write(goodFile(2)));
    expect(code).toBe(0);
    expect(stdout).toMatch(/D0010_0000000002\.uff: file 2, recorded: D0010, 1 message, 1 event\n$/);
  });

  it("tells a duplicate, which is no failure", async () => {
    const { code, stdout } = await place.busbar("ingest", place.write(goodFile(1, 2)));
    expect(code).toBe(0);
    expect(stdout).toMatch(/a duplicate: the same bytes as file 1; nothing new in it\n$/);
  });

  it("takes in the others when some are refused, clash or are not there, and exits with 1", async () => {
    const paths = [
      place.write({ ...cutShort(goodFile(3)), name: "cut.uff" }),
      place.write(clashing),
      `${place.folder}/none.uff`,
      place.write(goodFile(4)),
    ];
    // Taken in the order in which they were last written to, which their names would not give.
    const [cut = "", clash = "", , good = ""] = paths;
    for (const [index, path] of [cut, clash, good].entries()) utimesSync(path, 1e9, 1e9 + index);
    const { code, stdout, stderr } = await place.busbar("ingest", "--json", ...paths);
    const told = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(told.map(({ file }) => file)).toEqual(paths);
    expect(told.map(({ state }) => state)).toEqual(["rejected", "conflict", "failed", "recorded"]);
    expect(told[0].problems[0]).toEqual({
      code: "MISSING_TRAILER",
      severity: "error",
      line: null,
      group: null,
      field: null,
      value: null,
      message: expect.stringMatching(/no trailer/),
    });
    expect(told[1].otherFile).toBe(1);
    expect(stderr).toMatch(/none\.uff was not taken in: there is no such file\n$/);
  });

  it("exits with 1 when a message is invalid", async () => {
    const good = d0010("0000000005", [mpan(5_000), mpan(5_001)]);
    const bytes = Buffer.from(good.replace("20240131000000", "20240132000000"));
    const { code, stdout } = await place.busbar("ingest", place.write({ name: "bad-day", bytes }));
    expect(code).toBe(1);
    expect(stdout).toMatch(/recorded: D0010, 2 messages, 1 event, 1 invalid/);
    expect(stdout).toMatch(/\n {4}line 4, group 030, readingDateTime: .*\(BAD_\w+\)\n/);
  });
});

describe("busbar file", () => {
  it("lists files as JSON, with filters", async () => {
    const all = await place.json("file", "list");
    expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(all[0]).toMatchObject({
      id: 1,
      name: "D0010_0000000001.uff",
      state: "recorded",
      flow: "D0010",
      version: "002",
      channel: "ingest",
      messages: 2,
      invalid: 0,
      events: 2,
      otherFile: null,
      occurredAt: "2024-02-01T09:30:00.000Z",
      envelope: { fileIdentifier: "0000000001", from: { role: "D", participant: "DUMY" } },
      problems: [],
    });
    expect((await place.json("file", "list", "--state", "rejected")).map(({ id }) => id)).toEqual([
      4,
    ]);
    expect(await place.json("file", "list", "--channel", "inbox")).toEqual([]);
    expect((await place.json("file", "list", "--limit", "2")).map(({ id }) => id)).toEqual([6, 7]);
  });

  it("lists files in aligned columns, and says when there may be more", async () => {
    const { stdout } = await place.busbar("file", "list", "--limit", "2");
    const [head = "", first = "", second = "", ...rest] = stdout.split("\n");
    expect(head).toMatch(/^ID {2}RECORDED +STATE +FLOW +MESSAGES +INVALID +EVENTS +CHANNEL +NAME$/);
    expect(first.indexOf("D0010_")).toBe(head.indexOf("NAME"));
    expect(second.indexOf("bad-day")).toBe(head.indexOf("NAME"));
    expect(rest.join("\n")).toMatch(
      /^\nThere are older ones: --after \S+ shows the next, --limit NUMBER more at once, --json all\.\n$/,
    );
  });

  it("goes on where a page ended, until there is no more", async () => {
    const seen: unknown[] = [];
    let after: string[] = [];
    for (let page = 0; page < 4; page += 1) {
      const { stdout } = await place.busbar("file", "list", "--json", "--limit", "3", ...after);
      const objects = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const { next } = objects.at(-1);
      seen.push((next === undefined ? objects : objects.slice(0, -1)).map(({ id }) => id));
      if (next === undefined) break;
      after = ["--after", next];
    }
    expect(seen).toEqual([[5, 6, 7], [2, 3, 4], [1]]);
    const wrong = await place.busbar("event", "list", ...after);
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is no place in the list of events"),
    });
  });

  it("shows a file: envelope, problems, messages", async () => {
    const { stdout } = await place.busbar("file", "show", "1");
    expect(stdout).toMatch(/^File 1: D0010_0000000001\.uff\n/);
    expect(stdout).toMatch(/\n {2}flow +D0010 version 002, Meter Readings\n/);
    expect(stdout).toMatch(/\n {2}from +D DUMY\n/);
    expect(stdout).toMatch(/\n {2}sent +2024-02-01 09:30:00 UTC\n/);
    expect(stdout).toContain(core);
    const invalid = await place.busbar("file", "show", "7");
    expect(invalid.stdout).toMatch(/\nProblems\n {2}line 4, /);
    expect(invalid.stdout).toMatch(/ invalid BAD_/);
    expect(invalid.stdout).toMatch(/: busbar reprocess 7\n$/);
  });

  it("gives the very bytes", () => {
    const raw = execFileSync(process.execPath, [mainFile, "file", "show", "1", "--raw"], {
      cwd: place.folder,
    });
    expect(raw.equals(goodFile(1, 2).bytes)).toBe(true);
    expect(raw.equals(readFileSync(`${place.folder}/D0010_0000000001.uff`))).toBe(true);
  });

  it("that is not there exits with 1", async () => {
    const { code, stderr } = await place.busbar("file", "show", "99");
    expect(code).toBe(1);
    expect(stderr).toBe("busbar: there is no file 99; `busbar file list` shows those there are\n");
  });
});

describe("busbar event list", () => {
  it("gives events as JSON", async () => {
    const [event] = await place.json("event", "list", "--file", "1");
    expect(event).toMatchObject({
      seq: 1,
      type: "D0010_RECEIVED",
      processType: "metering-point",
      key: core,
      occurredAt: "2024-02-01T09:30:00.000Z",
      recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      schemaVersion: 1,
      data: { mpanCore: core, bscValidationStatus: "V" },
      file: 1,
      message: expect.any(Number),
    });
  });

  it("filters", async () => {
    const count = async (...words: string[]) =>
      (await place.json("event", "list", ...words)).length;
    expect(await count()).toBe(5);
    expect(await count("--key", core)).toBe(1);
    expect(await count("--type", "D0155_RECEIVED")).toBe(0);
    expect(await count("--process-type", "metering-point")).toBe(5);
    expect(await count("--after", "3")).toBe(2);
    expect(await count("--limit", "2")).toBe(2);
  });

  it("names events for people as the catalogue does", async () => {
    const { stdout } = await place.busbar("event", "list", "--file", "2");
    expect(stdout).toMatch(/^SEQ +SENT +PROCESS +KEY +FILE +EVENT\n/);
    expect(stdout).toMatch(/ 2024-02-01 09:30:00 .* D0010 received, Meter Readings\n$/);
  });
});

describe("busbar process", () => {
  it("lists processes", async () => {
    const all = await place.json("process", "list", "--type", "metering-point");
    expect(all).toHaveLength(5);
    expect(all[0]).toEqual({
      type: "metering-point",
      key: core,
      status: null,
      events: 1,
      firstAt: "2024-02-01T09:30:00.000Z",
      lastAt: "2024-02-01T09:30:00.000Z",
    });
    expect((await place.busbar("process", "list")).stdout).toMatch(
      /^TYPE +KEY +STATUS +EVENTS +FIRST SENT +LAST SENT\nmetering-point /,
    );
  });

  it("shows status, state and events as JSON", async () => {
    const [shown] = await place.json("process", "show", core);
    expect(shown).toMatchObject({
      type: "metering-point",
      key: core,
      status: "has readings",
      state: {
        mpan: core,
        lastHeard: { at: "2024-02-01T09:30:00.000Z", from: "D:DUMY", flow: "D0010" },
        readings: [{ meterId: "K14X 00917", registerId: "S", value: "1042.0" }],
      },
      events: [{ seq: 1, type: "D0010_RECEIVED" }],
    });
  });

  it("shows them laid out for people", async () => {
    const { stdout } = await place.busbar("process", "show", core);
    expect(stdout).toBe(`metering-point ${core}: has readings, 1 event

  mpan              ${core}
  last heard        at 2024-02-01 09:30:00 UTC, from D:DUMY, flow D0010
  agents
    supplier         none
    meter operator   none
    data collector   none
    data aggregator  none
  readings
    METER ID    REGISTER ID  VALUE   READ AT              TYPE  FLOW   FROM
    K14X 00917  S            1042.0  2024-01-31 00:00:00  D     D0010  D:DUMY
  earlier readings  none
  failed readings   none

Events, in the order sent
  SEQ  SENT                     FROM    FILE  EVENT
    1  2024-02-01 09:30:00 UTC  D:DUMY     1  D0010 received, Meter Readings
`);
  });

  it("that is not there exits with 1", async () => {
    const { code, stderr } = await place.busbar("process", "show", "1\u001b[2J");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "busbar: there is no process 1\\u{1b}[2J; `busbar process list` shows those there are, `busbar search 1\\u{1b}[2J` what else bears that name\n",
    );
  });
});

describe("what is stuck", () => {
  it("is listed with what to do", async () => {
    const items = await place.json("stuck", "--all");
    expect(items.map(({ kind, file }) => [kind, file])).toEqual([
      ["rejected", 4],
      ["conflict", 5],
      ["invalid", 7],
    ]);
    const { stdout } = await place.busbar("stuck");
    expect(stdout).toMatch(/^[0-9a-f]{6} {2}1 refused since /);
    expect(stdout).toMatch(/MISSING_TRAILER in D0010\n {4}e\.g\. file 4, cut\.uff: /);
    expect(stdout).toMatch(/busbar reprocess --cause [0-9a-f]{6}\n/);
    expect(stdout).toMatch(/busbar file decide 5 keep-first\|replace\|keep-both/);
    expect((await place.busbar("stuck", "--kind", "invalid")).stdout).toMatch(
      /^message \d+ {2}invalid .* bad-day\n/,
    );
  });

  it("is assigned, noted and dismissed, one by one or all of a cause", async () => {
    const causes = await place.json("stuck");
    const id = String(causes.find(({ kind }) => kind === "invalid")?.["id"]);
    const say = async (...words: string[]) => (await place.busbar("stuck", ...words)).stdout;
    expect(await say("assign", "--cause", id, "--to", "ben")).toBe(`Cause ${id}: assigned.\n`);
    expect(await say("note", "file", "4", "--text", "asked the sender")).toBe("1 item noted.\n");
    expect(await say("--all")).toMatch(/ {4}assigned to ben$/m);
    expect(await say("--all")).toMatch(
      /^file 4 {2}rejected .*\n.*\n {4}.* noted: asked the sender\n/,
    );
    expect(await say("assign", "file", "4")).toBe("1 item assigned.\n");
    expect(await place.json("stuck", "--mine")).toMatchObject([{ item: "file 4", notes: 1 }]);
    expect(await say("dismiss", "--cause", id, "--reason", "no use")).toBe("1 item dismissed.\n");
    expect(await place.json("stuck")).toHaveLength(2);
    expect(await say()).toContain("1 item that is dismissed: busbar stuck --dismissed\n");
    expect(await say("--dismissed")).toMatch(/dismissed by .*: no use/);
    expect((await place.busbar("status")).stdout).toMatch(/^Stuck +2 .*; 1 dismissed$/m);
    expect(await say("restore", "--cause", id, "--reason", "it is")).toBe("1 item restored.\n");
    expect(await place.busbar("stuck", "note", "file", "1", "--text", "x")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/file 1 is not stuck/),
    });
    expect((await place.busbar("stuck", "note", "whatever", "--text", "x")).code).toBe(2);
    expect((await place.busbar("stuck", "dismiss", "--reason", "x")).code).toBe(2);
  });

  it("counts in the status", async () => {
    const [status] = await place.json("status");
    expect(status).toMatchObject({
      files: { recorded: 4, duplicate: 1, conflict: 1, rejected: 1 },
      events: 5,
      processes: 5,
      stuck: 3,
      channels: [{ name: "inbox", path: `${place.folder}/inbox`, state: "stopped" }],
      daemon: { running: false },
    });
    expect((await place.busbar("status")).stdout).toMatch(
      /^Files +7 {2}4 recorded, 1 duplicate, 1 conflict, 1 rejected\n/,
    );
  });

  it("when refused and read again, is refused again for the same reasons", async () => {
    const { code, stdout } = await place.busbar("reprocess", "4");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^cut\.uff \(rejected as before\): file 4, refused; it is kept as it is/,
    );
    const [again] = await place.json("reprocess", "--all-rejected");
    expect(again).toMatchObject({ file: "cut.uff", id: 4, state: "rejected", before: "rejected" });
    expect((await place.busbar("reprocess", "99")).code).toBe(1);
  });

  it("is tried again by its cause, once it was said what that would come to", async () => {
    const causes = await place.json("stuck");
    const id = String(causes.find(({ kind }) => kind === "rejected")?.["id"]);
    const dry = await place.busbar("reprocess", "--cause", id, "--dry-run");
    expect(dry).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /^A dry run, nothing is changed: 1 file is read again\.\n {2}file 4, cut\.uff: still refused: .*\n0 would be released, 1 stays stuck\.\n$/,
      ),
    });
    expect(await place.json("reprocess", "--cause", id)).toMatchObject([
      {
        item: "file 4",
        kind: "rejected",
        released: false,
        said: expect.stringMatching(/^still stuck: /),
      },
    ]);
    const invalid = String(causes.find(({ kind }) => kind === "invalid")?.["id"]);
    expect((await place.busbar("reprocess", "--cause", invalid)).stdout).toMatch(
      /^Trying again: 1 message is read again with its file\.\n {2}message \d+, bad-day: still stuck: .*\n0 are/,
    );
    expect(await place.busbar("reprocess", "--cause", "000000")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nothing is stuck for cause 000000/),
    });
    expect((await place.busbar("reprocess", "4", "--cause", id)).code).toBe(2);
    expect((await place.busbar("reprocess", "4", "--dry-run")).code).toBe(2);
  });

  it("when in conflict, is settled by a person", async () => {
    const reason = ["--reason", "the second is a correction"];
    const { code, stdout } = await place.busbar("file", "decide", "5", "replace", ...reason);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "File 5 is now recorded, with 2 events.\nFile 1 is now withdrawn, with 0 events.\n",
    });
    const [shown] = await place.json("process", "show", core);
    expect(shown).toMatchObject({
      state: { readings: [{ value: "2042.0" }] },
      events: [{ file: 5 }],
    });
    expect(await place.json("file", "show", "1")).toMatchObject([
      { state: "withdrawn", events: 0 },
    ]);
    const again = await place.busbar("file", "decide", "5", "replace", ...reason);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/file 5 was decided replace already/);
    const none = await place.busbar("file", "decide", "1", "replace", ...reason);
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("file 1 is withdrawn, not in conflict"),
    });
    const hint = "To change the decision: busbar file decide 5 keep-first|replace|keep-both";
    for (const file of ["1", "5"])
      expect((await place.busbar("file", "show", file)).stdout).toContain(hint);
  });

  it("when decided wrongly, is decided otherwise, by whom who says so", async () => {
    const words = ["keep-first", "--reason", "it was none", "--actor", "Ann"];
    const back = await place.busbar("file", "decide", "5", ...words);
    expect(back.stdout).toMatch(
      /^File 5 is now withdrawn, with 0 events\.\nFile 1 is now recorded, with 2 events\.\n/,
    );
    const [shown] = await place.json("file", "show", "5");
    expect(shown).toMatchObject({
      state: "withdrawn",
      decisions: [
        { decision: "replace", other: 1 },
        { decision: "keep-first", other: 1, actor: "Ann", reason: "it was none" },
      ],
    });
    const [built] = await place.json("process", "show", core);
    expect(built).toMatchObject({ events: [{ file: 1 }] });
  });
});
