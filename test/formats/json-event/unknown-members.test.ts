import { expect, test } from "vitest";
import { pending, read, readings, readText } from "./json-text.ts";

/** A message whose text is changed, and what is said of it. */
function said(from: string, to: string): (string | null)[][] {
  const text = JSON.stringify(readings());
  expect(text).toContain(from);
  const [item] = readText(text.replace(from, to)).items;
  return (item?.problems ?? []).map(({ code, severity, field, message }) => [
    code,
    severity,
    field,
    /(?:is no member|is there).* meant\?$/.exec(message)?.[0] ?? null,
  ]);
}

test("a misspelt member that may be missing is a warning that names the one meant", () => {
  const is = "is no member that IF-041 has; it is kept and not looked at; is B064List meant?";
  expect(said('"B064List"', '"B064Lst"')).toEqual([
    ["UNKNOWN_MEMBER", "warning", "CustomBlock.B064Lst", is],
  ]);
});

test("of a misspelt member that must be there, what is missing says what is there", () => {
  const [unknown, missing, ...others] = said('"MPANCore"', '"MPANCor"').toSorted().toReversed();
  expect(others).toEqual([]);
  expect(unknown?.slice(0, 3)).toEqual(["UNKNOWN_MEMBER", "warning", "CommonBlock.M0.MPANCor"]);
  const stands = "is there; is it meant?";
  expect(missing).toEqual(["MISSING_VALUE", "error", "CommonBlock.M0.MPANCore", stands]);
});

test("a block of another number is none that is meant", () => {
  expect(said('"B064List"', '"B066List"')).toEqual([
    ["UNKNOWN_MEMBER", "warning", "CustomBlock.B066List", null],
  ]);
});

test("of very many unknown members some are reported, in little time, and one in each element once", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `"MPANCorn${at}":1`).join(",");
  expect(said('"MPANCore"', `${many},"MPANCor"`)).toHaveLength(21);
  const reading = '{"meterIDs":"M1"}';
  const list = `"B065List":[${reading},${reading}],"B064List"`;
  expect(said('"B064List"', list).map(([, , field]) => field)).toEqual([
    "CustomBlock.B065List.meterIDs",
  ]);
});

test("definitions that do not name every member let others pass", () => {
  const { items } = read(pending({ more: 1 }, { other: 2 }));
  expect(items.flatMap(({ problems }) => problems)).toEqual([]);
});
