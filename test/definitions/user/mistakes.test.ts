import { globSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDtc } from "../../../src/definitions/dtc-catalogue.ts";
import { checkWritten } from "../../../src/definitions/user/check-definition.ts";
import { definition } from "../../../src/definitions/user/definition-schema.ts";
import { jsonFault } from "../../../src/definitions/user/json-fault.ts";
import { fc } from "../../property.ts";
import { type DefinitionFolder, definitionFolder } from "./definition-folder.ts";

let folder: DefinitionFolder;
beforeEach(() => {
  folder = definitionFolder();
});
afterEach(() => folder.remove());

/** What is said of a file's content. */
function complaint(name: string, content: string | Buffer): Promise<string> {
  folder.write(name, content);
  return folder.complaint();
}

/** A definition of one record, each thing on a line of its own; the record's code is on line 7. */
function records(family: string, flow: string, more: { version?: string; rules?: string } = {}) {
  const { version = "001", rules = "{}" } = more;
  return `family: ${family}
flow: ${flow}
version: "${version}"
name: Made up
rules: ${rules}
groups:
  - code: K01
    name: Point
    min: 1
    fields:
      - { name: Text }
`;
}

describe("a file that is no YAML or JSON is reported without a stack", () => {
  const lists = [..."bcdefghij"].map((name, above) => {
    const alias = "abcdefghi".charAt(above);
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${alias}`).join(", ")}]`;
  });

  test.each([
    [
      "alias.yaml",
      "a: 1\nb: *y",
      "alias.yaml:2:4: cannot be read as YAML: *y stands for what &y marks before it, and there is none; a text that begins with * must be in quotes",
    ],
    [
      "bomb.yaml",
      ["a: &a [x, x, x, x, x, x, x, x, x]", ...lists].join("\n"),
      "bomb.yaml:1:1: cannot be read as YAML: its aliases (*) stand for far too much; write out what they stand for",
    ],
    [
      "self.yaml",
      "a: &a\n  - *a",
      "self.yaml:2:5: cannot be read as YAML: *a stands for something that it is a part of",
    ],
    [
      "documents.yaml",
      "family: uk-link\n---\nfamily: rgma\n",
      "documents.yaml:2:1: cannot be read as YAML: a second document begins here, and a file has one; leave out the line ---",
    ],
    [
      "deep.yaml",
      "[".repeat(20_000),
      /^deep\.yaml:1:\d+: cannot be read as YAML: it is nested too deep$/,
    ],
    [
      "deep.json",
      "[".repeat(20_000),
      "deep.json:1:202: cannot be read as JSON: lists and objects are nested too deep",
    ],
    [
      "comma.json",
      '{\n  "family": "rgma",\n}\n',
      "comma.json:2:19: cannot be read as JSON: there is a comma before the closing }; leave it out",
    ],
    [
      "twice.json",
      '{\n"family": "rgma",\n"family": "rgma"\n}',
      "twice.json:3:1: this name is here twice; leave out one of them",
    ],
    [
      "latin.yaml",
      Buffer.from("family: rgma\nname: caf\xe9\n", "latin1"),
      "latin.yaml:2:10: is not UTF-8 from here on; save the file in that encoding",
    ],
    ["none.json", "[]", "none.json: there is no definition in it; write one, or take it away"],
    ["none.yaml", "", "none.yaml: there is no definition in it; write one, or take it away"],
    [
      "text.yaml",
      "just text",
      "text.yaml:1:1: the definition must be names with values, such as family: uk-link",
    ],
  ])("%s", async (name, content, said) => {
    const found = await complaint(name, content);
    if (typeof said === "string") expect(found).toBe(said);
    else expect(found).toMatch(said);
  });

  test("JSON may begin with a byte order mark, and be indented by tabs", async () => {
    const one = JSON.stringify(
      { family: "headed-csv", flow: "A", version: "1", name: "A", columns: [{ name: "a" }] },
      null,
      "\t",
    );
    expect(await complaint("marked.json", `\ufeff${one}`)).toBe("");
  });

  test("JSON breaks where JSON.parse says it does", () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      "1",
      "-0.5e3",
      "01",
      "null",
      " ",
      "/",
    );
    const made = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.json(),
      fc.tuple(fc.json(), fc.nat(30)).map(([text, at]) => text.slice(0, at) + text.slice(at + 1)),
    );
    fc.assert(fc.property(made, (text) => (jsonFault(text) === null) === isJson(text)));
  });
});

