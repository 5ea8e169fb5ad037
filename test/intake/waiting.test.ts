import { describe, expect, test } from "vitest";
import { RetryTracker } from "../../src/intake/channel/channel-intake.ts";
import { batchesOf } from "../../src/intake/folder/active-claims.ts";
import { backOff } from "../../src/runtime/back-off.ts";
import { FailureWait } from "../../src/runtime/failure-wait.ts";
import { wakeUp } from "../../src/runtime/loop.ts";
import { fc } from "../property.ts";

test("a back-off doubles up to its longest, and begins again once something worked", () => {
  const wait = backOff(500, 3_000);
  expect([wait.failed(), wait.failed(), wait.failed(), wait.failed()]).toEqual([
    500, 1_000, 2_000, 3_000,
  ]);
  wait.worked();
  expect(wait.failed()).toBe(500);
});

describe("retries", () => {
  test("are news once for each reason, and are held back for longer each time", () => {
    const retries = new RetryTracker();
    expect(retries.fail("a", "a", "no right", { wall: 70, steady: 0 })).toBe(true);
    expect(retries.fail("a", "a", "no right", { wall: 80, steady: 500 })).toBe(false);
    expect(retries.fail("a", "a", "another", { wall: 90, steady: 600 })).toBe(true);
    expect(retries.list()).toMatchObject([{ reason: "another", since: 70 }]);
    expect(retries.isBackingOff("a", 2_599)).toBe(true);
    expect(retries.isBackingOff("a", 2_600)).toBe(false);
    expect(retries.nextAt).toBe(2_600);
  });

  test("are forgotten when what they were about is gone", () => {
    const retries = new RetryTracker();
    retries.fail("a", "a", "why", { wall: 0, steady: 0 });
    retries.fail("b", "b", "why", { wall: 0, steady: 0 });
    retries.keepOnly(new Set(["b"]));
    expect(retries.list().map((trouble) => trouble.name)).toEqual(["b"]);
  });
});

test("a failure is reported once, grows while it fails, and ends once", () => {
  const wait = new FailureWait();
  expect(wait.end()).toBe(false);
  expect(wait.begin(new Error("full"), 0)).toBe(true);
  expect(wait.begin(new Error("full"), 500)).toBe(false);
  expect(wait.until).toBe(1_500);
  expect(wait.reason).toBe("full");
  expect(wait.end()).toBe(true);
  expect(wait.reason).toBeNull();
});

describe("a wake-up", () => {
  test("that rang before the sleep ends it at once, and only one", async () => {
    const bed = wakeUp();
    bed.ring();
    bed.ring();
    expect(await bed.sleep(60_000)).toBe(true);
    expect(await bed.sleep(1)).toBe(false);
  });

  test("ends the present sleep", async () => {
    const bed = wakeUp();
    setImmediate(bed.ring);
    expect(await bed.sleep(60_000)).toBe(true);
  });
});

test("batches hold every file in its order, and none holds too much", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 8 << 20 }), { maxLength: 500 });
  fc.assert(
    fc.property(sizes, (files) => {
      const batches = [...batchesOf(files, (size) => size)];
      expect(batches.flat()).toEqual(files);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(200);
        if (batch.length > 1)
          expect(batch.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(16 << 20);
      }
    }),
  );
});
