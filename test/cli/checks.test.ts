import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { platformMessage } from "../formats/json-event/platform-message.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

const numbered = readFileSync(
  fileURLToPath(new URL("../../fixtures/right/D0217-two-registrations.usr", import.meta.url)),
  "latin1",
);

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

function configure(text: string): void {
  mkdirSync(join(place.folder, "var"), { recursive: true });
  writeFileSync(join(place.folder, "busbar.yaml"), text);
}

/** Writes a file there and takes it in; gives what became of it. */
async function ingest(name: string, text: string) {
  place.write({ name, bytes: Buffer.from(text, "latin1") });
  const [taken] = await place.json("ingest", name);
  const problems = taken?.["problems"] as { code: string; severity: string }[];
  return { ...taken, codes: problems.map(({ code, severity }) => `${severity} ${code}`) };
}

/** A D0217 with a number of its own. */
function registration(number: number, note = ""): string {
  const identifier = `R${number}${note}`;
  return numbered.replaceAll("REG0000012", identifier).replace("754|12|", `754|${number}|`);
}

describe.each([
  ["small", ""],
  ["large", "largeFiles: 100 B\n"],
])("in a live installation, a %s file of test data", (_, large) => {
  const trial = d0010("0000000001", [mpan(1), mpan(2)]).replace("|OPER|", "|TR01|");

  test("waits until a person releases it, and stays released", async () => {
    configure(`live: true\n${large}`);
    expect(await ingest("trial.uff", trial)).toMatchObject({
      state: "recorded",
      messages: 2,
      invalid: 0,
      awaitingRelease: true,
      events: 0,
      codes: ["error TEST_DATA"],
    });
    expect((await place.busbar("stuck", "--all")).stdout).toMatch(
      /^file 1 {2}awaiting-release .*trial\.uff$/m,
    );
    expect((await place.busbar("file", "show", "1")).stdout).toMatch(
      /^ {2}state +recorded, awaiting release\n.*all awaiting release/ms,
    );
    expect(await place.json("file", "list", "--state", "awaiting-release")).toMatchObject([
      { id: 1, awaitingRelease: true },
    ]);
    await place.busbar("reprocess", "1");
    expect(await place.json("event", "list")).toEqual([]);

    expect((await place.busbar("file", "release", "1")).code).toBe(2);
    const release = ["file", "release", "1", "--reason", "it counts"];
    expect((await place.busbar(...release)).stdout).toBe("File 1 is released: 2 events.\n");
    expect((await place.busbar(...release)).stdout).toMatch(/^File 1 was released by .*: 2 events/);
    await place.busbar("reprocess", "1");
    expect((await place.busbar("file", "show", "1")).stdout).toMatch(
      /only once a person has released the file: released by .+, 20.+\. \(TEST_DATA\)$/m,
    );
    const [shown] = await place.json("file", "show", "1");
    expect(shown).toMatchObject({ awaitingRelease: false, invalid: 0, events: 2 });
    expect(shown?.["decisions"]).toMatchObject([
      { decision: "release", actor: userInfo().username, reason: "it counts" },
    ]);
    expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
  });
});

test("a file for another participant waits until it is released, or is decided to be for us", async () => {
  configure("participant: { role: X, id: SUPA }\nnotForUs: await-release\n");
  const [first, second] = [1, 2].map((n) => d0010(`000000000${n}`, [mpan(n)]));
  const waiting = {
    state: "recorded",
    awaitingRelease: true,
    events: 0,
    codes: ["error NOT_FOR_US"],
  };
  expect(await ingest("first.uff", first ?? "")).toMatchObject(waiting);
  expect(await ingest("second.uff", second ?? "")).toMatchObject(waiting);
  expect((await place.busbar("stuck")).stdout).toContain("NOT_FOR_US");
  const release = await place.busbar("file", "release", "1", "--reason", "it is ours");
  expect(release.stdout).toBe("File 1 is released: 1 event.\n");
  configure("participant: { role: X, id: SUPA }\nparticipants: [SUPP]\nnotForUs: await-release\n");
  await place.busbar("reprocess", "2");
  expect((await place.json("file", "show", "2"))[0]).toMatchObject({
    awaitingRelease: false,
    events: 1,
  });
  expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
});

test("live data is let through in a live installation, test data elsewhere", async () => {
  configure("live: true\n");
  const live = d0010("0000000001", [mpan(1)]);
  expect(await ingest("live.uff", live)).toMatchObject({ events: 1, codes: [] });
  const unmarked = d0010("0000000002", [mpan(1)]).replace("|OPER|", "||");
  expect(await ingest("unmarked.uff", unmarked)).toMatchObject({
    events: 1,
    codes: ["warning NO_TEST_FLAG"],
  });
  configure("live: false\n");
  const trial = d0010("0000000003", [mpan(1)]).replace("|OPER|", "|TR01|");
  expect(await ingest("trial.uff", trial)).toMatchObject({ events: 1, codes: [] });
  expect((await place.busbar("file", "release", "1", "--reason", "why not")).code).toBe(1);
});

