import { describe, expect, test } from "vitest";
import { documentJson, readDocumentJson } from "../../../src/formats/document-json.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import {
  bytesOf,
  codes,
  dataOf,
  order,
  orderColumns,
  payment,
  paymentColumns,
  read,
  shipped,
} from "./csv-text.ts";

test("column names after a first line of something else are not the table's", () => {
  const text = `\r\r\n${paymentColumns}\n${payment}\n\r`;
  const document = readDocument(Buffer.from(text, "latin1"), shipped);
  expect(document.envelope).toBeNull();
  expect(document.problems.map(({ code }) => code)).toContain("UNKNOWN_FORMAT");
  expect(document.messages).toBe(0);
});

test("a table in UTF-16 is reported as what it is, and nothing that follows from it", () => {
  const text = `\ufeff${paymentColumns}\r\n${payment}\r\n${payment}\r\n`;
  const bytes = Buffer.from(text, "utf16le");
  for (const document of [bytes, Buffer.from(bytes).swap16()].map((one) =>
    readDocument(one, shipped),
  )) {
    expect(codes(document)).toEqual(["BAD_BYTES@1"]);
    expect(document.problems[0]?.message).toContain("the file is UTF-16");
    expect(document.messages).toBe(0);
  }
});

describe("a table whose lines end in carriage returns alone is refused for that and nothing else", () => {
  const progress = "order_number,warehouse,stage,stage_at,note";
  const row = "SO-1,Leeds,received,2026-06-10T09:40:00+01:00,";

  test.each([
    ["whose last column may be missing", `${progress}\r${row}\r`],
    ["whose last column must be there", `${paymentColumns}\r${payment}\r${payment}\r`],
    ["without a last one", `${paymentColumns}\r${payment}`],
    ["of more rows than a line may be long", `${progress}\r${`${row}\r`.repeat(3_000)}`],
    ["that ends in a line feed", `${progress}\r${row}\r\n`],
    ["with quotes", `${progress}\r${row}"one\r""two"""\r${row}"three`],
  ])("%s", (_, text) => {
    const document = readDocument(Buffer.from(text), shipped);
    expect(codes(document)).toEqual(["CONTROL_CHARACTER@1"]);
    expect(document.problems[0]?.message).toContain("must end with a line feed");
    expect(document).toMatchObject({ messages: 0, envelope: { family: "headed-csv" } });
    // What is read of it is not the file, and is not written as if it were.
    const whole = readDocument(Buffer.from(text), shipped, { whole: true });
    const json = readDocumentJson([...documentJson(whole)].join(""));
    expect(json.ok && writeDocument(json.document, shipped).ok).toBe(false);
  });

  test("but not one with a carriage return inside a quoted name, or a spare carriage return", () => {
    const named = paymentColumns.replace("paid_at", '"paid\rat"');
    expect(codes(read(named, payment))).toEqual([]);
    expect(codes(read(`${paymentColumns}\r\r`, payment))).toEqual([]);
  });
});

const halfHour = "9900012045006,AI,2026-06-10 00:00,1.5,A";

describe("a table of which each row is a message", () => {
  test("gives every row with its columns by key, and its order as subject", () => {
    const document = read(paymentColumns, payment, payment.replace("T-1", "T-2"));
    expect(document.envelope).toEqual({
      family: "headed-csv",
      flow: "PAYMENTS",
      version: "001",
      fileIdentifier: null,
      from: { role: null, participant: null },
      to: { role: null, participant: null },
      created: null,
      testFlag: null,
    });
    expect(document).toMatchObject({ problems: [], messages: 2, invalid: 0, lines: 3 });
    expect(document.items[1]).toMatchObject({
      line: 3,
      lastLine: 3,
      group: "row",
      subject: { kind: "order", key: "SO-1" },
      problems: [],
    });
    expect(dataOf(document)[1]).toEqual({
      orderNumber: "SO-1",
      transactionId: "T-2",
      status: "captured",
      amount: "12.50",
      currency: "GBP",
      paidAt: "2026-06-10T09:03:00Z",
    });
  });

  test("is known by its column names, in any order and spelling", () => {
    const document = read(
      "Paid At,Currency,AMOUNT,Status,TransactionId,order-number",
      payment.split(",").toReversed().join(","),
    );
    expect(codes(document)).toEqual([]);
    expect(dataOf(document)[0]?.["orderNumber"]).toBe("SO-1");
  });

  test("may have columns that nobody defined: they are kept, and noted", () => {
    const document = read(`${paymentColumns},Till No,`, `${payment},7,x`);
    expect(codes(document)).toEqual(["UNKNOWN_COLUMN@1", "UNKNOWN_COLUMN@1"]);
    expect(dataOf(document)[0]).toMatchObject({ tillNo: "7", column8: "x" });
  });

  test("is refused without a column it needs, or with one twice", () => {
    expect(codes(read(paymentColumns.replace(",paid_at", ""), "SO-1,T-1,captured,1,GBP"))).toEqual([
      "MISSING_COLUMN@1",
    ]);
    expect(codes(read(`${paymentColumns},Order Number`, `${payment},SO-2`))).toEqual([
      "REPEATED_COLUMN@1",
    ]);
  });
});

