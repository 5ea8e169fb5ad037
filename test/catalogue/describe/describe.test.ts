import { describe, expect, test } from "vitest";
import { z } from "zod";
import { countName, formatName } from "../../../src/catalogue/describe/format-name.ts";
import { jsonSchema } from "../../../src/catalogue/describe/json-schema.ts";
import { markdownPage } from "../../../src/catalogue/describe/markdown/markdown.ts";
import { typeText } from "../../../src/catalogue/describe/type-text.ts";
import { valuePattern } from "../../../src/catalogue/describe/value-pattern.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { flow, walk } from "../whole-catalogue.ts";

const catalogue = loadCatalogue();
const labels = (item: string) => catalogue.item(item)?.labels ?? {};

describe("formats and counts", () => {
  const fields = walk(flow("D0010002").groups).flatMap(({ group }) => group.fields);
  const format = (item: string) => fields.find((field) => field.item === item);

  test.each([
    ["J0003", "NUM(13)"],
    ["J0004", "CHAR(10)"],
    ["J0016", "DATETIME"],
    ["J0040", "NUM(9,1)"],
    ["J0045", "BOOLEAN"],
  ])("%s is %s", (item, expected) => {
    const field = format(item);
    expect(field === undefined ? null : formatName(field)).toBe(expected);
  });

  test("are said in words", () => {
    const counts = walk([
      ...flow("D0010002").groups,
      ...flow("D0036001").groups,
      ...flow("D0387001").groups,
      ...flow("D0379001").groups,
    ]).map(({ group }) => countName(group));
    expect(new Set(counts)).toEqual(
      new Set(["1", "0 or 1", "1 or more", "any number", "46, 48 or 50", "2", "48"]),
    );
  });
});

describe("the pattern of a format", () => {
  const number = { kind: "number", digits: 9, decimals: 1, signed: false } as const;

  test.each(["0", "123456789", "12345678.9", "0001", ".5", "56311.0"])("takes %j", (text) => {
    expect(text).toMatch(new RegExp(valuePattern(number)));
  });

  test.each(["", ".", "1.", "1234567890", "123456789.0", "1.23", "-1", "1e3", " 1"])(
    "refuses %j",
    (text) => {
      expect(text).not.toMatch(new RegExp(valuePattern(number)));
    },
  );

  test("takes a sign only where there may be one", () => {
    expect("-1").toMatch(new RegExp(valuePattern({ ...number, signed: true })));
    expect("+1.5").toMatch(new RegExp(valuePattern({ ...number, signed: true })));
  });

  test.each([
    ["date", "20240229", true],
    ["date", "19491231", false],
    ["date", "22000101", false],
    ["date", "20241301", false],
    ["datetime", "20240229235959", true],
    ["datetime", "20240229240000", false],
    ["time", "000000", true],
    ["time", "236000", false],
    ["boolean", "T", true],
    ["boolean", "Y", false],
    ["any", "a|b", false],
  ] as const)("of a %s says of %j: %j", (kind, text, right) => {
    expect(new RegExp(valuePattern({ kind })).test(text)).toBe(right);
  });

  test.each([
    ["|", "a|b", false],
    ["|", "a,b", true],
    [",", "a,b", false],
    [",", "a|b", true],
    [null, "a|b,c", true],
    [null, "a\tb", false],
  ])("of a text between %j says of %j: %j", (delimiter, text, right) => {
    const pattern = valuePattern({ kind: "text", length: 10 }, delimiter);
    expect(new RegExp(pattern).test(text)).toBe(right);
  });
});

describe("a JSON Schema", () => {
  const schema = z.fromJSONSchema(jsonSchema(flow("D0010002"), labels));
  const message = (reading: object) => ({
    mpanCore: "1299000000014",
    bscValidationStatus: "V",
    meterReadingTypes: [{ meterId: "E1", readingType: "R", registerReadings: [reading] }],
  });
  const reading = {
    meterRegisterId: "S",
    readingDateTime: "20260301000000",
    registerReading: "100.0",
    readingMethod: "N",
  };

  test("takes a good message, with codes beyond the list and what a reader marks", () => {
    expect(schema.safeParse(message(reading)).success).toBe(true);
    expect(schema.safeParse(message({ ...reading, readingMethod: "?" })).success).toBe(true);
    expect(schema.safeParse({ ...message(reading), $order: "028 027" }).success).toBe(true);
  });

  test.each([
    { readingDateTime: "20260301" },
    { registerReading: "ten" },
    { meterReadingFlag: "Y" },
    { meterRegisterId: "ABC" },
    { meterRegisterId: "" },
    { meterRegisterId: undefined },
    { somethingElse: "1" },
  ])("refuses a reading with %j", (wrong) => {
    expect(schema.safeParse(message({ ...reading, ...wrong })).success).toBe(false);
  });

  test("says what codes stand for", () => {
    expect(JSON.stringify(jsonSchema(flow("D0010002"), labels))).toContain("Codes: F failed;");
  });

  test("asks for no format that is only inferred", () => {
    const text = JSON.stringify(jsonSchema(flow("D0155001"), labels));
    expect(text).toContain(
      '"meteringPointAddressLine1":{"title":"Metering Point Address Line 1","description":"J1036, CHAR(40), inferred from a like item.","type":"string","minLength":1}',
    );
  });
});

describe("types as text", () => {
  test("are complete alone, with what codes stand for", () => {
    const text = typeText(flow("D0010002"), { labels });
    expect(text).not.toContain("import");
    expect(text).toContain("export type D0010002 = {");
    expect(text).toContain('readonly bscValidationStatus: "F" | "U" | "V" | (string & {});');
    expect(text).toContain("   * - `V`: validated");
  });

  test("have no name twice", () => {
    for (const reference of ["D0209001", "D0030001", "D0269004"]) {
      const names = typeText(flow(reference)).match(/^export type \w+/gm) ?? [];
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("a page in Markdown", () => {
  const page = markdownPage(flow("D0217002"), labels);

  test("has facts, routes, groups, fields and codes", () => {
    expect(page).toContain("# D0217 Confirmation of the Registration of a Metering Point\n");
    expect(page).toContain("- Message: each 492 Registration Confirmation Details is a message\n");
    expect(page).toContain("| MPAS | Supplier |");
    expect(page).toContain("754 File Sequence Number [1]\n  492 Registration");
    expect(page).toContain(
      "| 6 | Registration Transaction Number | J0031 | `registrationTransactionNumber` | NUM(10) | always empty |",
    );
    expect(page).toMatch(/### J0723 Instruction Type\n\n- `/);
  });

  test("has as many cells in each row as in the heading", () => {
    for (const reference of ["D0217002", "D0269004", "D0055001"])
      for (const table of markdownPage(flow(reference), labels).matchAll(/(?:^\|.*\|\n)+/gm)) {
        const widths = table[0]
          .trim()
          .split("\n")
          .map((row) => row.split(/(?<!\\)\|/).length);
        expect(new Set(widths).size).toBe(1);
      }
  });
});
