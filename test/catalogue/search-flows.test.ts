import { expect, test } from "vitest";
import { searchFlows } from "../../src/catalogue/search-flows.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";

const catalogue = loadCatalogue();
const found = (words: string) =>
  searchFlows(catalogue, words).map(({ flow, version, foundIn }) => [flow + version, foundIn]);

test("no words find every flow version, the two withdrawn ones marked", () => {
  const all = searchFlows(catalogue, " ").filter(({ family }) => family === "user-file");
  expect(all.filter(({ family }) => family === "user-file")).toHaveLength(208);
  expect(all.filter(({ withdrawn }) => withdrawn).map(({ flow }) => flow)).toEqual([
    "D0055",
    "D0058",
  ]);
});

test.each(["d0010", "D0010002", "meter readings", "READINGS meter"])("%j finds D0010", (words) => {
  expect(found(words)).toContainEqual(["D0010002", null]);
});

test("an item is found by number and by name, and named", () => {
  expect(found("j1888")).toContainEqual(["D0010002", "J1888 Reading Method"]);
  expect(found("reading method")).toContainEqual(["D0086002", "J1888 Reading Method"]);
});

test("words that are in different items find nothing", () => {
  expect(found("mpan banana")).toEqual([]);
});

test.each<[string, string, number]>([
  ["RGMA", "G0100001", 36],
  ["mhhs", "IF-001", 50],
  ["half-hourly", "REP-002A", 50],
  ["gas meter", "G0702", 36],
  ["uk link", "MRI", 10],
  ["mhhs settlement", "IF-021", 50],
])("%s finds all flows that people call so", (words, one, count) => {
  const those = found(words).map(([flow]) => flow);
  expect(those.some((flow) => flow?.startsWith(one))).toBe(true);
  expect(those.length).toBeGreaterThanOrEqual(count);
});
