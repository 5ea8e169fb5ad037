import { expect, test } from "vitest";
import { isReasonFile } from "../../../src/intake/channel/quarantine.ts";

const long = `7-${"n".repeat(253)}`;
const cut = `${long.slice(0, 255 - ".reason.txt".length)}.reason.txt`;

test.each([
  ["the reason beside its copy", "7-a.csv.reason.txt", ["7-a.csv"], true],
  ["a copy", "7-a.csv", ["7-a.csv.reason.txt"], false],
  ["a copy of a file with such a name", "7-a.reason.txt", ["7-a.reason.txt.reason.txt"], false],
  ["the reason of that", "7-a.reason.txt.reason.txt", ["7-a.reason.txt"], true],
  ["the cut name of a reason", cut, [long], true],
  ["a reason whose copy is gone", "7-a.csv.reason.txt", ["8-a.csv"], false],
])("tells %s", (_, name, others, isReason) => {
  expect(isReasonFile(name, new Set([name, ...others]))).toBe(isReason);
});