describe("what no file of a family can be is refused", () => {
  test.each([
    ["user-file", "D99", "001"],
    ["user-file", "A1", "001"],
    ["user-file", "D99012", "001"],
    ["user-file", "DX901", "001"],
    ["pool", "POOL1", "001"],
    ["settlement", "S014", "001"],
    ["settlement", "S01421", "001"],
    ["uk-link", "XMPL", "001"],
    ["rgma", "ONJOBS", "001"],
  ])("%s flow %s", async (family, flow, version) => {
    const found = await complaint("own.yaml", records(family, flow, { version }));
    expect(found).toMatch(
      new RegExp(`^own\\.yaml:2:7: flow: "${flow}" names no ${family} flow: it must be `),
    );
  });

  test.each(["1", "A01", "1.0", "0001"])("user-file version %s", async (version) => {
    const found = await complaint("own.yaml", records("user-file", "D9901", { version }));
    expect(found).toBe(
      `own.yaml:3:10: version: "${version}" is no version of a user-file flow: it must be three digits, such as "001": a header names it so`,
    );
  });

  test.each([
    ["user-file", "D9901", ["ZHV", "ZPT", "ZHD"]],
    ["pool", "D9901", ["ZHD", "ZPT", "ZHV"]],
    ["settlement", "X9901", ["AAA", "ZZZ"]],
    ["uk-link", "XMP", ["A00", "Z99"]],
    ["rgma", "XJOBS", ["HEADR"]],
  ] as const)("records of %s with the code of header or trailer", async (family, flow, taken) => {
    expect(await complaint("own.yaml", records(family, flow))).toBe("");
    for (const code of taken)
      expect(await complaint("own.yaml", records(family, flow).replace("K01", code))).toBe(
        `own.yaml:7:11: groups[0].code: ${code} is a header or a trailer: no other record has that code`,
      );
  });

  test.each([
    ["user-file", "D9901", 'delimiter: ";"', "|; leave it out"],
    ["pool", "D9901", "quoting: text", "none; leave it out"],
    ["settlement", "X9901", "quoting: needed", "none; leave it out"],
    ["user-file", "D9901", "envelope: ZHD-ZPT", "ZHV-ZPT; leave it out"],
    ["user-file", "D9901", "checksum: xor", "opaque or none"],
    ["uk-link", "XMP", "checksum: xor", "none; leave it out"],
    ["rgma", "XJOBS", "count: groups", "none; leave it out"],
    ["uk-link", "XMP", 'delimiter: " "', ", or ; or | or tab"],
    ["uk-link", "XMP", "delimiter: a", ", or ; or | or tab"],
    ["rgma", "XJOBS", 'delimiter: "1"', ", or ; or | or tab"],
    ["rgma", "XJOBS", "delimiter: '\"'", ", or ; or | or tab"],
  ])("%s %s { %s }", async (family, flow, rule, allowed) => {
    const found = await complaint("own.yaml", records(family, flow, { rules: `{ ${rule} }` }));
    const name = rule.split(":")[0];
    expect(found).toMatch(
      new RegExp(`^own\\.yaml:5:\\d+: rules\\.${name}: cannot be .* for ${family} files`),
    );
    expect(found).toContain(`: it must be ${allowed}`);
  });
});

