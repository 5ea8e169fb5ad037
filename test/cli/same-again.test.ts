import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { madeZip } from "../packed/made-zip.ts";
import { goodFile } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

const reason = ["--reason", "looked at again"];
let place: Place;

async function states(): Promise<unknown[]> {
  return (await place.json("file", "list")).map(({ state }) => state);
}

async function causeOf(wanted: string): Promise<string> {
  return String((await place.json("stuck")).find(({ kind }) => kind === wanted)?.["id"]);
}

function configure(text: string): void {
  mkdirSync(join(place.folder, "var"), { recursive: true });
  writeFileSync(join(place.folder, "busbar.yaml"), text);
}

describe("a table of states that says again what it said before", () => {
  const returns = `
family: headed-csv
flow: RETURNS
version: "001"
name: Returned parcels
groupBy: [return_number]
subject: { column: return_number, kind: return }
columns:
  - { name: return_number, format: CHAR(20) }
  - { name: condition, format: CHAR(20) }
`;
  const row = (condition: string) => `return_number,condition\nR-1,${condition}\n`;

  beforeAll(() => {
    place = makePlace();
    writeFileSync(join(place.folder, "returns.yaml"), returns);
    configure("catalogues: [returns.yaml]\n");
  });
  afterAll(() => place.remove());

  test("is a fact of its own under another name, and one that is handed over again is not", async () => {
    for (const [name, condition] of [
      ["1.csv", "damaged"],
      ["2.csv", "good"],
      ["3.csv", "damaged"],
    ] as const)
      writeFileSync(join(place.folder, name), row(condition));
    await place.busbar("ingest", "1.csv", "2.csv", "3.csv", "3.csv");
    expect(await states()).toEqual(["recorded", "recorded", "recorded", "duplicate"]);
  });

  test("is taken in when a person keeps it, with messages of its own", async () => {
    const { code, stdout } = await place.busbar("file", "decide", "4", "keep-both", ...reason);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^File 4 is now recorded, /),
    });
    expect(await place.json("file", "show", "4")).toMatchObject([
      { state: "recorded", messages: 1, decisions: [{ decision: "keep-both", other: 3 }] },
    ]);
    expect(await place.busbar("verify")).toMatchObject({ code: 0 });
  });

  test("is a duplicate by its bytes where a setting says so", async () => {
    configure("catalogues: [returns.yaml]\nflows: { RETURNS: { duplicates: by-bytes } }\n");
    copyFileSync(join(place.folder, "2.csv"), join(place.folder, "5.csv"));
    await place.busbar("ingest", "5.csv");
    expect((await states()).at(-1)).toBe("duplicate");
  });
});

describe("files in conflict", () => {
  const numbered = readFileSync(
    fileURLToPath(new URL("../../fixtures/right/D0217-two-registrations.usr", import.meta.url)),
    "latin1",
  );
  const strict = "flows: { D0217: { sequence: { check: strict } } }\n";
  const registration = (name: string, number: number, identifier: string, spoilt = false) => {
    const text = numbered
      .replaceAll("REG0000012", identifier)
      .replace("754|12|", `754|${number}|`)
      .replace(/\|(\d{14})\|/, spoilt ? "|20260101000001|" : "|$1|");
    return place.write({ name, bytes: Buffer.from(text, "latin1") });
  };

  beforeAll(() => {
    place = makePlace();
    configure(strict);
  });
  afterAll(() => place.remove());

  test("are decided together, by their numbers or their cause; what cannot be leaves the others", async () => {
    const files = [1, 2, 3, 4].flatMap((n) => [
      registration(`${n}.usr`, n, `ID${n}`),
      registration(`c${n}.usr`, n, `ID${n}`, true),
    ]);
    await place.busbar("ingest", ...files);
    const pairs = files.map((_, index) => (index % 2 === 0 ? "recorded" : "conflict"));
    expect(await states()).toEqual(pairs);
    const some = await place.busbar("file", "decide", "2", "1", "4", "keep-both", ...reason);
    expect(some).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^File 2 is now recorded.*\nFile 4 is now recorded.*\n$/),
      stderr:
        "busbar: file 1 is recorded, not in conflict: there is nothing to decide. `busbar stuck` shows the conflicts.\n",
    });
    const cause = await causeOf("conflict");
    const rest = await place.busbar("file", "decide", "--cause", cause, "keep-both", ...reason);
    expect(rest).toMatchObject({ code: 0 });
    expect(await states()).toEqual(files.map(() => "recorded"));
  });

  test("are not made of refused files that a corrected one stands for", async () => {
    await place.busbar("ingest", registration("other.usr", 4, "OTHER"));
    await place.busbar("ingest", registration("other-2.usr", 5, "OTHER2"));
    await place.busbar("ingest", registration("other-3.usr", 5, "OTHER3"));
    expect((await states()).slice(-3)).toEqual(["rejected", "recorded", "rejected"]);
    // The number becomes free to repeat, and another file comes by the same identifier meanwhile.
    configure("");
    await place.busbar("ingest", registration("other-3b.usr", 6, "OTHER3", true));
    const cause = await causeOf("rejected");
    const { code, stdout } = await place.busbar("reprocess", "--cause", cause, "--actor", "ann");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Trying again: 1 file is read again\.\n/);
    expect(stdout).not.toContain("other-3.usr");
    expect((await states()).slice(-4)).toEqual(["recorded", "recorded", "rejected", "recorded"]);
  });
});

describe("a container that is tried again by its cause", () => {
  beforeAll(() => {
    place = makePlace();
    configure("unpack: { members: 2 }\n");
  });
  afterAll(() => place.remove());

  test("is opened within the limits of the configuration", async () => {
    const bytes = madeZip([1, 2, 3].map((n) => goodFile(n)));
    await place.busbar("ingest", place.write({ name: "c.zip", bytes }));
    const cause = await causeOf("rejected");
    expect((await place.busbar("reprocess", "--cause", cause)).stdout).toMatch(
      /^Trying again: 1 file is read again\.\n {2}file 1, c\.zip: still stuck: .*\n0 are released, 1 stays stuck\.\n$/,
    );
    const dryRun = () => place.busbar("reprocess", "--cause", cause, "--dry-run");
    expect(await dryRun()).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /^A dry run, nothing is changed: .*\n.*c\.zip: still refused: .*\(PACKED_TOO_MANY\)\n0 would be released, 1 stays stuck\.\n$/,
      ),
    });
    configure("unpack: { members: 3 }\n");
    expect(await dryRun()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/opens anew: 3 files\n1 would be released, 0 stay stuck\.\n$/),
    });
    expect(await place.json("file", "list")).toMatchObject([{ id: 1, state: "rejected" }]);
    expect(await place.busbar("reprocess", "--cause", cause)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/released\n1 is released, 0 stay stuck\.\n$/),
    });
  });
});