describe("a table whose rows make messages", () => {
  test("gives a message for rows that agree in the key, its own columns once, lines in a list", () => {
    const document = read(orderColumns, order("SO-1", 1), order("SO-1", 2), order("SO-2", 1));
    expect(codes(document)).toEqual([]);
    expect(document.items.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [2, 3],
      [4, 4],
    ]);
    expect(dataOf(document)[0]).toEqual({
      orderNumber: "SO-1",
      orderedAt: "2026-06-10T09:00:00Z",
      customerName: "Ann Bright",
      addressLine1: "1 High Street",
      postcode: "LS1 4AP",
      lines: [
        { lineNumber: "1", sku: "SKU-1", quantity: "2" },
        { lineNumber: "2", sku: "SKU-2", quantity: "2" },
      ],
    });
  });

  test("holds a message whose rows disagree, and keeps what each says", () => {
    const document = read(orderColumns, order("SO-1", 1), order("SO-1", 2, { postcode: "X" }));
    expect(codes(document)).toEqual(["COLUMN_DIFFERS@3"]);
    expect(document.invalid).toBe(1);
    expect(dataOf(document)[0]).toMatchObject({
      postcode: "LS1 4AP",
      lines: [{ sku: "SKU-1" }, { sku: "SKU-2", postcode: "X" }],
    });
  });

  test("says once for each key that its rows are apart; each run is a message", () => {
    const keys = ["SO-1", "SO-2", "SO-1", "SO-2", "SO-1"];
    const document = read(orderColumns, ...keys.map((key, at) => order(key, at + 1)));
    expect(codes(document)).toEqual(["MESSAGE_SPLIT@4", "MESSAGE_SPLIT@5"]);
    expect(document.messages).toBe(5);
    expect(document.problems.map(({ value }) => value)).toEqual(["SO-1", "SO-2"]);
  });

  test("tells of no more than a thousand keys whose rows are apart", () => {
    const once = Array.from({ length: 1_500 }, (_, number) => order(`SO-${number}`, 1));
    const { problems } = read(orderColumns, ...once, ...once);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)?.message).toContain("500 more warnings");
  });

  test("is refused for a row nobody can split: it may belong to either message beside it", () => {
    const bad = order("SO-1", 2).replace("1 High Street", '1 "High" Street');
    const document = read(orderColumns, order("SO-1", 1), bad, order("SO-2", 1));
    expect(document.problems.map(({ code, line }) => [code, line])).toEqual([["BAD_QUOTE", 3]]);
    expect(document.messages).toBe(2);
  });

  test("half-hourly reads are keyed by metering point and channel", () => {
    const document = read(
      "MPAN Core,Channel Type,Start Date,Value,Status",
      "1200000000011,AI,2026-06-10 00:00,1.5,A",
      "1200000000011,AI,2026-06-10 00:30,-0.25,E",
      "1200000000011,RI,2026-06-10 00:00,0,A",
    );
    expect(document.items.map(({ subject }) => subject)).toEqual([
      { kind: "mpan", key: "1200000000011" },
      { kind: "mpan", key: "1200000000011" },
    ]);
    expect(dataOf(document)[0]?.["lines"]).toEqual([
      { startDate: "2026-06-10 00:00", value: "1.5", status: "A" },
      { startDate: "2026-06-10 00:30", value: "-0.25", status: "E" },
    ]);
  });
});

