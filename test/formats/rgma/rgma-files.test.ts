import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Document } from "../../../src/core/file/document.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { codes } from "../flow-text.ts";
import { catalogueFor, treeFlows } from "../tree/generated-files.ts";
import { textOf, writable } from "../written.ts";

const catalogue = loadCatalogue();
const flows = treeFlows().filter(({ family }) => family === "rgma");

const header = '"HEADR","ONJOB","EXM","MAM","EXS","SUP",20260401,"093000","00000041"';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/rgma/${name}`, import.meta.url), "latin1");
}

function read(text: string, by: Catalogue = catalogue): Document {
  return readDocument(Buffer.from(text, "latin1"), by, { whole: true });
}

function rewrite(document: Document, by: Catalogue): string | readonly string[] {
  const found = writable(document);
  if (found === null) throw new Error("The file has no envelope");
  return textOf(writeDocument(found, by));
}

describe("every flow about gas meters", () => {
  test("is there: 36, named in plain words, each with its routes", () => {
    expect(flows).toHaveLength(36);
    for (const { name, routes } of flows) {
      expect(name).toMatch(/^[A-Z][a-z]+ .* \([A-Z, ]+\)$/);
      expect(routes.length).toBeGreaterThan(0);
    }
  });

  test.each(flows.map((flow) => [flow.flow, flow] as const))(
    "%s reads its own file, and writes it to the same bytes",
    (_, flow) => {
      for (const seed of ["one", "two", "three", "four"])
        for (const by of [catalogueFor(flow), catalogue]) {
          const text = textOf(writeDocument(generateFile(flow, { seed, count: 3 }), by));
          const document = read(String(text), by);
          expect(codes(document)).toEqual([]);
          expect(document.invalid).toBe(0);
          expect(rewrite(document, by)).toBe(text);
        }
    },
  );

  test("is about meter points: each message but a refusal of a whole file names one", () => {
    for (const flow of flows) {
      const text = textOf(writeDocument(generateFile(flow, { count: 4 }), catalogue));
      for (const { group, subject } of read(String(text)).items)
        if (group === "REJFL") expect(subject).toBeNull();
        else expect(subject?.kind).toBe("mprn");
    }
  });
});

describe("the flow of a file is recognised", () => {
  const job = fixture("ONJOB-two-jobs.txt");

  test.each([
    ["INSTL", "ONJOB", "MAM", "SUP", "G0201"],
    ["INSTL", "ONJOB", "SUP", "SHIP", "G0201"],
    ["INSTL", "JOB", "SHIP", "CDSP", "G0202"],
    ["INSTL", "JOB", "SHIP", "GT", "G0202"],
    ["REMVE", "ONJOB", "MAM", "SUP", "G0203"],
    ["EXCHG", "ONJOB", "MAM", "SUP", "G0205"],
    ["INSTL", "ONJOB", "MAM", "GT", "G0209"],
    ["EXCHG", "ONJOB", "MAM", "CDSP", "G0211"],
    ["OTHER", "ONJOB", "MAM", "SUP", "G0200"],
    ["INSTL", "ONJOB", "WHO", "KNOWS", "G0200"],
    ["INSTL", "ORJOB", "SUP", "MAM", "G0100"],
    ["INSTL", "UPD", "SHIP", "GT", "G0600"],
    ["INSTL", "RRJOB", "GT", "SHIP", "G0700"],
  ])("%s in a file %s from %s to %s is %s", (type, fileType, from, to, flow) => {
    const text = job
      .replace('"ONJOB","EXM","MAM","EXS","SUP"', `"${fileType}","EXM","${from}","EXS","${to}"`)
      .replaceAll(/"INSTL"|"REMVE"/g, `"${type}"`);
    expect(read(text).envelope).toMatchObject({ flow, from: { role: from }, to: { role: to } });
  });

  test("by all of its transactions: of several kinds, it is the flow that has room for all", () => {
    expect(read(job).envelope?.flow).toBe("G0200");
  });

  test("the same, however the file comes in pieces, and kept as it was", () => {
    const removals = job.replaceAll('"INSTL"', '"REMVE"').replace("ONJOB", "JOB");
    const text = removals.replace('"EXM","MAM","EXS","SUP"', '"EXM","SHIP","EXS","GT"');
    const document = read(text);
    expect(document.envelope?.flow).toBe("G0204");
    expect(rewrite(document, catalogue)).toBe(text);
  });

  test("of a file type that no flow has, as nothing that is described", () => {
    expect(codes(read(job.replace("ONJOB", "RTO")))).toEqual(["UNDESCRIBED_FLOW"]);
  });

  test("to a writer, too, by the name that headers have", () => {
    const [message] = generateFile(flowOf("G0201"), {}).messages;
    const envelope = { ...generateFile(flowOf("G0201"), {}).envelope, flow: "JOB" };
    const document = { envelope, layout: null, messages: message === undefined ? [] : [message] };
    expect(textOf(writeDocument(document, catalogue))).toMatch(/^"HEADR","JOB",/);
  });
});

function flowOf(flow: string) {
  const found = flows.find((one) => one.flow === flow);
  if (found === undefined) throw new Error(`There is no ${flow}`);
  return found;
}

describe("how lines are written", () => {
  test("texts and times are in quotes, empty texts, too; numbers and dates are not", () => {
    const file = generateFile(flowOf("G0201"), { seed: "1" });
    const [first, ...others] = String(textOf(writeDocument(file, catalogue))).split("\n");
    expect(first).toMatch(/^"HEADR","ONJOB","EX..","MAM","EX..","SUP",\d{8},"\d{6}","\d{8}"$/);
    expect(others.find((line) => line.startsWith('"MTPNT"'))).toMatch(/^"MTPNT","[^"]*",\d+,"/);
    expect(others.at(-2)).toMatch(/^"TRAIL",\d+,1$/);
  });

  test("the counts leave out header and trailer; of an answer they are of RESPN and REJFL alone", () => {
    const lines = fixture("ONJOB-two-jobs.txt").trimEnd().split("\n");
    expect(lines.at(-1)).toBe(`"TRAIL",${lines.length - 2},2`);
    const answer = fixture("RNJOB-answers.txt");
    expect(codes(read(answer))).toEqual([]);
    for (const wrong of ["3,2", "2,3", "7,1", "7,2"])
      expect(codes(read(answer.replace("2,2\n", `${wrong}\n`)))).toContain("GROUP_COUNT");
  });

  test("an answer may repeat records of the file it answers, and keeps them", () => {
    const text = fixture("RNJOB-answers.txt");
    const [, outcome] = read(text).items;
    expect(JSON.parse(outcome?.json() ?? "")).toMatchObject({
      reason: [{ $records: [{ code: "ASSET", field9: "EX24000001" }] }, {}],
    });
  });
});

describe("the same record at several places", () => {
  const start = [
    '"HEADR","ONUPD","EXM","MAM","EXS","SUP",20260401,"093000","00000041"',
    '"TRANS","EXMUPD000000001","","","UPDTE","","","","","","D",,"","",,',
    '"MTPNT","",9100000001,"","","","","",,,',
    '"ASSET","","UPDTE","METER","","","","",2024,"EX24000001","","",""',
    '"NAME","CUST","Mx","A","Example","",""',
  ];
  const file = (...more: string[]) =>
    [...start, ...more, `"TRAIL",${start.length + more.length - 1},1`, ""].join("\n");

  test("is the deepest that it can be", () => {
    const document = read(file('"CONTM","TEL","01632 960001"'));
    expect(codes(document)).toEqual([]);
    expect(JSON.parse(document.items[0]?.json() ?? "")).toMatchObject({
      asset: [{ name: [{ surname: "Example", contactMechanism: [{}] }] }],
    });
  });

  test("moves to the one that what follows belongs to", () => {
    const text = file('"CONTM","TEL","01632 960001"', '"CARED","01"');
    const document = read(text);
    expect(codes(document)).toEqual([]);
    const data = JSON.parse(document.items[0]?.json() ?? "");
    expect(data.asset).toEqual([expect.not.objectContaining({ name: expect.anything() })]);
    expect(data.name).toEqual([
      expect.objectContaining({
        surname: "Example",
        contactMechanism: [expect.anything()],
        careDetails: [{ careCategoryCode: "01" }],
      }),
    ]);
    expect(rewrite(document, catalogue)).toBe(text);
  });
});

describe("a record with another code than people remember", () => {
  const text = fixture("ONJOB-other-codes.txt");

  test("is said plainly and kept, with what belongs below it", () => {
    const document = read(text);
    expect(codes(document)).toEqual(["UNPROVED_CODE", "UNPROVED_CODE"]);
    expect(document.problems[0]?.message).toContain('has no record "PREMI"');
    expect(document.problems[0]?.message).toContain("MTPNT (Meter Point)");
    expect(document.invalid).toBe(0);
    expect(JSON.parse(document.items[0]?.json() ?? "")).toMatchObject({
      $records: [
        { code: "PREMI", field2: "9100000001" },
        { code: "ASSET", field9: "EX24000001" },
        { code: "REGST" },
        { code: "READG" },
      ],
    });
    expect(rewrite(document, catalogue)).toBe(text);
  });

  test("is known once it is said what it is called, in one place", () => {
    const codesHere = { records: { "Meter Point": "PREMI" }, trailer: "CLOSE" };
    const own = loadCatalogue(null, codesHere);
    const document = read(text, own);
    expect(codes(document)).toEqual([]);
    expect(document.items[0]?.subject).toEqual({ kind: "mprn", key: "9100000001" });
    expect(rewrite(document, own)).toBe(text);
  });

  test("keeps what is above it, and with it what may belong below it", () => {
    const lines = [
      header.replace("ONJOB", "ONUPD"),
      '"TRANS","EXMUPD000000001","","","UPDTE","","","","","","D",,"","",,',
      '"ADDRS","A","","","1","","High Street","","","Town","","","","","",""',
      '"NAME","CUST","Mx","A","Example","",""',
      '"PREMI","",9100000001,"","","","","",,,',
      '"CONTM","TEL","01632 960001"',
      '"TRANS","EXMUPD000000002","","","UPDTE","","","","","","D",,"","",,',
      '"PREMI","",9100000002,"","","","","",,,',
      '"TRAIL",7,2',
    ];
    const changed = `${lines.join("\n")}\n`;
    const document = read(changed);
    expect(codes(document)).toEqual(["UNPROVED_CODE"]);
    expect(document.items.map((item) => JSON.parse(item.json()))).toMatchObject([
      {
        transaction: { transactionReference: "EXMUPD000000001" },
        $records: [{ code: "PREMI" }, { code: "CONTM", field2: "01632 960001" }],
      },
      { transaction: { transactionReference: "EXMUPD000000002" }, $records: [{ code: "PREMI" }] },
    ]);
    expect(rewrite(document, catalogue)).toBe(changed);
  });

  test("does not hide that a record is missing whose code was read", () => {
    const lost = [header, '"PREMI",1', '"TRAIL",1,0', ""].join("\n");
    expect(codes(read(lost))).toEqual(["UNPROVED_CODE", "MISSING_GROUP"]);
  });

  test("does not pass for a trailer unless it holds what one does", () => {
    for (const last of ['"CLOSE","4",1,"x"', '"CLOSE"', '"CLOSE",1,2,3'])
      expect(codes(read(text.replace('"CLOSE",7,1', last)))).toContain("MISSING_TRAILER");
  });

  test("cannot be set for what no record is called", () => {
    expect(() => loadCatalogue(null, { records: { "Meter Pint": "PREMI" } })).toThrow(
      `no record is called "Meter Pint"; did you mean Meter Point?`,
    );
  });
});
