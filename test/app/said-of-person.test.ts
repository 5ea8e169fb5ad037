import { expect, test } from "vitest";
import { eraserOf } from "../../src/app/commands/erasure/said-of-person.ts";
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
      fc.pre(from.trim().length >= 4);
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
