import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCatalogue, shippedSettings } from "../../../src/definitions/open.ts";
import { matchHeader } from "../../../src/formats/headed-csv/header.ts";
import { type DefinitionFolder, definitionFolder } from "./definition-folder.ts";

let folder: DefinitionFolder;
beforeEach(() => {
  folder = definitionFolder();
});
afterEach(() => folder.remove());

const returns = `family: headed-csv
flow: RETURNS
version: "001"
name: Returned parcels
groupBy: [return_number]
subject: { column: order_number, kind: order }
dates: { date: dd/MM/yyyy }
columns:
  - { name: return_number, format: CHAR(20) }
  - { name: order_number, format: CHAR(30), aliases: [order] }
  - { name: returned_on, format: DATE }
  - { name: customer, personal: true, optional: true }
  - { name: sku, format: CHAR(40), line: true }
  - { name: damaged, format: BOOLEAN, layout: Y/N, line: true }
`;

const tariff = `family: user-file
flow: D0999
version: "001"
name: A flow between two companies
routes: [[Supplier, Distributor]]
groups:
  - code: "A01"
    name: Site
    min: 1
    fields:
      - item: J0003
      - { name: Site Name, format: CHAR(40), optional: true }
    groups:
      - { code: "A02", name: Asset, min: 0, fields: [{ name: Asset Number, format: INT(6) }] }
`;

describe("users' definitions", () => {
  test("of a table are found among the tables, before the shipped ones", async () => {
    folder.write("returns.yaml", returns);
    const catalogue = await folder.open();
    const [table] = catalogue.tables();
    expect(table).toMatchObject({
      flow: "RETURNS",
      delimiter: ",",
      charset: "utf-8",
      groupBy: ["returnNumber"],
      subject: { column: "orderNumber", kind: "order" },
    });
    const columns = table?.columns.map(({ key, layout, line }) => [key, layout, line]);
    expect(columns).toEqual([
      ["returnNumber", null, false],
      ["orderNumber", null, false],
      ["returnedOn", "dd/MM/yyyy", false],
      ["customer", null, false],
      ["sku", null, true],
      ["damaged", "Y/N", true],
    ]);
    expect(catalogue.list()).toContainEqual({
      flow: "RETURNS",
      version: "001",
      name: "Returned parcels",
      family: "headed-csv",
    });
  });

  test("of records are found like the catalogue's own, with its items", async () => {
    folder.write("tariff.yml", tariff);
    const catalogue = await folder.open();
    const found = catalogue.find("D0999", "002");
    expect(found?.exact).toBe(false);
    expect(found?.definition).toMatchObject({
      family: "user-file",
      rules: { delimiter: "|", count: "groups" },
      groups: [
        {
          code: "A01",
          message: true,
          subject: { field: 0, kind: "mpan" },
          fields: [
            { key: "mpanCore", item: "J0003" },
            { key: "siteName", required: false },
          ],
          groups: [{ code: "A02", key: "asset" }],
        },
      ],
    });
  });

  test("may be in a list, in JSON, and change the family's rules", async () => {
    const [one, two] = ["AAB", "AAC"].map((flow) => ({
      family: "uk-link",
      flow,
      version: "001",
      name: "Made up",
      rules: { sequence: { check: "strict", onGap: "wait" } },
      groups: [
        {
          code: "X01",
          name: "Point",
          level: 1,
          min: 1,
          fields: [{ name: "MPRN", subject: "mprn" }],
        },
        { code: "X02", name: "Address", level: 2, min: 0, max: 1, fields: [] },
        { code: "X03", name: "Line", level: 3, min: 0, fields: [] },
        { code: "X04", name: "Meter", level: 2, min: 0, fields: [] },
      ],
    }));
    folder.write("gas.json", JSON.stringify([one, two]));
    const catalogue = await folder.open();
    const definition = catalogue.find("AAC", null)?.definition;
    expect(definition?.rules).toMatchObject({
      delimiter: ",",
      quoting: "text",
      sequence: { check: "strict", onGap: "wait" },
    });
    const tree = definition?.groups.map(({ code, subject, groups }) => [
      code,
      subject?.kind,
      groups.map((child) => [child.code, child.groups.map((below) => below.code)]),
    ]);
    expect(tree).toEqual([
      [
        "X01",
        "mprn",
        [
          ["X02", ["X03"]],
          ["X04", []],
        ],
      ],
    ]);
  });

  test("of a JSON event take a path, several, or a value for what they read", async () => {
    folder.write(
      "event.yaml",
      `family: json-event
flow: STOCK
version: "1"
name: Stock changed
discriminator: { path: kind, values: [stock.changed] }
identity: id
created: { paths: [at, sentAt] }
from: { participant: { value: WAREHOUSE } }
subject: { paths: [sku], kind: mpan, otherwise: article }
known: { sku: sku, tags: { paths: [tags], list: true } }
fields: [{ path: sku }, { path: left, type: number, optional: true }]
`,
    );
    expect((await folder.open()).jsonEvents()[0]).toMatchObject({
      identity: { paths: ["id"] },
      created: { paths: ["at", "sentAt"] },
      from: { role: null, participant: { value: "WAREHOUSE" } },
      subject: { otherwise: "article" },
      known: [
        { name: "sku", paths: ["sku"], list: false },
        { name: "tags", paths: ["tags"], list: true },
      ],
      fields: [
        { path: "sku", type: "text", required: true },
        { path: "left", type: "number", required: false },
      ],
    });
  });
});

