import { expect, test } from "vitest";
import { treeFamilyNames } from "../../src/definitions/tree-rows.ts";
import { allFamilies, familyOf, formatOf } from "../../src/formats/recognise.ts";

test("a family is found by its own name", () => {
  for (const family of allFamilies()) expect(familyOf(family.id)).toBe(family);
  expect(allFamilies().map(({ id }) => id)).toEqual([
    ...treeFamilyNames,
    "json-event",
    "headed-csv",
  ]);
});

test("there is no usual family for a name that is of none", () => {
  expect(familyOf("telex")).toBeNull();
  expect(() => formatOf({ family: "telex" })).toThrow('There is no family of files "telex"');
});
