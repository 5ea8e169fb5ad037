import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mainFile } from "../built.ts";
import { platformMessage } from "../formats/json-event/platform-message.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const right = fixture("right/D0010-five-meter-points.usr");
const wrong = fixture("wrong/bad-dates.usr");

const place = makePlace();
afterAll(() => place.remove());

/** Runs the program with something on its standard input. */
function given(input: string | Buffer, ...words: string[]) {
  const env = { ...process.env, BUSBAR_CONFIG: "" };
  return spawnSync(process.execPath, [mainFile, ...words], { cwd: place.folder, env, input });
}

describe("busbar flow check", () => {
  test("judges each message of an array alone, as it is when the array is taken in", async () => {
    const messages = [
      platformMessage({ reference: "one" }),
      platformMessage({ reference: "two", without: "CommonBlock" }),
      platformMessage({ reference: "three", mpan: "9900012045007" }),
      platformMessage({ reference: "four", interfaceID: "IF-021" }),
      platformMessage({ reference: "five" }),
    ];
    const text = JSON.stringify(messages);
    writeFileSync(join(place.folder, "day.json"), text);
    const plain = await place.busbar("flow", "check", "day.json");
    expect(plain.code).toBe(1);
    const verdicts = plain.stdout.split("\n").filter((line) => line.startsWith("day.json"));
    expect(verdicts).toEqual([
      "day.json, message 1 of its array: valid, 2 warnings; IF-041 011, 1 message",
      "day.json, message 2 of its array: not valid, 1 error",
      "day.json, message 3 of its array: not valid, 1 error, 2 warnings; IF-041 011, 1 message, 1 with errors",
      expect.stringMatching(/^day\.json, message 4 of its array: not valid, /),
      "day.json, message 5 of its array: valid, 2 warnings; IF-041 011, 1 message",
    ]);
    const each = await place.json("flow", "check", "day.json");
    expect(each.map(({ valid, element }) => [element, valid])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
    ]);
    expect(each[3]?.["problems"]).toContainEqual(expect.objectContaining({ code: "MIXED_FLOWS" }));
    expect(given(JSON.stringify(messages.slice(0, 1)), "flow", "check", "-").status).toBe(0);
    writeFileSync(join(place.folder, "cut.json"), text.slice(0, -2));
    const [cut, ...others] = await place.json("flow", "check", "cut.json");
    expect(others).toEqual([]);
    expect(cut).toMatchObject({ valid: false, messages: 0, problems: [{ code: "BAD_JSON" }] });
    expect(cut).not.toHaveProperty("element");
  });

  test("says that a file is valid, needing no configuration", async () => {
    const { code, stdout } = await place.busbar("flow", "check", right);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${right}: valid; D0010 002, 5 messages\n`,
    });
  });

  test("lists what is wrong by line, and fails", async () => {
    const { code, stdout } = await place.busbar("flow", "check", wrong, right, "nowhere.usr");
    expect(code).toBe(1);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe(`${wrong}: not valid, 3 errors; D0010 002, 4 messages, 3 with errors`);
    expect(lines[1]).toMatch(/^ {4}line 4, group 030, readingDateTime: .* \(BAD_DATETIME\)$/);
    expect(lines[4]).toBe(`${right}: valid; D0010 002, 5 messages`);
    expect(lines[6]).toContain("there is no such file. (NOT_READ)");
    expect(lines[7]).toBe("What a code in brackets means: busbar explain CODE");
  });

  test("gives programs one object a file, with the problems of its messages", async () => {
    const [first, second] = await place.json("flow", "check", wrong, right);
    expect(first).toMatchObject({
      valid: false,
      file: wrong,
      family: "user-file",
      flow: "D0010",
      version: "002",
      envelope: { fileIdentifier: expect.any(String) },
      messages: 4,
      invalid: 3,
    });
    expect(first?.["problems"]).toHaveLength(3);
    expect(second).toMatchObject({ valid: true, invalid: 0, problems: [] });
  });

  test("lists no more of a file than a thousand of each kind, however many messages have one", () => {
    const header = "order_number,transaction_id,status,amount,currency,paid_at\n";
    const row = "SO-1,T-1,odd,a lot,GBP,2026-06-10T09:03:00Z\n";
    const text = `${header}${'"\n'.repeat(2_000)}${row.repeat(1_500)}`;
    const { status, stdout } = given(text, "flow", "check", "-");
    expect(status).toBe(1);
    const lines = stdout.toString().split("\n");
    expect(lines[0]).toMatch(
      /^-: not valid, at least \d+ errors, at least 1000 warnings; PAYMENTS/,
    );
    expect(lines[0]).toContain("2500 messages, 2500 with errors");
    expect(lines.length).toBeLessThan(2_010);
    expect(lines.filter((line) => line.endsWith("(BAD_NUMBER)"))).toHaveLength(1);
    expect(stdout.toString()).toContain("more errors");
    const json = JSON.parse(given(text, "flow", "check", "-", "--json").stdout.toString());
    expect(json.valid).toBe(false);
    expect(json.problems.length).toBeLessThan(2_010);
  });

  test("reads standard input, and says what is unusual about a route", () => {
    const text = d0010("0000000001", [mpan(1)]).replace("|D|DUMY|X|", "|D|DUMY|M|");
    const { status, stdout } = given(text, "flow", "check", "-", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      valid: true,
      file: "-",
      problems: [{ code: "ROUTE", severity: "warning" }],
    });
  });

  describe("with a configuration", () => {
    const coded = d0010("0000000001", [mpan(1)]).replace("|V|", "|W|");
    beforeAll(() => {
      writeFileSync(
        join(place.folder, "busbar.yaml"),
        "live: true\nflows: { D0010: { codes: strict, refuse: file } }\n",
      );
      writeFileSync(join(place.folder, "coded.usr"), coded.replace("|OPER|", "|TR01|"));
    });

    test("is as strict as its settings, and does not mind test data", async () => {
      const [checked] = await place.json("flow", "check", "coded.usr");
      expect(checked).toMatchObject({ valid: false, invalid: 1 });
      const problems = checked?.["problems"] as { code: string; severity: string }[];
      expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
        "UNLISTED_CODE error",
        "MESSAGE_REFUSES_FILE error",
      ]);
    });

    test("knows its codes of gas files in every command, as intake does", async () => {
      const generated = (await place.busbar("flow", "generate", "G0201")).stdout;
      expect(generated).toContain('\n"TRAIL",');
      writeFileSync(
        join(place.folder, "gas.csv"),
        generated.replace('\n"TRAIL",', '\n"CLOSE",').replaceAll('"ASSET"', '"EQUIP"'),
      );
      writeFileSync(
        join(place.folder, "gas.yaml"),
        "rgma: { trailer: CLOSE, records: { Asset: EQUIP } }\n",
      );
      const own = ["--config", "gas.yaml"];
      const codesIn = async (...words: string[]) => {
        const [checked = {}] = await place.json("flow", "check", "gas.csv", ...words);
        return (checked["problems"] as { value: string | null }[]).map(({ value }) => value);
      };
      expect(await codesIn()).toContain("CLOSE");
      expect(await codesIn(...own)).not.toContain("CLOSE");
      expect((await place.busbar("flow", "show", "G0201", ...own)).stdout).toContain("EQUIP");
      expect((await place.busbar("flow", "generate", "G0201", ...own)).stdout).toContain(
        '\n"CLOSE",',
      );
    });
  });
});

describe("busbar flow read and flow write", () => {
  test("give the same bytes again", async () => {
    const read = await place.busbar("flow", "read", right, "--json");
    expect(JSON.parse(read.stdout)).toMatchObject({ flow: "D0010", messages: { length: 5 } });
    const { status, stdout } = given(read.stdout, "flow", "write");
    expect(status).toBe(0);
    expect(stdout.equals(readFileSync(right))).toBe(true);
  });

  test("never lose what could not be read", async () => {
    const short = fixture("tables/wrong-cut-short.csv");
    const read = await place.busbar("flow", "read", short, "--json");
    expect(read.code).toBe(1);
    expect(read.stderr).toMatch(/wrong-cut-short\.csv has 1 error, given under "problems"/);
    expect(JSON.parse(read.stdout)).toMatchObject({
      valid: false,
      problems: [{ code: "CUT_SHORT" }],
      layout: { lines: [{ alone: "yes", end: "none" }] },
    });
    const { status, stdout, stderr } = given(read.stdout, "flow", "write");
    expect({ status, bytes: stdout.length }).toEqual({ status: 1, bytes: 0 });
    expect(stderr.toString()).toContain("(CUT_SHORT)");
  });

  test("show a file to people, and say when it is none", async () => {
    const { code, stdout } = await place.busbar("flow", "read", right);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{\n {2}"family": "user-file",\n/);
    expect((await place.busbar("flow", "read", "nowhere.usr")).stderr).toBe(
      "busbar: nowhere.usr was not read: there is no such file\n",
    );
    const { code: unknown } = await place.busbar("flow", "read", fixture("wrong/empty.usr"));
    expect(unknown).toBe(1);
  });

  test("show and keep the digits of numbers in JSON", async () => {
    const text = readFileSync(fixture("json-events/pending.json"), "utf8");
    const path = join(place.folder, "numbers.json");
    writeFileSync(path, text.replace("{", '{\n  "big": 12345678901234567890, "one": 1.0,'));
    const { stdout } = await place.busbar("flow", "read", path);
    expect(stdout).toContain('"big": 12345678901234567890,\n        "one": 1.0,');
    const changed = stdout.replace('"registrationId": "REG-77"', '"registrationId": "REG-78"');
    expect(changed).not.toBe(stdout);
    expect(given(changed, "flow", "write").stdout.toString()).toBe(
      readFileSync(path, "utf8").replace("REG-77", "REG-78"),
    );
  });

  test("refuse with every reason what the format cannot hold", async () => {
    const { stdout: json } = await place.busbar("flow", "read", right, "--json");
    const document = JSON.parse(json) as {
      messages: { data: { bscValidationStatus: string } }[];
    };
    for (const { data } of document.messages.slice(0, 2)) data.bscValidationStatus = "a|b";
    const { status, stdout, stderr } = given(JSON.stringify(document), "flow", "write", "-");
    expect(status).toBe(1);
    expect(stdout.length).toBe(0);
    expect(stderr.toString().split("\n").length).toBeGreaterThan(2);
    expect(given("[]", "flow", "write").stderr.toString()).toContain("no document");
  });
});