describe("another version of a shipped flow", () => {
  const own = (family: string, flow: string, version: string) => `family: ${family}
flow: ${flow}
version: "${version}"
name: Mine
groups: [{ code: K01, name: Point, min: 1, fields: [] }]
`;

  test.each([
    ["user-file", "D0010", "003", "003", ["003", true]],
    ["user-file", "D0010", "001", "001", ["001", true]],
    ["user-file", "D0010", "001", "002", ["002", true]],
    ["user-file", "D0010", "001", "009", ["002", false]],
    ["user-file", "D0010", "003", "009", ["003", false]],
    ["user-file", "D0010", "001", null, ["001", false]],
    ["uk-link", "TRS", "001", null, ["001", false]],
    ["settlement", "S0061", "002", "002", ["002", true]],
    ["settlement", "S0061", "002", "001", ["001", true]],
  ])(
    "%s %s %s gets files of version %j that are its own",
    async (family, flow, version, asked, found) => {
      folder.write("own.yaml", own(family, flow, version));
      const given = (await folder.open()).find(flow, asked);
      expect([given?.definition.version, given?.exact]).toEqual(found);
    },
  );

  test("cannot be one of another family", async () => {
    folder.write("own.yaml", own("rgma", "TRS", "001"));
    expect(await folder.complaint()).toMatch(
      /^own\.yaml:2:7: TRS is a uk-link flow already, defined in .*trs-1\.json, and a header does not say the family; give yours another name$/,
    );
    folder.write("own.yaml", own("pool", "D0010", "003"));
    expect(await folder.complaint()).toBe("");
  });
});

