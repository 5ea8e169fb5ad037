import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasError } from "../../../src/core/problem.ts";
import { readDocument } from "../../../src/formats/read-document.ts";
import { catalogue } from "../flow-text.ts";

const right = fileURLToPath(new URL("../../../fixtures/right", import.meta.url));
const files = readdirSync(right).map((name) => readFileSync(join(right, name)));

/** What may happen to bytes on their way. */
type Change =
  | { readonly kind: "set"; readonly at: number; readonly byte: number }
  | { readonly kind: "remove"; readonly at: number; readonly length: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number }
  | { readonly kind: "cut"; readonly at: number };

const at = fc.nat({ max: 5000 });
const byte = fc.oneof(
  fc.constantFrom(0x7c, 0x0a, 0x0d, 0x22, 0x5c, 0x00, 0xff),
  fc.nat({ max: 255 }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("set"), at, byte }),
  fc.record({ kind: fc.constant("remove"), at, length: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant("repeat"), at, length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant("cut"), at }),
);

function apply(bytes: Buffer, one: Change): Buffer {
  const place = bytes.length === 0 ? 0 : one.at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (one.kind === "set") return Buffer.concat([before, Buffer.of(one.byte), after.subarray(1)]);
  if (one.kind === "remove") return Buffer.concat([before, after.subarray(one.length)]);
  if (one.kind === "repeat") return Buffer.concat([before, after.subarray(0, one.length), after]);
  return before;
}

describe("whatever happens to a file's bytes", () => {
  test("reading it never throws, and gives data that is JSON or says what is wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (bytes, changes) => {
          const document = readDocument(changes.reduce(apply, bytes), catalogue);
          const held = document.items.filter((message) => hasError(message.problems));
          expect(document.messages).toBe(document.items.length);
          expect(document.held).toBe(held.length);
          expect(document.envelope !== null || hasError(document.problems)).toBe(true);
          for (const message of document.items) {
            expect(typeof JSON.parse(message.json())).toBe("object");
            expect(message.lastLine).toBeGreaterThanOrEqual(message.line);
          }
          for (const { message, value, line } of document.problems) {
            expect(message).toMatch(/[.?]$/);
            expect(value === null || value.length <= 80).toBe(true);
            expect(line === null || (line >= 1 && line <= document.lines)).toBe(true);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });

  test("every cut of a right file is refused, or lacks only its last line end", () => {
    for (const bytes of files.filter((one) => one.length < 1500)) {
      const { items } = readDocument(bytes, catalogue);
      for (let length = 0; length < bytes.length; length += 1) {
        const cut = readDocument(bytes.subarray(0, length), catalogue);
        const whole = bytes.subarray(length).toString("latin1").trim() === "";
        expect(hasError(cut.problems)).toBe(!whole);
        if (whole) expect(cut.items.length).toBe(items.length);
      }
    }
  });
});
