import { describe, expect, test } from "vitest";
import { codes, flowText, read, reading } from "../flow-text.ts";

const header = (changes: Readonly<Record<number, string>>) =>
  "ZHV|0000000001|D0010002|D|BDCO|X|BSUP|20260504093000||||OPER|"
    .split("|")
    .map((field, index) => changes[index] ?? field)
    .join("|");

describe("the header", () => {
  test("becomes the envelope, every value as sent", () => {
    const { envelope, problems } = read(flowText(reading));
    expect(problems).toEqual([]);
    expect(envelope).toEqual({
      family: "user-file",
      flow: "D0010",
      version: "002",
      fileIdentifier: "0000000001",
      from: { role: "D", participant: "BDCO" },
      to: { role: "X", participant: "BSUP" },
      created: "20260504093000",
      testFlag: "OPER",
    });
  });

  test("is read even when all else is bad", () => {
    const document = read("ZHV|77|D0010002|D|BDCO|X|BSUP|20260504093000||||TR01|\n\x00\x01|\nZPT");
    expect(document.envelope).toMatchObject({ fileIdentifier: "77", testFlag: "TR01" });
    expect(codes(document)).toContain("UNKNOWN_GROUP");
  });

  test.each([
    ["too few fields", "ZHV|1|D0010002|D|BDCO|X|BSUP|20260504093000|", "HEADER_FIELD_COUNT"],
    ["too many fields", `${header({})} | |`, "HEADER_FIELD_COUNT"],
    ["empty fields to spare", `${header({})}||`, "EXTRA_EMPTY_FIELDS"],
    ["no final pipe", header({}).slice(0, -1), "NO_FINAL_PIPE"],
    ["no identifier", header({ 1: "" }), "MISSING_VALUE"],
    ["no sender", header({ 4: "" }), "MISSING_VALUE"],
    ["a participant too long", header({ 6: "BSUPP" }), "TOO_LONG"],
    ["a bad creation time", header({ 7: "12345" }), "ENVELOPE_TIME"],
    ["a control character", header({ 4: "B\tC" }), "CONTROL_CHARACTER"],
    ["a high character", header({ 4: "B\xa3C" }), "HIGH_CHARACTER"],
    ["an unknown flow", header({ 2: "D9876001" }), "UNKNOWN_FLOW"],
    ["something else for a flow", header({ 2: "READINGS" }), "UNKNOWN_FLOW"],
    ["an unknown version", header({ 2: "D0010777" }), "OTHER_VERSION"],
    ["no version", header({ 2: "D0010" }), "OTHER_VERSION"],
  ])("with %s", (_, line, code) => {
    const trailer = `ZPT|${line.split("|")[1]}|3||1|20260504093105|`;
    const document = read(flowText(reading, { header: line, trailer }));
    const expected = line.split("|")[1] === "" ? ["MISSING_VALUE", "MISSING_VALUE"] : [code];
    expect(codes(document)).toEqual(expected);
    expect(document.problems[0]).toMatchObject({ code, line: 1, group: "ZHV" });
    expect(document.envelope).not.toBeNull();
  });

  test("without a flow identifies nothing", () => {
    const document = read(flowText(reading, { header: header({ 2: "" }) }));
    expect(document.envelope).toBeNull();
    expect(codes(document)).toEqual(["MISSING_VALUE"]);
  });

  test("of an unknown flow is kept, and its groups are still counted", () => {
    const document = read(flowText(["001|A|", "002|B|"], { flow: "D9876001", groups: 3 }));
    expect(document.envelope).toMatchObject({ flow: "D9876", version: "001" });
    expect(codes(document)).toEqual(["UNKNOWN_FLOW", "GROUP_COUNT"]);
  });

  test("may follow a byte order mark and blank lines, with warnings", () => {
    const document = read(`\xef\xbb\xbf\r\n\r\n${flowText(reading)}`);
    expect(codes(document)).toEqual(["BYTE_ORDER_MARK", "BLANK_LINE"]);
    expect(document.items[0]).toMatchObject({ line: 4, lastLine: 6 });
  });

  test("that comes twice is named", () => {
    const lines = [...reading, header({}), ...reading];
    const document = read(flowText(lines, { groups: 6, flows: 2 }));
    expect(codes(document)).toEqual(["SECOND_HEADER"]);
    expect(document.problems[0]).toMatchObject({ line: 5, value: "0000000001" });
  });
});

