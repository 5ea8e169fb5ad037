import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Catalogue, FlowDefinition } from "../../../src/catalogue/definition.ts";
import { jsonSchema } from "../../../src/catalogue/describe/json-schema.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import {
  type DefinitionFolder,
  definitionFolder,
} from "../../definitions/user/definition-folder.ts";
import { allProblems, codes, data } from "../flow-text.ts";
import { isValid, textOf, writable } from "../written.ts";

let folder: DefinitionFolder;
beforeEach(() => {
  folder = definitionFolder();
});
afterEach(() => folder.remove());

const flows = { "user-file": "D9901", pool: "D9901", settlement: "X9901", "uk-link": "XMP" };

/** A catalogue with a made-up flow of a family, its rules and the formats of its two fields as told. */
async function catalogueWith(
  family: string,
  rules: string,
  [first, second] = ["INT(10)", "CHAR(20)"],
): Promise<Catalogue> {
  const flow = new Map(Object.entries(flows)).get(family) ?? "XJOBS";
  folder.write(
    "own.yaml",
    `family: ${family}
flow: ${flow}
version: "001"
name: Made up
rules: ${rules}
groups:
  - code: K01
    name: Point
    min: 1
    message: true
    fields:
      - { name: Number, format: ${first} }
      - { name: Text, format: ${second}, optional: true }
`,
  );
  return folder.open();
}

function ownFlow(catalogue: Catalogue, family: string): FlowDefinition {
  const flow = new Map(Object.entries(flows)).get(family) ?? "XJOBS";
  const found = catalogue.find(flow, "001");
  if (found === null) throw new Error(`There is no ${flow}`);
  return found.definition;
}

describe("a writer counts as the definition says, and a reader takes it", () => {
  test.each([
    ["user-file", "groups", 3],
    ["user-file", "records", 5],
    ["pool", "groups", 3],
    ["pool", "records", 5],
    ["settlement", "groups", 3],
    ["settlement", "records", 5],
    ["uk-link", "groups", 3],
    ["uk-link", "records", 5],
    ["uk-link", "undecided", 3],
    ["pool", "undecided", 5],
    ["settlement", "none", 5],
  ])("%s, count: %s", async (family, count, counted) => {
    const catalogue = await catalogueWith(family, `{ count: ${count} }`);
    const made = generateFile(ownFlow(catalogue, family), { count: 3 });
    const text = textOf(writeDocument({ ...made, layout: null }, catalogue));
    if (typeof text !== "string") throw new Error(`It is not written: ${text.join(", ")}`);
    const trailer = text.split("\n").at(-2) ?? "";
    expect(trailer.split(/[|,]/)).toContain(String(counted));
    const read = readDocument(Buffer.from(text), catalogue);
    expect([isValid(read), read.messages]).toEqual([true, 3]);
  });

  test("uk-link without a count has none", async () => {
    const catalogue = await catalogueWith("uk-link", "{ count: none }");
    const made = generateFile(ownFlow(catalogue, "uk-link"));
    const text = textOf(writeDocument(made, catalogue));
    expect(text).toMatch(/"Z99",\n$/);
    expect(codes(readDocument(Buffer.from(String(text)), catalogue))).toEqual([]);
  });
});

describe("a UK Link trailer that was cut before its count", () => {
  const cut = `"A00",1234567890,"XMP",20260610,093000,000001\n"K01",1,"one"\n"Z99",\n`;

  test.each(["groups", "records"])("refuses the file where it counts %s", async (count) => {
    const catalogue = await catalogueWith("uk-link", `{ count: ${count} }`);
    const document = readDocument(Buffer.from(cut), catalogue);
    expect(isValid(document)).toBe(false);
    expect(allProblems(document)).toMatchObject([
      {
        code: "GROUP_COUNT",
        field: "recordCount",
        message: /the trailer has none, so it may be cut/,
      },
    ]);
  });

  test("is noted where nobody knows what it counts", async () => {
    const catalogue = await catalogueWith("uk-link", "{ count: undecided }");
    const document = readDocument(Buffer.from(cut), catalogue);
    expect(isValid(document)).toBe(true);
    expect(codes(document)).toEqual(["COUNT_UNDECIDED"]);
  });
});

