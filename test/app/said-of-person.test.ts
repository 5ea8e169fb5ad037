import { expect, test } from "vitest";
import { eraserOf } from "../../src/app/commands/erasure/eraser.ts";
import {
  tellingNothing,
  tellingNothingLater,
} from "../../src/app/commands/erasure/telling-nothing.ts";
import { RefusedError } from "../../src/core/refusal/refused-error.ts";
import type { ErasedValue } from "../../src/formats/erase/erase-file.ts";
import { tombstoneText } from "../../src/formats/erase/tombstone.ts";
import { fc } from "../property.ts";

const field = { kind: "text", codes: null } as const;
const named = (name: string, from: string): ErasedValue => ({ name, from, field });

test("whatever a value is made of, it is replaced", () => {
  const signs = fc.string({
    unit: fc.constantFrom(..."aB7é-.*+?^$(){}[]|/\\\"'&~!#%,:;<=>@` \u2028\n"),
    minLength: 4,
  });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: "grapheme", minLength: 4 })), (from) => {
      const { text } = eraserOf([named("customer_name", from)], []);
      const to = tombstoneText(from, field);
      // Amounts and days are no one's.
      fc.pre(from.trim().length >= 4 && !/^[\d\s.,:+/-]*$/.test(from));
      expect(text(`it says ${from} here`)).toBe(`it says ${to} here`);
      expect(JSON.parse(text(JSON.stringify({ said: ` ${from} ` })))).toEqual({ said: ` ${to} ` });
    }),
  );
});

test.each(["Anne-Marie", "Stratford-upon-Avon", "7-9 Re Street"])("%s is replaced", (from) => {
  const { text } = eraserOf([named("customer_name", from)], []);
  expect(text(`told ${from}.`)).toBe(`told ${tombstoneText(from, field)}.`);
});

test("no error that came of values says one", async () => {
  const parse = () => JSON.parse("Anne-Marie");
  expect(parse).toThrow(/Anne-Marie/);
  for (const call of [
    () => tellingNothing(parse),
    () => tellingNothingLater(async () => parse()),
  ]) {
    const error: unknown = await Promise.resolve()
      .then(call)
      .catch((one: unknown) => one);
    if (!(error instanceof Error)) throw new Error("nothing was thrown");
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toMatch(/Anne|Marie/);
    expect(error.message).toMatch(/^Erasing ended with SyntaxError, and nothing was erased/);
    expect(error.stack).toContain("said-of-person.test.ts");
  }
  const refusal = new RefusedError("conflict", "it is not over");
  expect(() =>
    tellingNothing(() => {
      throw refusal;
    }),
  ).toThrow(refusal);
});

test("data loses what is under its own name, and nothing equal elsewhere", () => {
  const values = [
    named("customer_name", "Shirt"),
    named("postcode", "7.50"),
    named("address_line_1", "14 Larkspur Rise"),
  ];
  const { data } = eraserOf(values, ["SO-1"], ["Mug for 14 Larkspur Rise", "Shirt"]);
  const given = {
    customer_name: "Shirt",
    postcode: "7.50",
    lines: [{ description: "Shirt", unit_price: "7.50", price: 7.5 }],
    note: "Mug for 14 Larkspur Rise",
  };
  expect(JSON.parse(data(JSON.stringify(given)))).toEqual({
    ...given,
    customer_name: "Xxxxx",
    postcode: "0.00",
  });
  // Made of marked fields alone, and named otherwise: it is read again as it is here.
  const other = eraserOf(values, ["SO-1"], ["Shirt"]);
  expect(other.data('{"ship_to":"Mr Shirt, 14 Larkspur Rise"}')).toBe(
    '{"ship_to":"Mr Shirt, 00 Xxxxxxxx Xxxx"}',
  );
});

test("what is said of others loses only what tells somebody from all others", () => {
  const values = [
    named("customer_name", "Ann Bright"),
    named("customer_email", "ann@example.test"),
    named("contact_telephone", "0113 496 0000"),
    named("town", "Birmingham"),
    named("town", "Milton Keynes"),
    named("address_line_1", "14 Larkspur Rise"),
    named("postcode", "2026-06-10"),
  ];
  const { freeText } = eraserOf(values, ["SO-61"]);
  const others = [
    "the depot in Birmingham is shut since 2026-06-10",
    "SO-610 waits for Milton Keynes",
    "XSO-61, SO-61-2 and SO-61a of Birmingham",
  ];
  for (const text of others) expect(freeText(text)).toBe(text);
  expect(freeText("SO-61, of Birmingham.")).toBe("SO-61, of Xxxxxxxxxx.");
  expect(freeText("Ann Bright, ann@example.test or 0113 496 0000, 14 Larkspur Rise")).toBe(
    "Xxx Xxxxxx, xxx@xxxxxxx.xxxx or 0000 000 0000, 00 Xxxxxxxx Xxxx",
  );
});

test("a reason and a file's name are looked through whatever is between words", () => {
  const { saidIn, isNamedIn } = eraserOf([named("customer_name", "Ann Bright")], ["SO-1"]);
  expect(saidIn("for ANN  BRIGHT, case 17")).toBe("customer_name");
  expect(saidIn("SO-1, case 17, by Joann Brightwell")).toBeNull();
  expect(isNamedIn("orders_ann-bright_1.csv")).toBe(true);
  expect(isNamedIn("orders.csv")).toBe(false);
});
