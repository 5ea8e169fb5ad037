import { expect, test } from "vitest";
import type { ConflictDecision } from "../../../src/store/port/files/file-store.ts";
import {
  type ConflictSituation,
  conflictSteps,
  type FileAtOdds,
} from "../../../src/store/rules/files/conflict-decision.ts";

const inConflict: ConflictSituation = {
  file: 2,
  second: { state: "conflict", otherFile: 1 },
  made: null,
  first: null,
};

/** How a decision leaves the files 1 and 2. */
function after(decision: ConflictDecision): ConflictSituation {
  const stands: FileAtOdds = { state: "recorded", otherFile: null };
  return {
    file: 2,
    second: decision === "keep-first" ? { state: "withdrawn", otherFile: 1 } : stands,
    made: { decision, other: 1 },
    first: decision === "replace" ? { state: "withdrawn", otherFile: 2 } : stands,
  };
}

test("the first decision says which of the two is active", () => {
  const steps = (decision: ConflictDecision) => conflictSteps(inConflict, decision);
  expect(steps("keep-first")).toEqual({ other: 1, first: null, second: "set-aside" });
  expect(steps("replace")).toEqual({ other: 1, first: "withdraw", second: "stand" });
  expect(steps("keep-both")).toEqual({ other: 1, first: null, second: "stand" });
});

test.each([
  ["keep-first", "replace", "withdraw", "restore"],
  ["keep-first", "keep-both", null, "restore"],
  ["replace", "keep-first", "restore", "withdraw"],
  ["replace", "keep-both", "restore", null],
  ["keep-both", "keep-first", null, "withdraw"],
  ["keep-both", "replace", "withdraw", null],
] as const)("%s is taken back by %s", (before, decision, first, second) => {
  expect(conflictSteps(after(before), decision)).toEqual({ other: 1, first, second });
});

test("what was decided so, or does not hold any more, is not decided", () => {
  expect(() => conflictSteps(after("replace"), "replace")).toThrow("was decided replace already");
  const since = { ...after("replace"), first: { state: "recorded", otherFile: null } as const };
  expect(() => conflictSteps(since, "keep-both")).toThrow("file 1 recorded by now");
  expect(() => conflictSteps({ ...inConflict, second: null }, "replace")).toThrow("no file 2");
  const standing = { ...inConflict, second: { state: "recorded", otherFile: null } as const };
  expect(() => conflictSteps(standing, "replace")).toThrow("File 2 is recorded, not in conflict");
});

test("of a duplicate only keep-both is said, and once", () => {
  const repeat = { ...inConflict, second: { state: "duplicate", otherFile: 1 } as const };
  expect(() => conflictSteps(repeat, "replace")).toThrow("would change nothing");
  expect(conflictSteps(repeat, "keep-both")).toEqual({ other: 1, first: null, second: null });
  const made = { decision: "keep-both", other: 1 } as const;
  expect(conflictSteps({ ...repeat, made }, "keep-both")).toBeNull();
});
