import { describe, expect, test } from "vitest";
import { hasError } from "../../../src/core/file/problem.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { catalogue, codes } from "../flow-text.ts";
import { readWritable, textOf } from "../written.ts";
import { fixtureFiles, rightFiles } from "./fixture-files.ts";

const others = fixtureFiles.filter(({ name }) => !/^(right|wrong)\//.test(name));

/** What each right fixture is: its flow, its messages, and what is worth a note. */
const right: Readonly<
  Record<string, readonly [flow: string, messages: number, ...codes: string[]]>
> = {
  "pool/D0265-no-last-pipes.txt": ["D0265", 1],
  "pool/D0265-short-header.txt": ["D0265", 1],
  "pool/P0142-undescribed.txt": ["P0142", 1, "UNDESCRIBED_FLOW"],
  "settlement/ADT-accepted.dat": ["ADT", 1],
  "settlement/C0291-two-groups.dat": ["C0291", 2],
  "settlement/E0041-undescribed.dat": ["E0041", 1, "UNDESCRIBED_FLOW"],
  "settlement/S0142-byte-order-mark.dat": ["S0142", 1, "BYTE_ORDER_MARK", "PARTLY_DESCRIBED"],
  "settlement/S0142-records-between-periods.dat": ["S0142", 3, "PARTLY_DESCRIBED"],
  "uk-link/CNF-undescribed.CNF": ["CNF", 1, "UNDESCRIBED_FLOW", "COUNT_UNDECIDED"],
  "uk-link/MRI-unknown-records.MRI": ["MRI", 2, "PARTLY_DESCRIBED", "COUNT_UNDECIDED"],
  "uk-link/NRL-revised-quantities.NRL": ["NRL", 1, "PARTLY_DESCRIBED", "COUNT_UNDECIDED"],
  "uk-link/UMR-one-read.UMR": ["UMR", 1, "PARTLY_DESCRIBED", "COUNT_UNDECIDED"],
  "uk-link/TRS-three-outcomes.TRS": ["TRS", 3, "PARTLY_DESCRIBED", "COUNT_UNDECIDED"],
  "rgma/ONJOB-two-jobs.txt": ["G0200", 2],
  "rgma/ONJOB-other-codes.txt": ["G0201", 1, "UNPROVED_CODE", "UNPROVED_CODE"],
  "rgma/RNJOB-answers.txt": ["G0700", 3],
  "rgma/RTO-undescribed.txt": ["RTO", 1, "UNDESCRIBED_FLOW"],
};

/** What is wrong with each wrong fixture, notes left out, and how many messages it holds. */
const wrong: Readonly<
  Record<string, readonly [refused: boolean, invalid: number, ...codes: string[]]>
> = {
  "pool/wrong-checksum.txt": [true, 0, "CHECKSUM"],
  "pool/wrong-count.txt": [true, 0, "GROUP_COUNT"],
  "pool/wrong-cut-short.txt": [true, 0, "MISSING_TRAILER"],
  "settlement/wrong-checksum.dat": [true, 0, "CHECKSUM"],
  "settlement/wrong-count.dat": [true, 0, "GROUP_COUNT"],
  "settlement/wrong-file-type.dat": [true, 0, "UNKNOWN_FLOW"],
  "settlement/wrong-header.dat": [true, 0, "ENVELOPE_VALUE", "MISSING_VALUE", "BAD_NUMBER"],
  "settlement/wrong-last-pipe.dat": [true, 0, "TRAILER_NO_FINAL_PIPE"],
  "settlement/wrong-periods.dat": [false, 1, "WRONG_OCCURRENCES"],
  "uk-link/wrong-cut-short.TRS": [true, 0, "MISSING_TRAILER"],
  "uk-link/wrong-header.TRS": [true, 0, "BAD_NUMBER", "ENVELOPE_TIME", "ENVELOPE_TIME", "TOO_LONG"],
  "uk-link/wrong-missing-record.TRS": [false, 1, "MISSING_GROUP"],
  "uk-link/wrong-quotes.TRS": [false, 2, "UNTERMINATED_QUOTE", "BAD_QUOTE"],
  "rgma/wrong-count.txt": [true, 0, "GROUP_COUNT", "GROUP_COUNT"],
  "rgma/wrong-cut-short.txt": [true, 1, "MISSING_TRAILER", "MISSING_GROUP", "MISSING_GROUP"],
  "rgma/wrong-header.txt": [
    true,
    1,
    "HEADER_FIELD_COUNT",
    "MISSING_VALUE",
    "MISSING_VALUE",
    "MISSING_TRAILER",
    "TOO_FEW_FIELDS",
    "MISSING_GROUP",
  ],
};
const notes = ["PARTLY_DESCRIBED", "UNDESCRIBED_FLOW", "COUNT_UNDECIDED"];

function bytesOf(name: string): Buffer {
  const file = fixtureFiles.find((one) => one.name === name);
  if (file === undefined) throw new Error(`There is no fixture ${name}`);
  return file.bytes;
}

test("every fixture of these families is reported", () => {
  const told = [...Object.keys(right), ...Object.keys(wrong)].toSorted();
  expect(others.map(({ name }) => name).toSorted()).toEqual(told);
});

describe("a right file is read without error", () => {
  test.each(Object.entries(right))("%s", (name, [flow, messages, ...found]) => {
    const document = readDocument(bytesOf(name), catalogue);
    expect(document).toMatchObject({ envelope: { flow }, messages, invalid: 0 });
    expect(codes(document)).toEqual(found);
    expect(hasError(document.problems)).toBe(false);
  });
});

test("UK Link: the day and time of A00 are the file's, and T04 is about its meter point", () => {
  const document = readDocument(bytesOf("uk-link/NRL-revised-quantities.NRL"), catalogue);
  expect(document.envelope?.created).toBe("20260401093000");
  const [message] = document.items;
  expect(message?.subject).toEqual({ kind: "mprn", key: "9100000001" });
  const [t04] = catalogue.find("NRL", null)?.definition.groups ?? [];
  expect(t04).toMatchObject({ code: "T04" });
  expect(t04?.fields).toHaveLength(49);
  const data = JSON.parse(message?.json() ?? "");
  expect(data).toMatchObject({
    revisedSupplyMeterPointAqEffectiveDate: "20260501",
    eucDescription: "E1901B",
    // A comma in quotes shifts nothing that comes after it.
    supplyPointCategory: "LSP, small",
    formulaYearSmpAqEndReadingDate: "20260331",
  });
});

describe("a wrong file is read with its reasons", () => {
  test.each(Object.entries(wrong))("%s", (name, [refused, invalid, ...found]) => {
    const document = readDocument(bytesOf(name), catalogue);
    expect(codes(document).filter((code) => !notes.includes(code))).toEqual(found);
    expect(hasError(document.problems)).toBe(refused);
    expect(document.invalid).toBe(invalid);
  });

  test.each(Object.keys(wrong))("%s is not written either", (name) => {
    expect(writeDocument(readWritable(bytesOf(name)), catalogue).ok).toBe(false);
  });
});

test("an ONJOB file without a transaction lacks what it must have", () => {
  const lines = bytesOf("rgma/ONJOB-two-jobs.txt").toString("latin1").split("\n");
  const text = [lines[0], '"XYZZY","something else"', '"TRAIL",1,0', ""].join("\n");
  const document = readDocument(Buffer.from(text, "latin1"), catalogue);
  expect(codes(document)).toEqual(["UNPROVED_CODE", "MISSING_GROUP"]);
  expect(hasError(document.problems)).toBe(true);
});

describe("a right file is written back to the same bytes", () => {
  test.each(rightFiles.map(({ name }) => name))("%s", (name) => {
    const bytes = bytesOf(name);
    expect(textOf(writeDocument(readWritable(bytes), catalogue))).toBe(bytes.toString("latin1"));
  });
});
