import { expect, test } from "vitest";
import type { Message, Outcome } from "../../../src/core/file/document.ts";
import { hasError } from "../../../src/core/file/problem.ts";
import { headedCsv } from "../../../src/formats/headed-csv/family.ts";
import { openReader, readDocument } from "../../../src/formats/recognise.ts";
import { fc } from "../../property.ts";
import { orderColumns, paymentColumns, shipped, write } from "./csv-text.ts";

const runs = process.env["BUSBAR_NIGHTLY"] === undefined ? 1 : 20;

const plain = fc.stringMatching(/^[A-Za-z0-9 .-]{1,12}$/);
const odd = fc.string({
  unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "é", "€", "\t"),
  minLength: 1,
  maxLength: 8,
});
const value = fc.oneof({ weight: 3, arbitrary: plain }, odd);
const needs = (text: string) => /["\r\n,]/.test(text);
const field = fc
  .tuple(value, fc.boolean())
  .map(([text, quoted]) => (quoted || needs(text) ? `"${text.replaceAll('"', '""')}"` : text));
const day = fc.constantFrom(
  "2026-06-10T09:03:00Z",
  '"2026-06-10 09:03"',
  "2026-06-10T09:03:00+01:00",
);
const amount = fc.constantFrom("1", "0.5", "-12.50", '"99"');
const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n");

const paymentRow = fc
  .tuple(field, field, plain, amount, fc.constantFrom("GBP", '"EUR"'), day)
  .map((fields) => fields.join(","));
const orderRow = fc
  .tuple(
    fc.constantFrom("1", '"1"', "2"),
    fc.constantFrom("Ann", "Bob"),
    field,
    fc.integer({ min: 1, max: 9 }),
  )
  .map(
    ([number, name, sku, line]) =>
      `${number},2026-06-10T09:00:00Z,${name},1 High St,LS1,${line},${sku},2`,
  );

const readColumns = "MPAN core, Channel Type,Time ,Value, Status";
const blanks = fc.constantFrom("", "", " ", "  ", "\t");
const padded = (...texts: readonly string[]) =>
  fc.tuple(blanks, fc.constantFrom(...texts), blanks).map((parts) => parts.join(""));
const readRow = fc
  .tuple(
    padded("99 9999 9999 993", "9999999999993", " 99999 99999993"),
    padded("ACTIVE", "RI"),
    padded("2006-01-01 00:30"),
    padded("218.4", "-1"),
    fc.oneof(padded("E", "A"), fc.constantFrom('"E"', '" E "')),
  )
  .map((fields) => fields.join(","));

const file = fc
  .tuple(
    fc.constantFrom("", "\ufeff"),
    fc.oneof(
      fc.tuple(fc.constant(paymentColumns), fc.array(fc.tuple(paymentRow, end), { maxLength: 8 })),
      fc.tuple(fc.constant(readColumns), fc.array(fc.tuple(readRow, end), { maxLength: 8 })),
      fc.tuple(fc.constant(orderColumns), fc.array(fc.tuple(orderRow, end), { maxLength: 8 })),
    ),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([mark, [header, rows], headerEnd, final]) => {
    const text = mark + header + headerEnd + rows.map((row) => row.join("")).join("");
    return Buffer.from(final ? text : text.replace(/[\r\n]+$/, ""));
  });

test("writing what was read from a valid file gives the same bytes", () => {
  fc.assert(
    fc.property(file, (bytes) => {
      const document = readDocument(bytes, shipped, { whole: true });
      // Two values of one message may differ by chance, which is an error.
      fc.pre(document.invalid === 0);
      expect(document.problems.filter((one) => hasError([one]))).toEqual([]);
      const written = write(document);
      expect(written.ok ? Buffer.from(written.bytes).toString() : written).toBe(bytes.toString());
    }),
    { numRuns: 400 * runs },
  );
});

function readInPieces(bytes: Buffer, sizes: readonly number[]): [Outcome, string[]] {
  const messages: Message[] = [];
  const reader = openReader(bytes, {
    catalogue: shipped,
    onMessage: (one) => void messages.push(one),
  });
  let at = 0;
  for (let piece = 0; at < bytes.length; piece += 1) {
    const size = sizes[piece % sizes.length] ?? 1;
    // A copy that is spoilt afterwards: nothing may go on using the bytes pushed.
    const copy = Buffer.from(bytes.subarray(at, at + size));
    reader.push(copy);
    copy.fill(0x22);
    at += size;
  }
  const outcome = reader.end();
  const told = messages.map((one) =>
    JSON.stringify([one.line, one.lastLine, one.subject, one.problems, one.json()]),
  );
  return [outcome, told];
}

const mutation = fc.record({
  at: fc.nat(1000),
  kind: fc.constantFrom("drop", "insert", "cut", "repeat"),
  byte: fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0xff, 0xc3, 0x41),
});

function mutate(
  bytes: Buffer,
  { at, kind, byte }: { at: number; kind: string; byte: number },
): Buffer {
  const place = at % (bytes.length + 1);
  const before = bytes.subarray(0, place);
  const after = bytes.subarray(place);
  if (kind === "cut") return Buffer.from(before);
  if (kind === "drop") return Buffer.concat([before, after.subarray(1)]);
  if (kind === "repeat") return Buffer.concat([before, after, after]);
  return Buffer.concat([before, Buffer.from([byte]), after]);
}

test("a mutated file never throws, and reads the same in pieces of any size", () => {
  fc.assert(
    fc.property(
      file,
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      (valid, mutations, sizes) => {
        const bytes = mutations.reduce(mutate, valid);
        fc.pre(headedCsv.recognises(bytes.subarray(0, 4096), shipped));
        const whole = readInPieces(bytes, [bytes.length]);
        expect(readInPieces(bytes, sizes)).toEqual(whole);
        const [outcome, told] = whole;
        expect(told).toHaveLength(outcome.messages);
        expect(readDocument(bytes, shipped)).toMatchObject({
          messages: outcome.messages,
          invalid: outcome.invalid,
        });
        expect(outcome.envelope !== null || outcome.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 400 * runs },
  );
});
