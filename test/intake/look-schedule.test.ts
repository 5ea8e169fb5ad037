import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LookSchedule, RetryTracker } from "../../src/intake/channel/channel-intake.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { Loop } from "../../src/runtime/loop.ts";
import { fc } from "../property.ts";

const minuteMs = 60_000;
const log = { error() {}, warn() {}, info() {}, debug() {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs rounds that last so long and each give these moments, for a minute; gives how many there were. */
async function looksInAMinute(
  pollMs: number,
  lastsMs: number,
  momentsOf: (began: number) => readonly (number | null)[],
): Promise<number> {
  const controller = new AbortController();
  const schedule = new LookSchedule(pollMs, machineClock);
  let looks = 0;
  const round = async () => {
    const began = machineClock.steady();
    looks += 1;
    schedule.looked(began);
    if (lastsMs > 0) await new Promise((done) => setTimeout(done, lastsMs));
    return schedule.next(momentsOf(began), began);
  };
  const loop = new Loop({ name: "looks", everyMs: pollMs, round }, { clock: machineClock, log });
  const ended = loop.run(controller.signal);
  await vi.advanceTimersByTimeAsync(minuteMs);
  controller.abort();
  await vi.advanceTimersByTimeAsync(1_000);
  await ended;
  return looks;
}

describe("the schedule of looks", () => {
  test("looks no more often than its polls and the moments that it was given, whatever these are", async () => {
    const moments = fc.array(
      fc.oneof(fc.constant(null), fc.integer({ min: -minuteMs, max: 2 * minuteMs })),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        moments,
        fc.integer({ min: 1_000, max: minuteMs }),
        fc.integer({ min: 0, max: 200 }),
        async (offsets, pollMs, lastsMs) => {
          const start = machineClock.steady();
          const fixed = offsets.map((offset) => (offset === null ? null : start + offset));
          const looks = await looksInAMinute(pollMs, lastsMs, () => fixed);
          expect(looks).toBeLessThanOrEqual(minuteMs / pollMs + offsets.length + 2);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("retries what fails again and again with growing waits, and forgets no later moment", async () => {
    const retries = new RetryTracker();
    const looks = await looksInAMinute(minuteMs, 0, (began) => {
      if (!retries.isBackingOff("a", began))
        retries.fail("a", "a", "refused", { wall: 0, steady: began });
      return [retries.nextAt];
    });
    // At 0, 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s.
    expect(looks).toBeGreaterThanOrEqual(7);
    expect(looks).toBeLessThanOrEqual(9);
  });
});
