import { describe, expect, test } from "vitest";
import { headedCsv } from "../../../src/formats/headed-csv/family.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import {
  dataOf,
  order,
  orderColumns,
  payment,
  paymentColumns,
  read,
  shipped,
  write,
} from "./csv-text.ts";

const quotedPayment = payment
  .split(",")
  .map((value) => `"${value}"`)
  .join(",");

describe("what was read is written back to the same bytes", () => {
  test.each([
    ["line feeds", `${paymentColumns}\n${payment}\n`],
    ["carriage returns", `${paymentColumns}\r\n${payment}\r\n${payment}\r\n`],
    ["no final line end", `${paymentColumns}\n${payment}`],
    ["a header line alone", paymentColumns],
    ["a byte order mark", `\ufeff${paymentColumns}\n${payment}\n`],
    ["everything in quotes", `${paymentColumns}\n${quotedPayment}\n${quotedPayment}\n`],
    [
      "a row in quotes among others",
      `${paymentColumns}\n${payment}\n${quotedPayment}\n${payment}\n`,
    ],
    ["quotes in the header line", `"order_number",${paymentColumns.slice(13)}\n${payment}\n`],
    ["blank lines", `\n${paymentColumns}\n\n${payment}\n\r\n\n${payment}\n\n`],
    ["mixed line ends", `${paymentColumns}\n${payment}\r\n${payment}\n${payment}\r\n`],
    [
      "another order of columns",
      `amount,${paymentColumns.replace(",amount", "")}\n1,${payment.replace(",12.50", "")}\n`,
    ],
    ["columns nobody defined", `${paymentColumns},till,\n${payment},7,\n${payment},,x\n`],
    [
      "quotes and line ends in values",
      `${paymentColumns}\n${payment.replace("T-1", '"a ""b"",\r\nc"')}\n`,
    ],
    [
      "rows of messages",
      [orderColumns, order("1", 1), order("1", 2), order("2", 1), ""].join("\n"),
    ],
    [
      "blanks that are left out",
      "MPAN core, Channel Type, Time, Value, Status\r\n99 9999 9999 993, ACTIVE, 2006-01-01 00:30, 218.4 , E\r\n9999999999993,ACTIVE,2006-01-01 01:00,1,E \r\n",
    ],
    ["half a line end at the end", `${paymentColumns}\r\n${payment}\r`],
    ["fields to spare", `${paymentColumns}\n${payment},,\n${payment}\n${payment},`],
    [
      "a value with nothing but a carriage return in it",
      `${paymentColumns}\n${payment.replace("T-1", "T\r1")}\n`,
    ],
  ])("with %s", (_, text) => {
    const bytes = Buffer.from(text);
    const written = write(readDocument(bytes, shipped, { whole: true }));
    expect(written.ok ? Buffer.from(written.bytes).toString() : written.problems).toBe(text);
  });
});

test("a row with blanks that are left out is written anew when a value of it is changed, others as they were", () => {
  const rows = [1, 2].map((hour) => `99 9999 9999 993, AI, 2026-01-01 0${hour}:00, 1.5 , E`);
  const text = ["MPAN Core,Channel Type,Time,Value,Status", ...rows, ""].join("\n");
  const document = readDocument(Buffer.from(text), shipped, { whole: true });
  const changed = JSON.parse(
    JSON.stringify(dataOf(document)).replace('"value":"1.5"', '"value":"2"'),
  );
  const written = write(document, changed);
  expect(written.ok && Buffer.from(written.bytes).toString()).toBe(
    text.replace(rows[0] ?? "", "9999999999993,AI,2026-01-01 01:00,2,E"),
  );
});

describe("what a reader refuses is refused as it was read, until somebody fixes it", () => {
  const short = payment.slice(0, 20);
  test.each([
    ["CUT_SHORT", `${paymentColumns}\n${payment}\n${short}`],
    ["CUT_SHORT", `${paymentColumns}\n${payment}\n${payment.replace("2026", '"2026')}`],
    ["BAD_QUOTE", `${paymentColumns}\n${payment.replace("T-1", 'T"1')}\n\n${payment}\n`],
    ["TOO_MANY_FIELDS", `${paymentColumns}\n${payment},x\n`],
    ["TOO_FEW_FIELDS", `${paymentColumns}\n${payment.slice(0, -21)}\n${payment}\n`],
    ["UNTERMINATED_QUOTE", `${orderColumns}\n${order("1", 1)}\n${order('"1', 2)}\n`],
    [
      "COLUMN_DIFFERS",
      [orderColumns, order("1", 1), order("1", 2, { postcode: "X" }), ""].join("\n"),
    ],
    ["LINE_TOO_LONG", `${paymentColumns}\n${payment.replace("T-1", "T".repeat(70_000))}\n`],
  ])("%s", (code, text) => {
    const document = readDocument(Buffer.from(text), shipped, { whole: true });
    const written = write(document);
    expect(written).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    });
    const { envelope, layout } = document;
    if (envelope === null || layout === null) throw new Error("nothing to write");
    const { lines: _, ...rest } = layout;
    const data = JSON.parse(JSON.stringify(dataOf(document)[0]).replace('"X"', '"LS1 4AP"'));
    const mended = { ...dataOf(read(paymentColumns, payment))[0], ...data };
    const messages = [{ group: "row", data: "lines" in data ? data : mended }];
    expect(headedCsv.write?.({ envelope, layout: rest, messages }, shipped)).toMatchObject({
      ok: code !== "LINE_TOO_LONG" || !("transactionId" in data),
    });
  });
});

