import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import type { Store } from "../../src/store/port/store.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { makePlace, type Place } from "./busbar.ts";

const [core, other, unread] = [mpan(1), mpan(2), mpan(3)];

let place: Place;
beforeAll(async () => {
  place = makePlace();
  mkdirSync(join(place.folder, "var"));
  writeFileSync(join(place.folder, "busbar.yaml"), "live: true\n");
  const files: Readonly<Record<string, string>> = {
    "good.usr": d0010("0000000001", [core, other]),
    "invalid.usr": d0010("0000000002", [core]).replace("20240131000000", "yesterday"),
    "conflict.usr": d0010("0000000001", [core]),
    "refused.usr": d0010("REG0000004", [core]).replace(/ZPT\|REG0000004\|\d+/, "$&7"),
    "unread.txt": `MPAN;VALUE\n${unread};7\n`,
    "trial.usr": d0010("0000000005", [core]).replace("|OPER|", "|TR01|"),
  };
  for (const [name, text] of Object.entries(files))
    await place.busbar("ingest", place.write({ name, bytes: Buffer.from(text, "latin1") }));
  await onStore(async (store) => {
    await store.outboundMessages.send({
      identity: "one",
      outgoing: {
        kind: "file",
        flow: "D0010",
        to: { role: "X", participant: "UPCO" },
        data: {},
      },
    });
    const name = "D0155001_MBMOP_1.usr";
    await store.outbound.record([composed(1, { messages: [1], name, subjects: [core] })]);
  });
});
afterAll(() => place.remove());

async function onStore(work: (store: Store) => Promise<unknown>): Promise<void> {
  const config = loadConfig(join(place.folder, "busbar.yaml"));
  const installation = await openInstallation(config);
  try {
    await work(installation.store);
  } finally {
    await installation.close();
  }
}

const itemsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ item }) => item);
const everything = [
  `process metering-point/${core}`,
  "message 5",
  "file 4",
  "message 4",
  "message 3",
  "outbound 1",
];

describe("everything about a subject, whatever became of it", () => {
  test("is found by search: invalid, in conflict, awaiting release, refused, processed", async () => {
    expect(itemsOf(await place.json("search", core))).toEqual(everything);
    const { stdout } = await place.busbar("search", core);
    expect(stdout).toContain(`${core}, an MPAN core: 6 things by key, name or identifier\n`);
    expect(stdout).toMatch(/\nmessage 5: .*\n.*\n {4}no event came of it: file 6 awaits release\n/);
    expect(stdout).toMatch(/\nmessage 4: .*\n.*\n {4}no event came of it: file 3 is in conflict\n/);
    expect(stdout).toMatch(/\nmessage 3: .*\n.*\n {4}stuck, invalid, cause /);
    expect(stdout).toMatch(/\nfile 4: refused\.usr, rejected, .*\n {4}found by its line 2/);
  });

  test("is reported by why in one answer, with its events and where they came from", async () => {
    const [story] = await place.json("why", core);
    expect(story).toMatchObject({
      item: core,
      said: "1 process, 3 messages, 1 file, 1 outbound file",
    });
    expect(itemsOf(story?.["ledTo"] as Record<string, unknown>[])).toEqual(everything);
    expect((await place.busbar("why", core)).stdout).toMatch(/\n {4}event 1: D0010 received/);
  });

  test("is found with the blanks that people put into it", async () => {
    const spaced = `${core.slice(0, 2)} ${core.slice(2, 6)} ${core.slice(6)}`;
    const found = await place.json("search", ...spaced.split(" "));
    expect(itemsOf(found)).toEqual(everything);
    expect(found[0]?.["read"]).toEqual({
      text: core,
      changed: "without blanks and dashes",
      match: "exact",
    });
    expect((await place.busbar("why", spaced)).stdout).toContain("read without blanks and dashes");
  });

  test("is found in a file of which nothing could be read, now and once it is read again", async () => {
    for (const _ of [1, 2]) {
      const { stdout } = await place.busbar("search", unread);
      expect(stdout).toMatch(/\nfile 5: unread\.txt, rejected, .*\n {4}found by its line 2, which/);
      await place.busbar("reprocess", "5");
    }
  });

  test("is no more than its process where nothing else bears its key", async () => {
    expect((await place.busbar("why", other)).stdout).toMatch(/^process metering-point\//);
  });
});

describe("files are found by what partners call them", () => {
  test.each([
    ["ours by its name", "D0155001_MBMOP_1.usr", "outbound 1"],
    ["theirs by its name", "refused.usr", "file 4"],
    ["theirs by the identifier in its header", "REG0000004", "file 4"],
    ["the same in small letters", "reg0000004", "file 4"],
  ])("%s", async (_, text, item) => {
    const { stdout } = await place.busbar("why", text);
    expect(stdout.startsWith(`${item}: `)).toBe(true);
  });

  test("several of one identifier in one answer", async () => {
    const [story] = await place.json("why", "0000000001");
    expect(itemsOf(story?.["ledTo"] as Record<string, unknown>[])).toEqual(["file 3", "file 1"]);
  });

  test("by a part of it, when nothing has the whole", async () => {
    expect((await place.busbar("search", "D0155")).stdout).toContain(
      "D0155: nothing is called just that; 1 thing called what begins with it\n\noutbound 1: ",
    );
    expect(itemsOf(await place.json("search", "FLICT"))).toEqual(["file 3"]);
    const nothing = await place.busbar("search", "nowhere");
    expect(nothing).toMatchObject({ code: 1, stdout: "" });
    expect(nothing.stderr).toContain("nothing in the store bears nowhere");
  });
});

describe("a process is named by its key or by its type and key, whatever the command", () => {
  const named = `metering-point/${core}`;

  test.each([
    [["process", "show", named]],
    [["process", "show", core]],
    [["process", "build", named]],
    [["event", "list", "--key", core]],
    [["event", "list", "--key", named]],
  ])("%j", async (words) => {
    expect((await place.busbar(...words)).stdout).toMatch(new RegExp(`metering-point +${core}`));
  });

  test("by why and search, alone or behind the noun", async () => {
    for (const words of [[named], ["process", named]])
      expect((await place.busbar("why", ...words)).stdout).toMatch(/^process metering-point\//);
    expect(itemsOf(await place.json("search", named))).toEqual([`process ${named}`]);
  });

  test("and says so when there is none", async () => {
    const { code, stderr } = await place.busbar("process", "show", "order/none");
    expect(code).toBe(1);
    expect(stderr).toContain("there is no process order/none");
  });
});