test("test data is never in the way of live data of the same number", async () => {
  configure("live: true\n");
  const live = d0010("0000000001", [mpan(1)]);
  expect(await ingest("trial.uff", live.replace("|OPER|", "|TR01|"))).toMatchObject({ events: 0 });
  expect(await ingest("live.uff", live)).toMatchObject({ state: "recorded", events: 1 });
  const other = d0010("0000000001", [mpan(2)]);
  expect(await ingest("other.uff", other)).toMatchObject({ state: "conflict", otherFile: 2 });
});

test("settings of a flow that there is not are a mistake in the configuration", async () => {
  configure(
    "undescribedFlows: [E0041]\nflows: { D0O10: { codes: strict }, D9999: {}, E0041: {} }\n",
  );
  const { code, stderr } = await place.busbar("flow", "check", "live.uff");
  expect(code).toBe(2);
  expect(stderr).toMatch(/busbar\.yaml has 2 mistakes/);
  expect(stderr).toContain(
    "flows.D0O10: the catalogue has no flow of that name; did you mean D0010",
  );
  expect(stderr).toContain("flows.D9999: the catalogue has no flow of that name; ");
});

test("a code that is not listed holds its message where that is strict, and the file where that is said", async () => {
  const text = (identifier: string) => d0010(identifier, [mpan(1), mpan(2)]).replace("|V|", "|W|");
  configure("");
  expect(await ingest("1.uff", text("1"))).toMatchObject({
    invalid: 0,
    codes: ["warning UNLISTED_CODE"],
  });
  configure("flows: { D0010: { codes: strict } }\n");
  expect(await ingest("2.uff", text("2"))).toMatchObject({
    state: "recorded",
    invalid: 1,
    events: 1,
    codes: ["error UNLISTED_CODE"],
  });
  configure("flows: { D0010: { codes: strict, refuse: file } }\n");
  expect(await ingest("3.uff", text("3"))).toMatchObject({
    state: "rejected",
    events: 0,
    codes: ["error MESSAGE_REFUSES_FILE", "error UNLISTED_CODE"],
  });
});

test("a sender's numbers are followed by the rule of the flow", async () => {
  configure("");
  expect(await ingest("7.usr", registration(7))).toMatchObject({ codes: [] });
  expect(await ingest("9.usr", registration(9))).toMatchObject({
    state: "recorded",
    codes: ["warning SEQUENCE_GAP"],
  });
  configure("largeFiles: 100 B\n");
  expect(await ingest("9b.usr", registration(9, "B"))).toMatchObject({
    codes: ["warning SEQUENCE_REPEAT"],
  });
  configure("flows: { D0217: { sequence: { check: strict } } }\n");
  expect(await ingest("8.usr", registration(8))).toMatchObject({
    state: "rejected",
    codes: ["error SEQUENCE_OVERTAKEN"],
  });
  configure("flows: { D0217: { sequence: { check: off } } }\n");
  expect(await ingest("20.usr", registration(20))).toMatchObject({ codes: [] });
});

test("a message of another interface than its array is taken by its own number alone", async () => {
  configure("live: true\n");
  const wishes = [{ reference: "one" }, { reference: "two", interfaceID: "IF-021" }];
  writeFileSync(join(place.folder, "day.json"), JSON.stringify(wishes.map(platformMessage)));
  await place.busbar("ingest", join(place.folder, "day.json"));
  for (const many of ["--all-rejected", "1"]) {
    await place.busbar("reprocess", many);
    expect(await place.json("file", "list", "--state", "rejected")).toHaveLength(1);
  }
  await place.busbar("reprocess", "3");
  expect(await place.json("file", "list", "--state", "rejected")).toEqual([]);
});

test("a refused file is superseded by the corrected one, and every command says by which", async () => {
  configure("");
  const text = d0010("0000000001", [mpan(1)]);
  await ingest("cut.uff", text.slice(0, text.indexOf("ZPT")));
  expect((await place.busbar("stuck")).stdout).toContain(
    "this clears itself when one with its identifier",
  );
  await ingest("whole.uff", text);
  expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
  expect((await place.busbar("file", "list")).stdout).toContain(" rejected, superseded by 2");
  const { stdout } = await place.busbar("file", "show", "1");
  expect(stdout).toContain("rejected, superseded by file 2, which has its identifier");
  expect(stdout).toContain("Nothing needs to be done: file 2 supersedes it.");
  expect((await place.busbar("why", "file", "1")).stdout).toContain("superseded by file 2");
  const again = await place.busbar("reprocess", "--all-rejected");
  expect(again).toMatchObject({
    code: 0,
    stdout: "No file is refused but those that corrected ones have superseded.\n",
  });
});
