import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Document, GroupData } from "../../src/core/file/document.ts";
import { hasError } from "../../src/core/file/problem.ts";
import { readDocument, recognise } from "../../src/formats/recognise.ts";
import { allProblems, catalogue } from "./flow-text.ts";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const names = ["tables", "json-events"].flatMap((folder) =>
  readdirSync(join(fixtures, folder)).map((name) => `${folder}/${name}`),
);
const right: Readonly<
  Record<string, readonly [flow: string, messages: number, ...codes: string[]]>
> = {
  "tables/courier-collection.csv": ["COLLECTION", 1],
  "tables/half-hourly-reads.csv": ["HH-SIMPLE-CSV", 2],
  "tables/orders.csv": ["ORDERS", 2],
  "tables/packing-all-quoted.csv": ["PACKING", 2],
  "tables/payments-from-a-spreadsheet.csv": ["PAYMENTS", 2, "UNKNOWN_COLUMN"],
  "tables/pick-request.csv": ["PICK", 1],
  "tables/tracking-no-final-newline.csv": ["TRACKING", 3, "UNLISTED_CODE"],
  "tables/warehouse-progress.csv": ["WAREHOUSE", 2],
  "json-events/pending.json": ["CSS02300", 1],
  "json-events/readings-of-two-points.json": ["IF-041", 2],
  "json-events/secured.json": ["CSS02370", 1],
  "json-events/validated.json": ["CSS02380", 2],
  "json-events/withdrawn-undescribed.json": [
    "RegistrationWithdrawnNotification",
    1,
    "UNDESCRIBED_FLOW",
  ],
};
const wrong: Readonly<
  Record<string, readonly [refused: boolean, invalid: number, ...codes: string[]]>
> = {
  "tables/wrong-charset.csv": [false, 1, "BAD_BYTES"],
  "tables/wrong-cut-short.csv": [true, 0, "CUT_SHORT"],
  "tables/wrong-values.csv": [false, 2, "BAD_NUMBER", "BAD_DATETIME"],
  "json-events/wrong-comma.json": [true, 0, "BAD_JSON"],
  "json-events/wrong-kind.json": [true, 0, "UNKNOWN_FLOW"],
  "json-events/wrong-mpxn.json": [false, 1, "WRONG_TYPE", "BAD_DATETIME"],
};

const read = (name: string): Document =>
  readDocument(readFileSync(join(fixtures, name)), catalogue);
const codesOf = (document: Document) => allProblems(document).map(({ code }) => code);

test("every fixture of headed CSV and JSON events is reported", () => {
  expect([...Object.keys(right), ...Object.keys(wrong)].toSorted()).toEqual(names.toSorted());
});

describe("a right file is read, and written back to the same bytes", () => {
  test.each(Object.entries(right))("%s", (name, [flow, messages, ...codes]) => {
    const bytes = readFileSync(join(fixtures, name));
    const document = readDocument(bytes, catalogue);
    expect(document).toMatchObject({ envelope: { flow }, messages, invalid: 0 });
    expect(codesOf(document)).toEqual(codes);
    const { envelope, layout, items } = document;
    if (envelope === null) throw new Error("no envelope");
    const data = items.map((item): GroupData => JSON.parse(item.json()));
    const written = recognise(bytes, catalogue)?.write?.(
      {
        envelope,
        layout,
        messages: data.map((one) => ({ group: items[0]?.group ?? "", data: one })),
      },
      catalogue,
    );
    expect(written?.ok && Buffer.compare(written.bytes, bytes)).toBe(0);
  });
});

describe("a wrong file says every reason", () => {
  test.each(Object.entries(wrong))("%s", (name, [refused, invalid, ...codes]) => {
    const document = read(name);
    expect(codesOf(document)).toEqual(codes);
    expect(hasError(document.problems)).toBe(refused);
    expect(document.invalid).toBe(invalid);
  });
});
