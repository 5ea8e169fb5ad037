import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { splitQuoted } from "../../../src/formats/tree/read/lines/split-quoted.ts";
import { fc } from "../../property.ts";

describe("a line of comma-separated text", () => {
  test("is cut into fields, and says which were in quotes", () => {
    expect(splitQuoted('"A00",12,,"","a ""b"", c",x', ",")).toEqual({
      fields: ["A00", "12", "", "", 'a "b", c', "x"],
      quoted: [true, false, false, true, true, false],
      fault: null,
    });
  });

  test.each([
    ['"A,B', "UNTERMINATED_QUOTE"],
    ['A,"', "UNTERMINATED_QUOTE"],
    ['"A"B,C', "BAD_QUOTE"],
    ['A"B,C', "BAD_QUOTE"],
    ['A, "B"', "BAD_QUOTE"],
  ])("%s has a fault", (line, fault) => {
    expect(splitQuoted(line, ",").fault).toBe(fault);
  });

  test("is cut as csv-parse cuts it, which refuses the same lines", () => {
    const line = fc.string({
      unit: fc.constantFrom('"', ",", "a", " ", '","', '""'),
      minLength: 1,
    });
    fc.assert(
      fc.property(line, (text) => {
        const { fields, fault } = splitQuoted(text, ",");
        let expected: unknown = null;
        try {
          expected = parse(text, { record_delimiter: "\n" })[0];
        } catch {
          expected = null;
        }
        expect(fault === null ? fields : null).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
