import fc from "fast-check";
import { expect, it } from "vitest";
import { type DiffLine, diffLines } from "../../../src/core/text/diff-lines.ts";

const one = (lines: readonly DiffLine[]) => lines.filter((line) => line.in !== "second");
const other = (lines: readonly DiffLine[]) => lines.filter((line) => line.in !== "first");

it("both texts can be put together from the lines, in order and with their numbers", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (first, second) => {
      const lines = diffLines(first, second);
      if (lines === null) throw new Error("they are short");
      expect(one(lines).map((line) => line.text)).toEqual(first);
      expect(other(lines).map((line) => line.text)).toEqual(second);
      expect(one(lines).map((line) => "first" in line && line.first)).toEqual(
        first.map((_, at) => at + 1),
      );
      expect(other(lines).map((line) => "second" in line && line.second)).toEqual(
        second.map((_, at) => at + 1),
      );
      if (JSON.stringify(first) === JSON.stringify(second))
        expect(lines.every((line) => line.in === "both")).toBe(true);
    }),
  );
});

it("as few lines as can be are in one alone", () => {
  const text = (letters: string) => [...letters];
  const changed = diffLines(text("abcabba"), text("cbabac"))?.filter((line) => line.in !== "both");
  expect(changed).toHaveLength(5);
});

it("long texts with one line changed are compared at once, and those with nothing in common not at all", () => {
  const long = Array.from({ length: 30_000 }, (_, at) => `line ${at}`);
  const changed = long.with(20_000, "another");
  expect(diffLines(long, changed)?.filter((line) => line.in !== "both")).toEqual([
    { in: "first", text: "line 20000", first: 20_001 },
    { in: "second", text: "another", second: 20_001 },
  ]);
  expect(diffLines(long.slice(0, 5_000), long.slice(5_000, 10_000))).toBeNull();
});
