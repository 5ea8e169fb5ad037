import { describe, expect, test } from "vitest";
import type { AnyFlow } from "../../src/catalogue/any-flow.ts";
import { eraseFile } from "../../src/formats/erase/erase-file.ts";
import { personalFields } from "../../src/formats/erase/personal-fields.ts";
import { tombstone, tombstoneText } from "../../src/formats/erase/tombstone.ts";
import { generateDocument } from "../../src/formats/generate/generate.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import { catalogue } from "./flow-text.ts";

const isNightly = process.env["BUSBAR_NIGHTLY"] !== undefined;
const text = { kind: "text", codes: null } as const;

/** Flows that say something of persons: all by night, else one or two of each family. */
function personalFlows(): AnyFlow[] {
  const trees = catalogue
    .list()
    .filter(({ family }) => family !== "headed-csv" && family !== "json-event")
    .flatMap(({ flow, version }) => catalogue.find(flow, version)?.definition ?? []);
  const families = [trees, catalogue.tables(), catalogue.jsonEvents()];
  return families.flatMap((all) => {
    const personal = all.filter(
      ({ flow, version }) => personalFields(catalogue, flow, version).size > 0,
    );
    return isNightly ? personal : personal.filter((_, at) => at % 16 === 5 % personal.length);
  });
}

function madeUp(flow: AnyFlow): Buffer {
  const written = writeDocument(
    generateDocument(flow, catalogue, { seed: "1", count: 3 }),
    catalogue,
  );
  if (!written.ok) throw new Error(`${flow.flow} cannot be written`);
  return Buffer.from(written.bytes);
}

describe.each(personalFlows().map((flow) => [`${flow.flow}${flow.version}`, flow] as const))(
  "a file of %s",
  (_, flow) => {
    test("loses what one message says of a person, and reads as before in all else", () => {
      const bytes = madeUp(flow);
      const before = readDocument(bytes, catalogue);
      const about = before.items[1] ?? before.items[0];
      const erased = eraseFile(bytes, catalogue, ({ line }) => line === about?.line);
      const otherwise = erased.messages.filter(({ before: was, after }) => was.data !== after.data);
      expect(erased.kind).toBe(otherwise.length === 0 ? "nothing" : "values");
      expect(erased.bytes.length).toBe(bytes.length);
      const after = readDocument(erased.bytes, catalogue);
      expect(after.envelope).toEqual(before.envelope);
      expect(after.items.map(({ line, lastLine, subject }) => [line, lastLine, subject])).toEqual(
        before.items.map(({ line, lastLine, subject }) => [line, lastLine, subject]),
      );
      for (const { line, after: now } of erased.messages)
        expect(after.items.find((one) => one.line === line)?.json()).toBe(now.data);
      // Once is enough.
      expect(eraseFile(erased.bytes, catalogue, ({ line }) => line === about?.line).kind).toBe(
        "nothing",
      );
    });
  },
);

const switchRequest = (rows: readonly string[]) =>
  Buffer.from(
    ["metering_point,supply_start_date,our_reference,domestic,customer_name", ...rows, ""].join(
      "\n",
    ),
  );

test("a text in another field than the person's stays, and so do other people", () => {
  const columns = personalFields(catalogue, "SWITCHREQ", "001");
  expect([...columns.keys()]).toContain("customerName");
  const bytes = switchRequest([
    "9900012045006,20260701,Ann Field,T,Ann Field",
    "9900012045371,20260701,R-2,T,Ann Field",
  ]);
  const { kind, bytes: made } = eraseFile(
    bytes,
    catalogue,
    ({ subject }) => subject?.key === "9900012045006",
  );
  expect(kind).toBe("values");
  expect(made.toString()).toBe(
    switchRequest([
      "9900012045006,20260701,Ann Field,T,Xxx Xxxxx",
      "9900012045371,20260701,R-2,T,Ann Field",
    ]).toString(),
  );
});

test("what is in place of values has their form, and no letter or digit of them", () => {
  expect(tombstoneText("Ann O'Field", text)).toBe("Xxx X'Xxxxx");
  expect(tombstoneText("ann.field@example.com", text)).toBe("xxx.xxxxx@xxxxxxx.xxx");
  expect(tombstone(Buffer.from("Zoë", "utf8"), text).toString("latin1")).toBe("Xxxx");
  expect(tombstone(Buffer.from('a\\"b\\u00e9', "latin1"), text).toString("latin1")).toBe(
    "xxxxxx00x0",
  );
  const date = { kind: "date", codes: null } as const;
  expect(tombstoneText("20260610", date)).toBe("19500101");
  expect(tombstoneText("2026-06-10T09:03:00Z", date)).toBe("1950-01-01T00:00:00Z");
  expect(tombstoneText("10/06/2026", date)).toBe("01/01/1950");
  expect(tombstoneText("02", { kind: "text", codes: ["00", "01"] })).toBe("00");
  expect(tombstoneText("T", { kind: "boolean", codes: null })).toBe("F");
});