describe("quoting: none", () => {
  const files = {
    "uk-link": 'A00,1234567890,XMP,20260610,093000,000001\nK01,1,5" pipe\nK01,2,\nZ99,2\n',
    rgma: 'HEADR,XJOBS,ABC,SHIP,DEF,MAM,20260610,093000,00000001\nK01,1,"five"\nK01,2,\n',
  };
  const texts = { "uk-link": '5" pipe', rgma: '"five"' };

  test.each(["uk-link", "rgma"] as const)("%s: a quote is text, both ways", async (family) => {
    const catalogue = await catalogueWith(family, "{ quoting: none }");
    const bytes = Buffer.from(files[family]);
    const document = readDocument(bytes, catalogue, { whole: true });
    expect(isValid(document)).toBe(true);
    expect(data(document)).toEqual([{ number: "1", text: texts[family] }, { number: "2" }]);
    const given = writable(document);
    if (given === null) throw new Error("The file has no envelope");
    expect(textOf(writeDocument(given, catalogue))).toBe(files[family]);
    expect(textOf(writeDocument({ ...given, layout: null }, catalogue))).toBe(files[family]);
  });

  test("is read alike in pieces of any size", async () => {
    const catalogue = await catalogueWith("uk-link", "{ quoting: none }");
    const { ukLink } = await import("../../../src/formats/uk-link/family.ts");
    const bytes = Buffer.from(`\n${files["uk-link"]}`);
    for (const size of [1, 2, 7, 45, bytes.length]) {
      const read: unknown[] = [];
      const reader = ukLink.open({
        catalogue,
        onMessage: (message) => void read.push(JSON.parse(message.json())),
      });
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
      expect(reader.end().messages).toBe(2);
      expect(read).toEqual([{ number: "1", text: '5" pipe' }, { number: "2" }]);
    }
  });

  test("a value with the delimiter in it cannot be written", async () => {
    const catalogue = await catalogueWith("uk-link", "{ quoting: none }");
    const { envelope } = generateFile(ownFlow(catalogue, "uk-link"));
    const messages = [{ group: "K01", data: { number: "1", text: "a,b" } }];
    const written = writeDocument({ envelope, layout: null, messages }, catalogue);
    expect(textOf(written)).toContain("UNWRITABLE_CHARACTER");
  });

  test("another delimiter is read, and written where the definition names it", async () => {
    const catalogue = await catalogueWith("uk-link", '{ quoting: needed, delimiter: ";" }');
    const made = generateFile(ownFlow(catalogue, "uk-link"));
    const text = textOf(writeDocument(made, catalogue));
    const read = readDocument(Buffer.from(String(text)), catalogue, { whole: true });
    expect(read.layout).toEqual({});
    expect(text).toMatch(/^A00;\d+;XMP;/);
    expect(isValid(readDocument(Buffer.from(String(text)), catalogue))).toBe(true);
  });
});

test("a valid file with a pipe in a text fits the schema of its flow", async () => {
  const catalogue = await catalogueWith("uk-link", "{ count: groups }");
  const text = `"A00",1234567890,"XMP",20260610,093000,000001\n"K01",1,"a|b"\n"Z99",1\n`;
  const document = readDocument(Buffer.from(text), catalogue);
  expect(isValid(document)).toBe(true);
  const schema = z.fromJSONSchema(jsonSchema(ownFlow(catalogue, "uk-link"), () => ({})));
  for (const message of data(document)) expect(schema.safeParse(message).success).toBe(true);
});

test.each([
  ["user-file", "parent", ["GROUP_ORDER"]],
  ["user-file", "level", []],
  ["uk-link", "parent", ["GROUP_ORDER"]],
  ["uk-link", "level", []],
])("%s, tree: %s: records beside each other in another order", async (family, tree, expected) => {
  const flow = family === "uk-link" ? "XMP" : "D9901";
  const record = (code: string) => `{ code: ${code}, name: ${code}, min: 1, fields: [] }`;
  folder.write(
    "own.yaml",
    `family: ${family}
flow: ${flow}
version: "001"
name: Made up
rules: { tree: ${tree}, count: groups }
groups: [${record("K01")}, ${record("K02")}]
`,
  );
  const lines =
    {
      "uk-link": ["A00,1234567890,XMP,20260610,093000,000001", "K02", "K01", "Z99,2"],
      "user-file": [
        "ZHV|0000000001|D9901001|D|BDCO|X|BSUP|20260504093000||||OPER|",
        "K02|",
        "K01|",
        "ZPT|0000000001|2||1|20260504093105|",
      ],
    }[family] ?? [];
  const document = readDocument(Buffer.from(`${lines.join("\n")}\n`), await folder.open());
  expect(codes(document)).toEqual(expected);
});
