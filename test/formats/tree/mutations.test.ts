import { describe, expect, test } from "vitest";
import { hasError } from "../../../src/core/file/problem.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { fc } from "../../property.ts";
import { catalogue } from "../flow-text.ts";
import { isValid, writable } from "../written.ts";
import { rightFiles } from "./fixture-files.ts";
import { generatedFiles } from "./generated-files.ts";
import { mutated, mutation } from "./mutation.ts";

const files = rightFiles.map(({ bytes }) => bytes);
/** Files of every flow, and the fixtures often enough not to be lost among them. */
const all = [
  ...Array.from({ length: 6 }, () => files).flat(),
  ...generatedFiles("mutations", 2).filter((bytes) => bytes.length < 20_000),
];
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const numRuns = nightly ? 200_000 : 700;
const mostMs = nightly ? 1_800_000 : 360_000;

describe("whatever happens to a file's bytes", () => {
  test(
    "reading never throws, and gives data that is JSON or says what is wrong",
    () => {
      const before = process.memoryUsage.rss();
      fc.assert(
        fc.property(
          fc.constantFrom(...all),
          fc.array(mutation, { minLength: 1, maxLength: 4 }),
          (bytes, changes) => {
            const started = performance.now();
            const changed = changes.reduce(mutated, bytes);
            const document = readDocument(changed, catalogue);
            const invalid = document.items.filter((message) => hasError(message.problems));
            expect(document.messages).toBe(document.items.length);
            expect(document.invalid).toBe(invalid.length);
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
            expect(performance.now() - started).toBeLessThan(60_000);
          },
        ),
        { numRuns },
      );
      expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 2 ** 20);
    },
    mostMs,
  );

  test(
    "a file that is valid is written to the same bytes, any other one is not written",
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...all),
          fc.array(mutation, { maxLength: 3 }),
          (bytes, changes) => {
            const changed = changes.reduce(mutated, bytes);
            const document = readDocument(changed, catalogue, { whole: true });
            const found = writable(document);
            if (found === null) return;
            const written = writeDocument(found, catalogue);
            expect(written.ok).toBe(isValid(document));
            if (written.ok) expect(Buffer.compare(written.bytes, changed)).toBe(0);
          },
        ),
        { numRuns },
      );
    },
    mostMs,
  );

  test("every cut of a right file is refused, or lacks only its last line end", () => {
    // What a UK Link trailer counts is not settled; RGMA files of other codes, or that nobody describes, have no certain trailer.
    const uncertain = /^(?:uk-link\/|rgma\/(?:RTO|ONJOB-other))/;
    const whole = rightFiles.filter(({ name }) => !uncertain.test(name));
    for (const { name, bytes } of whole.filter((one) => one.bytes.length < 1500)) {
      const pool = name.startsWith("pool/");
      const { items } = readDocument(bytes, catalogue);
      for (let length = 0; length < bytes.length; length += 1) {
        const cut = readDocument(bytes.subarray(0, length), catalogue);
        const left = bytes.subarray(length).toString("latin1").trim();
        if (left === "" || (pool && left === "|")) expect(cut.items.length).toBe(items.length);
        else expect({ length, refused: hasError(cut.problems) }).toEqual({ length, refused: true });
      }
    }
  });
});
