import { describe, expect, it } from "vitest";
import { type RetryRule, retryWait } from "../../src/core/action/retry.ts";
import { storedError } from "../../src/core/stuck/stored-error.ts";
import { fc } from "../property.ts";

const rules = fc.record({
  firstMs: fc.integer({ min: 1, max: 10_000 }),
  longestMs: fc.integer({ min: 1, max: 10_000_000 }),
  attempts: fc.option(fc.integer({ min: 1, max: 50 })),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
}) satisfies fc.Arbitrary<RetryRule>;
const chances = fc.double({ min: 0, max: 1, noNaN: true });
const failures = fc.integer({ min: 1, max: 10_000 });

describe("the wait before the next attempt", () => {
  it("ends with the last attempt", () => {
    fc.assert(
      fc.property(rules, failures, chances, (rule, failed, chance) => {
        const isLast = rule.attempts !== null && failed >= rule.attempts;
        expect(retryWait(rule, failed, chance) === null).toBe(isLast);
      }),
    );
  });

  it("doubles up to the longest, and strays from that by no more than the jitter", () => {
    fc.assert(
      fc.property(rules, failures, chances, (rule, failed, chance) => {
        const wait = retryWait({ ...rule, attempts: null }, failed, chance) ?? Number.NaN;
        const exact = Math.min(rule.longestMs, rule.firstMs * 2 ** (failed - 1));
        expect(wait).toBeGreaterThanOrEqual(Math.floor(exact * (1 - rule.jitter)));
        expect(wait).toBeLessThanOrEqual(Math.ceil(exact * (1 + rule.jitter)));
      }),
    );
  });

  it("never shrinks from one failure to the next but by chance", () => {
    fc.assert(
      fc.property(rules, failures, chances, (rule, failed, chance) => {
        const endless = { ...rule, attempts: null };
        const first = retryWait(endless, failed, chance) ?? Number.NaN;
        expect(retryWait(endless, failed + 1, chance)).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

describe("an error that is kept", () => {
  it("has its stack and what caused it, however deep, and ends in a circle too", () => {
    const root = new RangeError("no ink");
    const stored = storedError(new Error("not printed", { cause: root }));
    expect(stored).toMatchObject({
      name: "Error",
      message: "not printed",
      stack: expect.stringContaining("retry.test.ts"),
      causes: [{ name: "RangeError", message: "no ink" }],
    });
    root.cause = root;
    expect(storedError(root).causes).toHaveLength(8);
  });

  it("may be anything that was thrown, and is never endless", () => {
    expect(storedError("out of paper")).toEqual({
      name: "string",
      message: "out of paper",
      stack: null,
      causes: [],
    });
    expect(storedError(new Error("x".repeat(100_000))).message.length).toBeLessThan(10_000);
  });
});
