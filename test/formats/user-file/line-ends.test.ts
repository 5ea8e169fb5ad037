import { describe, expect, test } from "vitest";
import { openReader } from "../../../src/formats/recognise.ts";
import { catalogue, codes, data, flowText, read, reading } from "../flow-text.ts";

const text = flowText(reading);

describe("line ends", () => {
  test.each([
    ["LF", text],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["both mixed", text.replace("\n", "\r\n").replace("V|\n", "V|\r\n")],
    ["none at the end", text.slice(0, -1)],
    ["only a carriage return at the end", `${text.slice(0, -1)}\r`],
    ["a blank last line", `${text}\n`],
    ["blank last lines with CRLF", `${text}\r\n\r\n`],
  ])("%s make no difference", (_, variant) => {
    const document = read(variant);
    expect(codes(document)).toEqual([]);
    expect(data(document)).toEqual(data(read(text)));
  });

  test("a blank line inside is ignored and not counted, with one warning", () => {
    const document = read(text.replaceAll("|\n0", "|\n\n0"));
    expect(document.problems).toEqual([expect.objectContaining({ code: "BLANK_LINE", line: 2 })]);
    expect(data(document)).toEqual(data(read(text)));
  });

  test("a carriage return inside a line is a control character", () => {
    expect(codes(read(text.replace("X10A 41230", "X10A\r41230")))).toEqual(["CONTROL_CHARACTER"]);
  });
});

describe("a line that is too long", () => {
  const long = 70_000;

  test.each([
    ["in a message", `028|${"X".repeat(long)}|C|`, 1],
    ["that begins a message", `026|9900012045006|${"V".repeat(long)}|`, 0],
  ])("%s holds it", (_, line, index) => {
    const lines = reading.map((old, at) => (at === index ? line : old));
    const document = read(flowText(lines));
    expect(codes(document)).toEqual(["LINE_TOO_LONG"]);
    expect(document.problems).toEqual([]);
    expect(document.invalid).toBe(1);
    expect(data(document)).toHaveLength(1);
  });

  test("of 65,536 characters is not, of one more it is", () => {
    const fill = (length: number) => `028|${"X".repeat(length - 7)}|C|`;
    const line = (length: number, end: string) =>
      read(flowText(reading.map((old, at) => (at === 1 ? fill(length) + end : old))));
    for (const end of ["", "\r"]) {
      expect(codes(line(65_536, end))).toEqual(["TOO_LONG"]);
      expect(codes(line(65_537, end))).toEqual(["LINE_TOO_LONG"]);
    }
  });

  test("in a header, a trailer or nowhere refuses the file", () => {
    const pad = "x".repeat(long);
    expect(codes(read(flowText(reading, { header: `ZHV|1|D0010002|${pad}|` })))).toContain(
      "LINE_TOO_LONG",
    );
    expect(codes(read(flowText(reading, { trailer: `ZPT|0000000001|3||1|${pad}|` })))).toContain(
      "LINE_TOO_LONG",
    );
    expect(codes(read(flowText([`030|${pad}|`, ...reading])))).toEqual([
      "LINE_TOO_LONG",
      "GROUP_OUT_OF_PLACE",
    ]);
    expect(codes(read(flowText([pad], { flow: "D9876001" })))).toEqual([
      "UNKNOWN_FLOW",
      "LINE_TOO_LONG",
    ]);
  });

  test("that never ends is dropped from memory as it comes", () => {
    const head = Buffer.from("ZHV|1|D0010002|", "latin1");
    const reader = openReader(head, { catalogue });
    reader.push(head);
    const piece = Buffer.alloc(1 << 20, 0x41);
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 256; index += 1) reader.push(piece);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
    const { lines, problems } = reader.end();
    expect(lines).toBe(1);
    expect(problems.map((problem) => problem.code)).toContain("LINE_TOO_LONG");
  });
});
