import { expect, test } from "vitest";
import { valuesText } from "../../src/core/text/values-text.ts";

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

test.each([
  [{ requestedAt: 1_781_082_180_000 }, '{"requestedAt":1781082180000 (2026-06-10)}'],
  [{ at: 1_781_082_180_000, by: "A" }, '{"at":1781082180000 (2026-06-10),"by":"A"}'],
  [
    { parts: [{ packedAt: 1_781_082_180_000 }] },
    '{"parts":[{"packedAt":1781082180000 (2026-06-10)}]}',
  ],
])("a moment is said behind its number: %j", (values, text) => {
  expect(valuesText(values, day)).toBe(text);
});

test.each([
  [{ amount: 1_781_082_180_000, lineAt: 3, dueAt: null, format: "x", flat: true }],
  [{ heat: 1_781_082_180_000, packedAt: "2026-06-10" }],
  [[1, "a", null, [], {}]],
])("whatever is no moment is as JSON has it: %j", (values) => {
  expect(valuesText(values, day)).toBe(JSON.stringify(values));
});