describe("the trailer", () => {
  const trailer = "ZPT|0000000001|3||1|20260504093105|";

  test.each([
    ["another identifier", "ZPT|0000000002|3||1|20260504093105|", ["FILE_IDENTIFIER_DIFFERS"]],
    ["no identifier", "ZPT||3||1|20260504093105|", ["MISSING_VALUE"]],
    ["another group count", "ZPT|0000000001|4||1|20260504093105|", ["GROUP_COUNT"]],
    ["no group count", "ZPT|0000000001|||1|20260504093105|", ["MISSING_VALUE"]],
    ["a group count that is none", "ZPT|0000000001|3x||1|20260504093105|", ["BAD_NUMBER"]],
    ["another flow count", "ZPT|0000000001|3||2|20260504093105|", ["FLOW_COUNT"]],
    ["a bad completion time", "ZPT|0000000001|3||1|12345|", ["ENVELOPE_TIME"]],
    ["no final pipe", trailer.slice(0, -1), ["TRAILER_NO_FINAL_PIPE"]],
    ["too few fields", "ZPT|0000000001|3||1|", ["TRAILER_FIELD_COUNT"]],
    ["too many fields", `${trailer} |`, ["TRAILER_FIELD_COUNT"]],
    ["empty fields to spare", `${trailer}|`, ["EXTRA_EMPTY_FIELDS"]],
    ["a checksum, which is opaque", "ZPT|0000000001|3|99|1|20260504093105|", []],
    ["neither flow count nor time", "ZPT|0000000001|3||||", []],
    ["a zero-padded group count", "ZPT|0000000001|0000000003||1|20260504093105|", []],
  ])("with %s", (_, line, expected) => {
    const document = read(flowText(reading, { trailer: line }));
    expect(codes(document)).toEqual(expected);
    for (const problem of document.problems)
      expect(problem).toMatchObject({ line: 5, group: "ZPT" });
  });

  test("that is missing means the file is cut short", () => {
    const document = read(flowText(reading).split("\n").slice(0, 4).join("\n"));
    expect(codes(document)).toEqual(["MISSING_TRAILER"]);
    expect(document.messages).toBe(1);
  });

  test("ends the file: a line after it is an error, blank ones are not", () => {
    expect(codes(read(`${flowText(reading)}\r\n\n`))).toEqual([]);
    const document = read(`${flowText(reading)}\n026|x|\n028|y|\n`);
    expect(codes(document)).toEqual(["AFTER_TRAILER"]);
    expect(document.problems[0]).toMatchObject({ line: 7, value: "026" });
  });

  test("may count messages instead of first groups", () => {
    const lines = ["754|12|", registration("1"), registration("2")];
    for (const flows of [1, 2])
      expect(codes(read(flowText(lines, { flow: "D0217002", flows })))).toEqual([]);
    expect(codes(read(flowText(lines, { flow: "D0217002", flows: 3 })))).toEqual(["FLOW_COUNT"]);
  });

  test("with nothing before it is a file without groups, which is taken", () => {
    const document = read(flowText([], { flows: 0 }));
    expect(document.problems).toEqual([
      expect.objectContaining({ code: "NO_GROUPS", severity: "warning" }),
    ]);
    expect(document.messages).toBe(0);
  });
});

function registration(instruction: string): string {
  const fields = Array<string>(38).fill("");
  Object.assign(fields, { 0: instruction, 1: "SP40", 2: "9900012045006", 3: "20260505" });
  Object.assign(fields, { 4: "20260601", 18: "_A", 37: "F" });
  return `492|${fields.join("|")}|`;
}