describe("what would count for nothing is refused", () => {
  const base = records("uk-link", "XMP");
  const parcel = `family: json-event
flow: PARCEL
version: "1"
name: Made up
discriminator: { path: kind, values: [parcel] }
`;

  test.each([
    [
      "more decimals than digits",
      base.replace("{ name: Text }", '{ name: Text, format: "NUM(3,5)" }'),
      "own.yaml:11:31: groups[0].fields[0].format has more decimals than digits: the first number counts them all, as in NUM(9,1)",
    ],
    [
      "a format beside an item",
      base.replace("{ name: Text }", "{ item: J0010, format: DATE }"),
      "own.yaml:11:32: groups[0].fields[0].format: is beside an item, and J0010 brings its own; leave out one of them",
    ],
    [
      "a sign of a text",
      base.replace("{ name: Text }", "{ name: Text, signed: true }"),
      "own.yaml:11:31: groups[0].fields[0].signed: is only for a format NUM or INT",
    ],
    [
      "an item that there is none of",
      base.replace("{ name: Text }", "{ item: J9999 }"),
      /^own\.yaml:11:17: groups\[0\]\.fields\[0\]\.item: the catalogue has no data item J9999; the page of a flow such as D0010 .*give a name and a format/,
    ],
    [
      "two subjects of a record",
      base.replace(
        "- { name: Text }",
        "- { name: Text, subject: mprn }\n      - { name: Other, subject: mpan }",
      ),
      "own.yaml:12:33: groups[0].fields[1].subject: a field before it says what K01 is about; mark one of them",
    ],
    [
      "a subject below a message",
      `${base.replace("{ name: Text }", "{ name: Text, subject: mprn }")}    groups:
      - { code: K02, name: Below, min: 0, fields: [{ name: Key, subject: mpan }] }
`,
      "own.yaml:13:74: groups[0].groups[0].fields[0].subject: the record K01 above it is the message already; mark one of them",
    ],
    [
      "a level below another group",
      `${base}    groups:
      - { code: K02, name: Below, level: 2, min: 0, fields: [] }
`,
      "own.yaml:13:42: groups[0].groups[0].level: is below another group: levels are for a flat list",
    ],
    [
      "a path twice",
      `family: json-event
flow: XEVENT
version: "1"
name: Made up
discriminator: { path: kind, values: [x] }
fields: [{ path: left }, { path: left, type: number }]
`,
      "own.yaml:6:34: fields[1].path: a field before it has the path left, of type text; leave out one of them",
    ],
    [
      "a member that tells events apart and is none",
      `${parcel}fields: [{ path: step }, { path: note, when: { path: stepp, values: [sent] } }]
`,
      "own.yaml:6:54: fields[1].when.path: no field has the path stepp; add one, or correct the path",
    ],
    [
      "a member that tells by itself whether it is there",
      `${parcel}fields: [{ path: step, when: { path: step, values: [sent] } }]
`,
      "own.yaml:6:38: fields[0].when.path: is the field's own path; name the member that tells the events apart",
    ],
    [
      "events that there are not",
      `${parcel}fields: [{ path: note, when: { path: kind, values: [parcel, letter] } }]
`,
      'own.yaml:6:61: fields[0].when.values[1]: kind is never "letter": it can only be parcel',
    ],
    [
      "values of an exhaustive member that it cannot have",
      `${parcel}fields: [{ path: step, codes: [sent], exhaustive: true }, { path: note, when: { path: step, values: [lost] } }]
`,
      'own.yaml:6:102: fields[1].when.values[0]: step is never "lost": it can only be sent',
    ],
  ])("%s", async (_name, text, said) => {
    const found = await complaint("own.yaml", text);
    if (typeof said === "string") expect(found).toBe(said);
    else expect(found).toMatch(said);
  });

  const event = (flow: string, version: string) => `family: json-event
flow: ${flow}
version: "${version}"
name: Made up
discriminator: { path: eventType, values: [x, RegistrationPendingNotification] }
`;

  test("a discriminator that another flow has", async () => {
    expect(await complaint("own.yaml", event("XEVENT", "1"))).toMatch(
      /^own\.yaml:2:7: events whose eventType is "RegistrationPendingNotification" are those of CSS02300 already, defined in .*css02300\.json; give XEVENT another discriminator, or make it another version of CSS02300$/,
    );
  });

  test("not so another version of the flow that has it", async () => {
    expect(await complaint("own.yaml", event("CSS02300", "mine"))).toBe("");
  });
});