test("without a layout: all columns by name, quotes where they are needed", () => {
  const { envelope } = read(paymentColumns, payment);
  if (envelope === null) throw new Error("no envelope");
  const data = { ...dataOf(read(paymentColumns, payment))[0], transactionId: 'a "b"' };
  const written = headedCsv.write?.(
    { envelope, layout: null, messages: [{ group: "row", data }] },
    shipped,
  );
  expect(written?.ok && Buffer.from(written.bytes).toString()).toBe(
    'order_number,transaction_id,status,amount,currency,method,paid_at\nSO-1,"a ""b""",captured,12.50,GBP,,2026-06-10T09:03:00Z\n',
  );
});

test("a changed value is written in place of the old, quoted anew", () => {
  const document = read(paymentColumns, payment, quotedPayment);
  const [one, two] = dataOf(document);
  const written = write(document, [
    { ...one, transactionId: "a,b" },
    { ...two, amount: "3" },
  ]);
  expect(written.ok && Buffer.from(written.bytes).toString()).toBe(
    `${paymentColumns}\n${payment.replace("T-1", '"a,b"')}\n${quotedPayment.replace("12.50", "3")}\n`,
  );
});

describe("what a file cannot hold is refused", () => {
  const document = read(paymentColumns, payment);
  const [data = {}] = dataOf(document);
  test.each([
    [{ amount: "12.505" }, "TOO_MANY_DECIMALS", "amount"],
    [{ amount: "" }, "MISSING_VALUE", "amount"],
    [{ currency: "POUNDS" }, "TOO_LONG", "currency"],
    [{ paidAt: "yesterday" }, "BAD_DATETIME", "paidAt"],
    [{ transactionId: "T\u0000" }, "CONTROL_CHARACTER", "transactionId"],
    [{ transactionId: "\ud800" }, "UNWRITABLE_CHARACTER", "transactionId"],
    [{ colour: "red" }, "UNKNOWN_NAME", "colour"],
    [{ amount: [] }, "WRONG_TYPE", "amount"],
  ])("%j: %s", (changed, code, field) => {
    const written = write(document, [data, { ...data, ...changed }]);
    expect(written.ok ? [] : written.problems[0]).toMatchObject({ code, field, line: 3 });
    // It is our own data: nobody sent it.
    expect(JSON.stringify(written)).not.toMatch(/ask the sender/i);
  });

  test("a message without lines, where rows are lines", () => {
    const orders = read(orderColumns, order("1", 1));
    expect(write(orders, [{ ...dataOf(orders)[0], lines: [] }])).toMatchObject({
      ok: false,
      problems: [{ code: "MISSING_VALUE", field: "lines" }],
    });
  });

  test("lines that are no objects", () => {
    const orders = read(orderColumns, order("1", 1));
    const lines = JSON.parse("[null, 5, []]");
    expect(write(orders, [{ ...dataOf(orders)[0], lines }])).toMatchObject({
      ok: false,
      problems: [{ code: "WRONG_TYPE" }, { code: "WRONG_TYPE" }, { code: "WRONG_TYPE" }],
    });
  });

  test("a character that Latin-1 has not", () => {
    const tables = shipped.tables().map((table) => ({ ...table, charset: "latin1" as const }));
    const written = write(document, [{ ...data, transactionId: "\u20ac5" }], {
      ...shipped,
      tables: () => tables,
    });
    expect(written).toMatchObject({ ok: false, problems: [{ code: "UNWRITABLE_CHARACTER" }] });
  });

  test("a flow that is not there", () => {
    const { envelope } = document;
    if (envelope === null) throw new Error("no envelope");
    const written = headedCsv.write?.(
      { envelope: { ...envelope, flow: "NONE" }, layout: null, messages: [] },
      shipped,
    );
    expect(written).toMatchObject({ ok: false, problems: [{ code: "UNKNOWN_FLOW" }] });
  });
});
