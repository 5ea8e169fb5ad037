import { describe, expect, test } from "vitest";
import { recordChecksum } from "../../../src/formats/tree/check/checksum.ts";

describe("the checksum of a record", () => {
  test.each([
    ["", 0],
    ["A", 0x41000000],
    ["AAA|", 0x4141417c],
    ["ABCDE", 0x41424344 ^ 0x45000000],
    ["\xff", 0xff000000],
  ])("%j is that of its big-endian words, zero-filled", (text, checksum) => {
    const bytes = Buffer.from(`xx${text}yy`, "latin1");
    expect(recordChecksum(bytes, 2, 2 + text.length)).toBe(checksum);
  });

  test("of all records but the trailer makes that of a file", () => {
    const records = [
      "AAA|E0041001|D|20260810093000|EN|EXNOTIF|EC|ECVAA|12||",
      "EDN|EXECVNAA01|KEY0000009|EXECVNAA01|REF0000077|20260811||",
      "CD9|1|12.5|",
      "CD9|2|12.25|",
    ];
    const all = records.map((text) => recordChecksum(Buffer.from(text), 0, text.length));
    expect(all.reduce((a, b) => a ^ b, 0) >>> 0).toBe(1342989905);
  });
});
