import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/core/file/problem.ts";
import { ProblemLog, problem } from "../../src/formats/problem-log.ts";

function add(log: ProblemLog, list: Problem[], code: "BAD_DATE" | "FLOW_COUNT", line: number) {
  log.add(list, code, () => problem(code, { line }, "A sentence."));
}

describe("a problem", () => {
  test("quotes at most 80 characters, control characters made visible", () => {
    const { value } = problem("BAD_DATE", { line: 1, value: `\x1b[31m\x85${"x".repeat(100)}` }, "");
    expect(value).toMatch(/^\\u\{1b\}\[31m\\u\{85\}x+$/);
    expect(value).toHaveLength(80);
  });
});

describe("the problems of a file", () => {
  test("are in line order, those without a line last", () => {
    const log = new ProblemLog();
    log.add(log.file, "MISSING_TRAILER", () => problem("MISSING_TRAILER", { line: null }, ""));
    add(log, log.file, "BAD_DATE", 9);
    add(log, log.file, "BAD_DATE", 2);
    expect(log.finish().map((one) => one.line)).toEqual([2, 9, null]);
  });

  test("are at most 1,000, and one that says how many more", () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 3500; line += 1) add(log, log.file, "BAD_DATE", line);
    const all = log.finish();
    expect(all).toHaveLength(1001);
    expect(all.at(-1)).toMatchObject({ code: "MORE_PROBLEMS", severity: "warning", line: null });
    expect(all.at(-1)?.message).toContain("2,500 more errors");
  });

  test("are errors first: warnings take no room from them", () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 2000; line += 1) add(log, log.file, "FLOW_COUNT", line);
    for (let line = 1; line <= 900; line += 1) add(log, log.file, "BAD_DATE", line);
    const all = log.finish();
    expect(all.filter(({ code }) => code === "BAD_DATE")).toHaveLength(900);
    expect(all.at(-1)?.message).toContain("1,000 more warnings");
  });

  test("name every reason of a list, however many there are of one", () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 3000; line += 1) add(log, log.file, "BAD_DATE", line);
    for (const line of [3001, 3002])
      log.add(log.file, "UNKNOWN_GROUP", () => problem("UNKNOWN_GROUP", { line }, ""));
    const named = log.finish().filter(({ code }) => code === "UNKNOWN_GROUP");
    expect(named.map(({ line }) => line)).toEqual([3001]);
  });

  test("are kept within the same limits when they were found elsewhere", () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 1500; line += 1) {
      log.keep(log.file, problem("BAD_DATE", { line }, ""));
      log.keep(log.file, problem("FLOW_COUNT", { line }, ""));
    }
    log.keep(log.file, problem("UNKNOWN_GROUP", { line: 1501 }, ""));
    const all = log.finish();
    expect(all).toHaveLength(2002);
    expect(all.at(-2)).toMatchObject({ code: "UNKNOWN_GROUP" });
    expect(all.at(-1)?.message).toContain("500 more errors and 500 more warnings");
  });

  test("always have the first error of a list, which decides what becomes of it", () => {
    const log = new ProblemLog();
    for (let line = 1; line <= 2000; line += 1) add(log, log.file, "BAD_DATE", line);
    const message: Problem[] = [];
    add(log, message, "BAD_DATE", 2001);
    add(log, message, "BAD_DATE", 2002);
    expect(message.map(({ line }) => line)).toEqual([2001]);
  });
});
