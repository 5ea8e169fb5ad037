import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/formats/recognise.ts";
import { catalogue, codes } from "../flow-text.ts";

const reads = "MPAN Core,Channel Type,Start Date,Value,Status";
const payments = "order_number,transaction_id,status,amount,currency,paid_at";

function read(header: string, row: string) {
  return readDocument(Buffer.from(`${header}\n${row}\n`), catalogue);
}

function readOf(mpan: string) {
  return read(reads, `${mpan},ACTIVE IMPORT,2026-06-10 00:00,0.000,A`);
}

function paymentOf(order: string) {
  return read(payments, `${order},T-1,captured,1.00,GBP,2026-06-10T09:03:00Z`);
}

describe("an identifier that a spreadsheet has changed holds its message", () => {
  test.each([
    "9.90001E+12",
    "9E+12",
    "'9900012045006",
    '"=""9900012045006"""',
    "9900012045006.0",
    "#N/A",
    "#########",
  ])("an MPAN core as %s", (mpan) => {
    const document = readOf(mpan);
    expect(codes(document)).toEqual(["SPOILT_IDENTIFIER"]);
    expect(document.invalid).toBe(1);
    expect(document.items[0]?.problems[0]?.message).toMatch(/^Column MPAN Core .* Excel /);
  });

  test.each(["2.02606E+11", "'20260611", "202606110001.0", "SO-1\u200b2", "#REF!"])(
    "an order number as %j",
    (order) => {
      const document = paymentOf(order);
      expect(codes(document)).toEqual(["SPOILT_IDENTIFIER"]);
      expect(document.invalid).toBe(1);
    },
  );

  test.each(["SO-10001", "1E5", "A1E+2", "12345", "O'Brien-1", "#12"])(
    "but an order number %s is as its sender has it",
    (order) => {
      expect(codes(paymentOf(order))).toEqual([]);
    },
  );
});

describe("a table whose points may be of either fuel", () => {
  const header = "metering_point,fuel,supply_start_date,our_reference,domestic";

  test.each([
    ["9900012045006", "mpan", []],
    ["4000000007", "mprn", []],
    ["12000000", "mprn", []],
    ["120000000000", "mprn", ["NO_METER_POINT"]],
    ["9900012045007", "mpan", ["SUBJECT_CHECK_DIGIT"]],
  ])("%s is an %s", (point, kind, problems) => {
    const document = read(header, `${point},E,2026-12-08,R-1,true`);
    expect(document.items[0]?.subject).toEqual({ kind, key: point });
    expect(codes(document)).toEqual(problems);
  });
});

describe("what spreadsheets and old systems leave behind the rows", () => {
  const row = "SO-1,T-1,captured,1.00,GBP,2026-06-10T09:03:00Z";

  test("rows without any value are passed over", () => {
    const text = `${payments}\n${row}\n,,,,,\n,,,,,\n`;
    const document = readDocument(Buffer.from(text), catalogue, { whole: true });
    expect(codes(document)).toEqual(["BLANK_LINE"]);
    expect(document).toMatchObject({ messages: 1, invalid: 0 });
  });

  test.each([
    ["\u001a", /a Ctrl-Z \(0x1A\)/],
    ["\0\0\0", /bytes of value zero/],
  ])("%j at the end is named, and not a file cut short", (mark, said) => {
    const document = readDocument(Buffer.from(`${payments}\n${row}\n${mark}`), catalogue);
    expect(document.problems).toMatchObject([
      { code: "CONTROL_CHARACTER", message: expect.stringMatching(said) },
    ]);
  });
});

test.each([
  ["sep=,", /line 2 has the columns of PAYMENTS 001, and the `sep=` line of a spreadsheet/],
  ["Payments report,,,,,", /line 2 has the columns of PAYMENTS 001, and a title is above it/],
])("what is above the column names is named: %s", (above, said) => {
  const document = read(`${above}\n${payments}`, "SO-1,T-1,captured,1.00,GBP,2026-06-10T09:03:00Z");
  expect(document.problems[0]?.message).toMatch(said);
});

test.each([
  ["990001204500", "NO_METER_POINT"],
  ["99000120450060", "NO_METER_POINT"],
  ["9900012045007", "SUBJECT_CHECK_DIGIT"],
])("a row about %s, which is no metering point, is invalid", (mpan, code) => {
  const document = readOf(mpan);
  expect(codes(document)).toContain(code);
  expect(document.invalid).toBe(1);
});
