import { expect, test } from "vitest";
import type { IdentityVerdict } from "../../../src/core/file/identity.ts";
import type { Problem } from "../../../src/core/file/problem.ts";
import type { SequenceClaim } from "../../../src/core/file/sequence.ts";
import { fileVerdict, numberVerdict } from "../../../src/store/rules/files/file-verdict.ts";

const claim: SequenceClaim = { number: 4, check: "warn", onGap: "wait", waitForMs: 1_000 };
const recorded: IdentityVerdict = { state: "recorded", otherFile: null };
const gap = numberVerdict(claim, 1, []);

interface Reading {
  readonly sequence: SequenceClaim | null;
  readonly problems: readonly Problem[];
}

function judged(
  identity: IdentityVerdict,
  problem: Problem | null,
  sequence: SequenceClaim | null = claim,
) {
  return fileVerdict<Reading>(
    {
      identity: ({ problems }) =>
        problems.some(({ severity }) => severity === "error")
          ? { state: "rejected", otherFile: null }
          : identity,
      sequence: () => problem,
      noted: (reading, found) => ({ ...reading, problems: [...reading.problems, found] }),
    },
    { sequence, problems: [] },
  );
}

test("a file without a number, and a sighting, leave the sequence as it is", () => {
  expect(judged(recorded, gap, null)).toMatchObject({ verdict: recorded, fills: false });
  const sighting: IdentityVerdict = { state: "duplicate", otherFile: 1 };
  expect(judged(sighting, gap)).toMatchObject({ verdict: sighting, fills: false });
});

test("a number is used up by an active file, not by one refused for it", () => {
  expect(judged(recorded, null)).toMatchObject({ verdict: recorded, fills: true });
  const error = { ...(gap as Problem), severity: "error" } as const;
  expect(judged(recorded, error)).toMatchObject({ verdict: { state: "rejected" }, fills: false });
  const warning = { ...error, severity: "warning" } as const;
  expect(judged(recorded, warning)).toMatchObject({
    verdict: recorded,
    reading: { problems: [warning] },
    fills: true,
  });
});

test("of a file in conflict what is wrong with its number is a warning", () => {
  const conflict: IdentityVerdict = { state: "conflict", otherFile: 1 };
  const error = { ...(gap as Problem), severity: "error" } as const;
  expect(judged(conflict, error)).toMatchObject({
    verdict: conflict,
    reading: { problems: [{ severity: "warning" }] },
    fills: true,
  });
});

test("a number is given twice only by an active file with other bytes", () => {
  const other = { file: 9, stands: true, isSameBytes: false };
  expect(numberVerdict(claim, 4, [other])?.message).toContain("9");
  expect(numberVerdict(claim, 4, [{ ...other, isSameBytes: true }])).toBeNull();
  expect(numberVerdict(claim, 4, [{ ...other, stands: false }])).toBeNull();
  expect(numberVerdict(claim, 3, [])).toBeNull();
  expect(gap?.message).toContain("Sequence gap: the number is 4, the last was 1");
});