describe("blanks", () => {
  const header = "MPAN core, Channel Type, Time, Value, Status";
  const rows = [
    "99 9999 9999 993, ACTIVE, 2006-01-01 00:30, 218.4 , E",
    "99 9999 9999 993,ACTIVE,\t2006-01-01 01:00,218.4, ",
    "9999999999993,ACTIVE ,2006-01-01 01:30,1,A",
  ];

  test("that a table leaves out are in no value: rows that differ in nothing else are one message", () => {
    const document = read(header, ...rows.slice(0, 1), ...rows.slice(2));
    expect(codes(document)).toEqual([]);
    expect(document.items.map(({ subject }) => subject)).toEqual([
      { kind: "mpan", key: "9999999999993" },
    ]);
    expect(dataOf(document)).toEqual([
      {
        mpanCore: "9999999999993",
        channelType: "ACTIVE",
        lines: [
          { startDate: "2006-01-01 00:30", value: "218.4", status: "E" },
          { startDate: "2006-01-01 01:30", value: "1", status: "A" },
        ],
      },
    ]);
  });

  test.each(["\u00a0", "\u200b", "\ufeff", "\u3000", "\u202f"])(
    "of every kind are left out at the ends, and inside where a value is closed: %j",
    (blank) => {
      const row = `${blank}99${blank}9999 9999993${blank},${blank}ACTIVE${blank},2006-01-01 00:30,1,E`;
      const document = read(header, row);
      expect(codes(document)).toEqual([]);
      expect(document.items[0]?.subject?.key).toBe("9999999999993");
      expect(dataOf(document)[0]?.["channelType"]).toBe("ACTIVE");
    },
  );

  test("alone are no value", () => {
    expect(codes(read(header, ...rows))).toEqual(["MISSING_VALUE@3"]);
  });

  test("are kept where the definition does not say that they mean nothing", () => {
    const document = read(paymentColumns, payment.replace("T-1", " T 1 "));
    expect(dataOf(document)[0]?.["transactionId"]).toBe(" T 1 ");
  });
});

test("half-hourly reads may call their time so", () => {
  const document = read("MPAN Core,Channel Type,Time,Value,Status", halfHour, halfHour);
  expect(document).toMatchObject({ messages: 1, invalid: 0, problems: [] });
});

describe("a wrong value holds its message and names line, column and what was expected", () => {
  test.each([
    ["12.50", "12,50", ["TOO_MANY_FIELDS@2", "BAD_DATETIME@2"]],
    ["12.50", "twelve", ["BAD_NUMBER@2"]],
    ["12.50", "12.505", ["TOO_MANY_DECIMALS@2"]],
    ["12.50", "12345678901.00", ["TOO_MANY_DIGITS@2"]],
    ["12.50", "", ["MISSING_VALUE@2"]],
    ["GBP", "POUNDS", ["TOO_LONG@2"]],
    ["2026-06-10T09:03:00Z", "2026-06-31T09:03:00Z", ["BAD_DATETIME@2"]],
    ["2026-06-10T09:03:00Z", "10/06/2026", ["BAD_DATETIME@2"]],
    ["T-1", "T\u0007", ["CONTROL_CHARACTER@2"]],
    [",2026-06-10T09:03:00Z", "", ["TOO_FEW_FIELDS@2"]],
  ])("%j made %j", (from, to, expected) => {
    const document = read(paymentColumns, payment.replace(from, to), payment);
    expect(codes(document)).toEqual(expected);
    expect(document).toMatchObject({ messages: 2, invalid: 1 });
  });

  test("in words", () => {
    const [item] = read(paymentColumns, payment.replace("12.50", "a lot")).items;
    expect(item?.problems[0]).toEqual({
      code: "BAD_NUMBER",
      severity: "error",
      line: 2,
      group: "row",
      field: "amount",
      value: "a lot",
      message:
        'Column amount is "a lot", expected was a number of up to 12 digits, at most 2 behind the point, with or without a sign; ask the sender to correct it.',
    });
  });

  test("but not one that is only unknown, or fields to spare that are empty", () => {
    const document = read(
      paymentColumns,
      payment.replace("captured", "chargeback"),
      `${payment},,`,
    );
    expect(codes(document)).toEqual(["UNLISTED_CODE@2", "EXTRA_EMPTY_FIELDS@3"]);
    expect(document.invalid).toBe(0);
  });
});

