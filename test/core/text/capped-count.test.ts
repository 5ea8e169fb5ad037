import { expect, test } from "vitest";
import {
  cappedCounts,
  countCap,
  countText,
  shownCount,
} from "../../../src/core/text/capped-count.ts";

test("counts are exact up to the cap, and say so beyond it", () => {
  expect([0, countCap, countCap + 1].map(countText)).toEqual(["0", "10000", "10,000+"]);
  const { counts, capped } = cappedCounts({ ready: 3, delivered: countCap + 1, failed: countCap });
  expect(counts).toEqual({ ready: 3, delivered: countCap, failed: countCap });
  expect(capped).toEqual(["delivered"]);
  expect(shownCount(countCap, "delivered", capped)).toBe("10,000+");
  expect(shownCount(countCap, "failed", capped)).toBe("10000");
});
