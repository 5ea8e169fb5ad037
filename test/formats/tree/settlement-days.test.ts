import { describe, expect, test } from "vitest";
import type { FlowDefinition, GroupDefinition } from "../../../src/catalogue/definition.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { clockChanges, dayText } from "../../../src/formats/generate/value/calendar.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { allProblems, catalogue, codes, flowText, read } from "../flow-text.ts";
import { textOf } from "../written.ts";
import { treeFlows } from "./generated-files.ts";

const mpan = "9900012046481";

function collected(day: string, count: number) {
  const lines = [`101|${mpan}|AI|BSUP|`, `102|${day}|`, ...Array(count).fill("103|A|1.0|")];
  return read(flowText(lines, { flow: "D0036001" }));
}

describe("half hours are those of their settlement day", () => {
  test.each([
    ["20260329", 46, true],
    ["20260329", 48, false],
    ["20260329", 50, false],
    ["20261025", 50, true],
    ["20261025", 48, false],
    ["20261025", 46, false],
    ["20261026", 48, true],
    ["20261026", 50, false],
  ])("%s: %i", (day, count, right) => {
    expect(codes(collected(day, count))).toEqual(right ? [] : ["WRONG_OCCURRENCES"]);
  });

  test("and it is said why", () => {
    const [autumn] = allProblems(collected("20261025", 48));
    expect(autumn?.message).toBe(
      "Group 103 (HH Periods) occurs 48 times in this group 102 where 50 would be right on 20261025, when clocks go back; ask the sender to correct the file.",
    );
    const [spring] = allProblems(collected("20260329", 48));
    expect(spring?.message).toContain("46 would be right on 20260329, when clocks go forward");
    const [usual] = allProblems(collected("20260330", 46));
    expect(usual?.message).toContain("48 would be right on 20260330;");
  });

  test("of a day that is none, any of the three numbers is right", () => {
    for (const count of [46, 48, 50])
      expect(codes(collected("20260230", count))).toEqual(["BAD_DATE"]);
  });

  test("each day alone, in one message", () => {
    const days = [
      ["20261024", 48],
      ["20261025", 48],
      ["20261026", 48],
    ] as const;
    const lines = days.flatMap(([day, count]) => [
      `102|${day}|`,
      ...Array<string>(count).fill("103|A|1.0|"),
    ]);
    const text = flowText([`101|${mpan}|AI|BSUP|`, ...lines], { flow: "D0036001" });
    const found = allProblems(read(text));
    expect(found.map(({ code, line }) => [code, line])).toEqual([["WRONG_OCCURRENCES", 52]]);
  });
});

/** Every flow that counts half hours. */
const halfHourly = treeFlows().filter(({ groups }) => counts(groups));

function counts(groups: readonly GroupDefinition[]): boolean {
  return groups.some((group) => group.counts?.includes(46) === true || counts(group.groups));
}

const [spring = 0, autumn = 0] = clockChanges(2025);

/** What becomes of a made-up file all of whose half hours are said to be of one day. */
function writtenFor(flow: FlowDefinition, seed: string, day: number): readonly string[] {
  const file = generateFile(flow, { seed, count: 2 });
  const text = JSON.stringify({ ...file, lines: [] });
  const moved = text.replaceAll(/"settlementDate":"\d{8}"/g, `"settlementDate":"${dayText(day)}"`);
  const written = textOf(writeDocument(JSON.parse(moved), catalogue));
  return typeof written === "string" ? ["written"] : written;
}

test.each(halfHourly.map((flow) => [`${flow.family} ${flow.flow}`, flow] as const))(
  "%s is written for one kind of day at most",
  (_, flow) => {
    const all = ["1", "2", "3", "4"].map((seed) =>
      [spring, autumn, autumn + 1].map((day) => writtenFor(flow, seed, day)),
    );
    for (const days of all) {
      const right = days.filter((codes) => codes.includes("written"));
      const wrong = days.filter((codes) => codes.includes("WRONG_OCCURRENCES"));
      // A file may hold no half hours at all, where they are optional.
      expect([right.length + wrong.length, right.length <= 1 || wrong.length === 0]).toEqual([
        3,
        true,
      ]);
    }
    expect(all.flat(2)).toContain("WRONG_OCCURRENCES");
  },
);

test("are those of all fourteen flows that count them", () => {
  expect(halfHourly).toHaveLength(14);
});