describe("definitions that cannot be used name the file, the place and what is wrong", () => {
  test("with every mistake of a file", async () => {
    folder.write(
      "wrong.yaml",
      returns.replace("RETURNS", "returns").replace('"001"', "1").replace("CHAR(20)", "CHAR"),
    );
    expect(await folder.complaint()).toBe(`wrong.yaml has 3 mistakes
  wrong.yaml:2:7: flow is no flow reference: up to 20 capital letters, digits and dashes, a letter first, such as ORDERS
  wrong.yaml:3:10: version must be text: put a number in quotes
  wrong.yaml:9:36: columns[0].format is no format such as CHAR(10), NUM(9,1), INT(4), DATE or BOOLEAN`);
  });

  test.each([
    [
      "family: headed-csv",
      "family: csv",
      /^wrong\.yaml:1:9: family must be one of user-file, .*json-event$/,
    ],
    [
      "columns:",
      "colums: []\ncolumns:",
      'wrong.yaml:8:1: the definition has "colums", which no definition of this family has',
    ],
    ["name: Returned parcels\n", "", "wrong.yaml:1:1: name is missing: it must be text"],
    [
      "groupBy: [return_number]",
      "groupBy: [number]",
      'wrong.yaml:5:11: groupBy[0]: "number" is not the name of a column',
    ],
    [
      "groupBy: [return_number]\n",
      "",
      "wrong.yaml:1:1: groupBy: is needed, since there are columns of lines",
    ],
    [
      "dd/MM/yyyy",
      "dd/mm/yyyy",
      "wrong.yaml:7:16: dates.date is no layout of yyyy, MM, dd such as dd/MM/yyyy",
    ],
    [
      "layout: Y/N",
      "layout: yes",
      "wrong.yaml:14:47: columns[5].layout must be two words such as Y/N, true first",
    ],
    [
      "name: sku,",
      "name: order,",
      'wrong.yaml:13:5: columns[4]: a column before it is named "order"',
    ],
    ["[order]", "[order", /^wrong\.yaml:\d+:\d+: cannot be read as YAML: /],
    [
      "name: customer",
      "item: J9999, name: customer",
      "wrong.yaml:12:13: columns[3].item: the catalogue has no data item J9999; the page of a flow such as D0010 shows how items are named, or give a name and a format in its place",
    ],
  ])("%j made %j", async (from, to, said) => {
    expect(returns).toContain(from);
    folder.write("wrong.yaml", returns.replace(from, to));
    const complaint = await folder.complaint();
    if (typeof said === "string") expect(complaint).toBe(said);
    else expect(complaint).toMatch(said);
  });

  test("in a list by its place in it", async () => {
    folder.write("list.json", `[\n${JSON.stringify({ family: "headed-csv" })}\n]`);
    expect(await folder.complaint()).toMatch(
      /^list\.json has 4 mistakes\n {2}list\.json:2:1: \[0\]\.flow is missing: /,
    );
  });

  test("when levels leave one out", async () => {
    folder.write(
      "levels.yaml",
      `family: uk-link
flow: AAB
version: "001"
name: Made up
groups:
  - { code: X01, name: One, level: 1, min: 1, fields: [] }
  - { code: X02, name: Two, level: 3, min: 1, fields: [] }
`,
    );
    expect(await folder.complaint()).toBe(
      "levels.yaml:7:36: groups[1].level: is 3, but no group of level 2 is before it",
    );
  });

  test("when a flow version is defined twice, naming both files", async () => {
    folder.write("a.yaml", returns);
    folder.write("b.yaml", returns);
    expect(await folder.complaint()).toMatch(
      /^a\.yaml:2:7: RETURNS version 001 is defined in b\.yaml:2:7 as well; /,
    );
  });

  test.each([
    ["the same columns", (text: string) => text],
    ["the same names, written otherwise", (text: string) => text.replace("sku", '"S K U"')],
  ])("when two tables have %s, whatever their files are called", async (_, change) => {
    folder.write("a.yaml", change(returns.replace("RETURNS", "RET2")));
    folder.write("b.yaml", returns);
    expect(await folder.complaint()).toMatch(
      /^b\.yaml:2:7: RETURNS version 001 has the same columns as RET2 version 001, defined in a\.yaml:2:7, .*recognisedBy/,
    );
  });

  test.each([
    ["D0010", "002", "dtc/index.json"],
    ["ORDERS", "001", "tables/orders-001.json"],
  ])("when %s %s is one of Busbar's own", async (flow, version, file) => {
    folder.write("mine.yaml", returns.replace("RETURNS", flow).replace('"001"', `"${version}"`));
    const complaint = await folder.complaint();
    expect(complaint).toMatch(
      new RegExp(`^mine\\.yaml:2:7: ${flow} version ${version} is defined in `),
    );
    expect(complaint).toContain(file);
  });

  test("when there is nothing", async () => {
    expect(await folder.complaint()).toMatch(
      /: there is no \.json, \.yaml or \.yml file in this folder$/,
    );
    await expect(
      openCatalogue({ ...shippedSettings, catalogues: [join(folder.path, "none")] }),
    ).rejects.toThrow(/none: there is no such file or folder; look at catalogues in busbar\.yaml$/);
  });
});

test("folders inside a folder and other files are left alone", async () => {
  mkdirSync(join(folder.path, "old.yaml"));
  folder.write("README.md", "not a definition");
  folder.write("returns.yaml", returns);
  expect((await folder.open()).tables()[0]?.flow).toBe("RETURNS");
});

test.each([
  ["a.yaml", "b.yaml"],
  ["b.yaml", "a.yaml"],
])(
  "of two tables, one with a column more, a file is the one's whose columns it has (%s, %s)",
  async (narrow, wide) => {
    folder.write(narrow, returns);
    folder.write(
      wide,
      `${returns.replace("RETURNS", "RET2")}  - { name: colour, format: CHAR(9), line: true }\n`,
    );
    const catalogue = await folder.open();
    const flowOf = (names: string) =>
      matchHeader(Buffer.from(names), catalogue.tables())?.table.flow ?? null;
    const columns = catalogue.tables()[0]?.columns.map(({ name }) => name) ?? [];
    expect(flowOf(columns.join(","))).toBe("RETURNS");
    expect(flowOf([...columns, "colour"].join(","))).toBe("RET2");
  },
);