describe("every mistake is reported at its own place", () => {
  test("in the order of the file, whatever found them", async () => {
    const text = `family: headed-csv
flow: RETURNS
version: "001"
name: Returned parcels
groupBy: [number]
subject: { column: order, kind: order }
columns:
  - { name: sku }
  - { name: sku }
`;
    expect(await complaint("own.yaml", text)).toBe(`own.yaml has 3 mistakes
  own.yaml:5:11: groupBy[0]: "number" is not the name of a column
  own.yaml:6:20: subject.column: "order" is not the name of a column
  own.yaml:9:5: columns[1]: a column before it is named "sku"`);
  });

  test("of all definitions of a file, though some have not even the right form", async () => {
    const list = [
      {
        family: "uk-link",
        flow: "XMPL",
        version: "1",
        name: "A",
        groups: [{ code: "K01", name: "A", min: 3, max: 2, fields: [] }],
      },
      { family: "uk-link", flow: "XMP" },
    ];
    const found = await complaint("own.json", JSON.stringify(list, null, 1));
    const places = found.match(/\[\d\][^ :]*/g);
    expect(places).toEqual([
      "[0].flow",
      "[0].groups[0].max",
      "[1].version",
      "[1].name",
      "[1].groups",
    ]);
  });

  test("min, max and counts where they are, an unknown name where it is", async () => {
    const text = records("uk-link", "XMP").replace(
      "    min: 1\n",
      "    min: 2\n    max: 4\n    counts: [2, 5]\n",
    );
    expect(await complaint("own.yaml", text)).toBe(
      "own.yaml:11:17: groups[0].counts[1]: is 5, which is not from min, 2, to max, 4",
    );
    expect(await complaint("own.yaml", text.replace("rules:", "rule:"))).toBe(
      'own.yaml:5:1: the definition has "rule", which no definition of this family has',
    );
  });
});

test("no words of the schema's library reach people", async () => {
  const wrong = {
    tree: {
      family: "uk-link",
      flow: 1,
      version: 2,
      name: 3,
      withdrawn: 4,
      routes: [["A"]],
      rules: { sequence: { check: "x" }, quoting: 5, count: "y" },
    },
    groups: {
      family: "rgma",
      flow: "X",
      version: "1",
      name: "X",
      groups: [{ min: 0.5, max: -1, counts: [1], fields: "x", level: 0 }, 7],
    },
    table: {
      family: "headed-csv",
      flow: "A",
      version: "1",
      name: "A",
      charset: "utf8",
      from: 1,
      dates: [],
      groupBy: [],
      columns: [],
    },
    event: {
      family: "json-event",
      flow: "A",
      version: "1",
      name: "A",
      discriminator: { path: 1 },
      identity: 1,
      fields: [{ type: "x" }],
      known: { 9: 1 },
      subject: {},
    },
  };
  for (const [name, one] of Object.entries(wrong)) {
    const found = await complaint(`own.json`, JSON.stringify(one));
    expect(found.split("\n").length, name).toBeGreaterThan(3);
    expect(found).not.toMatch(/Invalid|expected|received|Too (?:small|big)|undefined|is not right/);
    for (const line of found.split("\n").slice(1))
      expect(line).toMatch(
        /^ {2}own\.json:\d+:\d+: [\w.[\]]+(?: \w+)? (?:must|is|has|can|needs) .*$/,
      );
  }
});

test("every shipped definition is without a mistake", () => {
  const { items } = openDtc();
  const files = globSync("src/catalogue/{tables,json-events,trees}/*.json");
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const written = definition.parse(JSON.parse(readFileSync(file, "utf8")));
    expect(checkWritten(written, items), file).toEqual([]);
  }
});