describe("quotes", () => {
  test("hold delimiters, line ends and quotes together", () => {
    const document = read(paymentColumns, payment.replace("T-1", '"T,\n""1"""'), payment);
    expect(codes(document)).toEqual([]);
    expect(dataOf(document)[0]?.["transactionId"]).toBe('T,\n"1"');
    expect(document.items.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [2, 3],
      [4, 4],
    ]);
  });

  test("that are wrong spoil their own row alone", () => {
    const wrong = payment.replace("T-1", '"T" 1');
    const open = payment.replace("T-1", '"T-1');
    const document = read(paymentColumns, wrong, payment, open, payment, payment);
    expect(codes(document)).toEqual(["BAD_QUOTE@2", "UNTERMINATED_QUOTE@4"]);
    expect(document).toMatchObject({ messages: 5, invalid: 2, lines: 6 });
  });

  test("that close rows later do not swallow the rows between", () => {
    const stray = payment.replace("T-1", '"T-1');
    const document = read(paymentColumns, stray, payment, payment, stray, payment);
    expect(document.items.map(({ line, problems }) => [line, problems.length])).toEqual([
      [2, 1],
      [3, 0],
      [4, 0],
      [5, 1],
      [6, 0],
    ]);
  });
});

describe("the end of a file", () => {
  test("needs no line end when the last row is whole", () => {
    const bytes = Buffer.from(`${paymentColumns}\n${payment}`);
    expect(readDocument(bytes, shipped)).toMatchObject({ problems: [], messages: 1, lines: 2 });
  });

  test.each([["SO-2,T-2,capt"], ['SO-2,"T-2']])(
    "is cut short in %j: the file is refused",
    (last) => {
      const document = readDocument(Buffer.from(`${paymentColumns}\n${payment}\n${last}`), shipped);
      expect(document.problems.map(({ code, line }) => [code, line])).toEqual([["CUT_SHORT", 3]]);
      expect(document.messages).toBe(1);
    },
  );

  test("right after the header line is taken, with no messages", () => {
    const document = read(paymentColumns);
    expect(codes(document)).toEqual(["NO_ROWS@-"]);
    expect(document).toMatchObject({ messages: 0, envelope: { flow: "PAYMENTS" } });
  });
});

describe("bytes", () => {
  test("may begin with a byte order mark, and end lines either way", () => {
    const text = `\ufeff${paymentColumns}\r\n${payment}\r\n`;
    const document = readDocument(Buffer.from(text), shipped);
    expect(document).toMatchObject({ problems: [], messages: 1 });
    expect(dataOf(document)[0]).not.toHaveProperty("$after");
  });

  test("that are not UTF-8 are an error of their line, as is a replacement character", () => {
    const latin = Buffer.from(payment.replace("captured", "pay\u00e9"), "latin1");
    const bytes = Buffer.concat([bytesOf(paymentColumns, payment), latin, Buffer.from("\n")]);
    expect(codes(readDocument(bytes, shipped))).toEqual(["UNLISTED_CODE@3", "BAD_BYTES@3"]);
    expect(codes(read(paymentColumns, payment.replace("T-1", "T\ufffd")))).toEqual(["BAD_BYTES@2"]);
  });

  test("of a table in Latin-1 are read as such", () => {
    const [table] = shipped.tables().filter(({ flow }) => flow === "PAYMENTS");
    if (table === undefined) throw new Error("no such table");
    const catalogue = { ...shipped, tables: () => [{ ...table, charset: "latin1" as const }] };
    const bytes = Buffer.from(
      `${paymentColumns}\n${payment.replace("T-1", "Caf\u00e9")}\n`,
      "latin1",
    );
    const document = readDocument(bytes, catalogue);
    expect(codes(document)).toEqual([]);
    expect(dataOf(document)[0]?.["transactionId"]).toBe("Caf\u00e9");
  });

  test("without a header line that any table has are of no known format", () => {
    const document = read("colour,weight", "red,5");
    expect(codes(document)).toEqual(["UNKNOWN_FORMAT@1"]);
    expect(document.envelope).toBeNull();
  });
});
