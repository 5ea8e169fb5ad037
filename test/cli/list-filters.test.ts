import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { d0010, mpan } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

let place: Place;

/** The text of a D0010 from and to somebody else. */
function sent(identifier: string, sender: string, recipient: string, reading?: string): string {
  const text = d0010(identifier, [mpan(Number(identifier))], reading);
  return text.replace("|D|DUMY|X|SUPP|", `|D|${sender}|X|${recipient}|`);
}

beforeAll(async () => {
  place = makePlace();
  await place.busbar("init");
  const files: [string, string][] = [
    ["1.usr", sent("0000000001", "DUMY", "SUPP")],
    ["2.usr", sent("0000000002", "OTHR", "SUPP", "1o42.0")],
    ["3.usr", sent("0000000003", "DUMY", "SUPB").replace("ZPT|", "\nZPT|")],
    ["4.usr", "no such thing"],
  ];
  for (const [name, text] of files)
    await place.busbar("ingest", place.write({ name, bytes: Buffer.from(text) }));
});

afterAll(() => place.remove());

const names = async (...words: string[]) =>
  (await place.json("file", "list", ...words)).map(({ name }) => name);

describe.each([
  ["event", "key"],
  ["process", "key"],
])("busbar %s list", (noun, key) => {
  const keys = async (...words: string[]) =>
    (await place.json(noun, "list", ...words)).map((one) => one[key]);
  const points = [1, 3].map((number) => mpan(number));
  const [first, third] = points;

  it.each<[string, string[], unknown[]]>([
    ["a flow", ["--flow", "d0010"], points],
    ["another flow", ["--flow", "D0155"], []],
    ["a sender and a recipient", ["--sender", "D:DUMY", "--recipient", "SUPP"], [first]],
    ["a recipient", ["--recipient", "SUPB"], [third]],
    ["a warning of the file", ["--problem", "blank-line"], [third]],
    ["any problem", ["--problem", "any", "--sender", "DUMY"], [third]],
    ["a time to come", ["--since", "2199-01-01"], []],
    ["about now", ["--since", "2001-01-01", "--until", "2199-01-01"], points],
    ["the first of those", ["--flow", "D0010", "--limit", "9"], points],
  ])("lists those of %s", async (_, words, expected) => {
    expect(await keys(...words)).toEqual(expected);
  });

  it("refuses a code that there is not", async () => {
    expect(await place.busbar(noun, "list", "--problem", "BAD_NUMBR")).toMatchObject({ code: 2 });
  });
});

describe("busbar file list", () => {
  it.each<[string, string[], string[]]>([
    ["a flow, in capitals or not", ["--flow", "d0010"], ["1.usr", "2.usr", "3.usr"]],
    ["a sender", ["--sender", "DUMY"], ["1.usr", "3.usr"]],
    ["a sender with its role", ["--sender", "D:OTHR"], ["2.usr"]],
    ["a sender of another role", ["--sender", "X:OTHR"], []],
    ["a recipient", ["--recipient", "SUPB"], ["3.usr"]],
    ["several at once", ["--sender", "DUMY", "--recipient", "X:SUPP"], ["1.usr"]],
    ["a warning of the file", ["--problem", "blank-line"], ["3.usr"]],
    ["an error of a message", ["--problem", "BAD_NUMBER"], ["2.usr"]],
    ["an error of a refused file", ["--problem", "UNKNOWN_FORMAT"], ["4.usr"]],
    ["any problem", ["--problem", "any"], ["2.usr", "3.usr", "4.usr"]],
    ["a problem and a sender", ["--problem", "any", "--sender", "OTHR"], ["2.usr"]],
    ["the newest of those", ["--problem", "any", "--limit", "2"], ["3.usr", "4.usr"]],
    ["a state and a sender", ["--state", "rejected", "--sender", "DUMY"], []],
    ["a time to come", ["--since", "2199-01-01"], []],
    ["a time long past", ["--until", "2001-01-01"], []],
    [
      "both about now",
      ["--since", "2001-01-01", "--until", "2199-01-01"],
      ["1.usr", "2.usr", "3.usr", "4.usr"],
    ],
  ])("lists those of %s", async (_, words, expected) => {
    expect(await names(...words)).toEqual(expected);
  });

  it("lists from one recorded moment to another, both among them", async () => {
    const files = await place.json("file", "list");
    const at = (index: number) => String(files[index]?.["recordedAt"]);
    expect(await names("--since", at(1))).toEqual(["2.usr", "3.usr", "4.usr"]);
    expect(await names("--since", at(1), "--until", at(2))).toEqual(["2.usr", "3.usr"]);
    expect(await names("--until", at(1), "--limit", "1")).toEqual(["2.usr"]);
  });

  it("shows the codes, and refuses a code that there is not", async () => {
    const { stdout } = await place.busbar("file", "list", "--problem", "any");
    expect(stdout).toMatch(/^ID .* PROBLEMS\n/);
    expect(stdout).toMatch(/ 2\.usr +BAD_NUMBER\n/);
    expect(await place.busbar("file", "list", "--problem", "BAD_NUMBR")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean BAD_NUMBER"),
    });
  });

  it("lists a file no more once it is read again without the problem", async () => {
    const config = join(place.folder, "busbar.yaml");
    const settings = readFileSync(config, "utf8");
    const trial = sent("0000000009", "DUMY", "SUPP").replace("|OPER|", "|TR01|");
    const path = place.write({ name: "9.usr", bytes: Buffer.from(trial) });
    writeFileSync(config, `${settings}\nlive: true\n`);
    await place.busbar("ingest", path);
    const [file] = await place.json("file", "list", "--problem", "TEST_DATA");
    expect(file).toMatchObject({ name: "9.usr", awaitingRelease: true });
    expect((await place.busbar("file", "list", "--name", "9.usr")).stdout).toContain(
      " awaiting release ",
    );
    writeFileSync(config, settings);
    await place.busbar("reprocess", String(file?.["id"]));
    expect(await names("--problem", "TEST_DATA")).toEqual([]);
  });
});

describe("busbar stuck", () => {
  const stuck = async (...words: string[]) =>
    (await place.json("stuck", ...words)).map(({ item }) => item);

  it.each<[string, string[], unknown[]]>([
    ["a flow", ["--flow", "d0010"], ["message 2"]],
    ["a sender", ["--sender", "OTHR"], ["message 2"]],
    ["another recipient", ["--recipient", "SUPB"], []],
    ["about now", ["--since", "2001-01-01", "--kind", "rejected"], ["file 4"]],
    ["a time gone by", ["--until", "2001-01-01"], []],
  ])("lists what came in files of %s", async (_, words, expected) => {
    expect(await stuck(...words)).toEqual(expected);
  });
});
