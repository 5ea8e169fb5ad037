import { describe, expect, it } from "vitest";
import { ActionLimits } from "../../src/actions/action-limits.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { fc } from "../property.ts";

const print = { processType: "order", name: "print" };
const post = { processType: "order", name: "post" };

function limits(atOnce: number, rule: { concurrency?: number; perSecond?: number | null }) {
  return new ActionLimits(atOnce, () => ({ ...actionDefaults.usual, ...rule }), [print]);
}

function roomOf(counts: ActionLimits, now: number): number | undefined {
  return counts.room(now).queues.find(({ name }) => name === "print")?.room;
}

describe("limits", () => {
  it("count what runs, of all and of each queue", () => {
    const counts = limits(3, { concurrency: 2 });
    counts.started(print, 0);
    counts.started(post, 0);
    expect(counts.room(0)).toMatchObject({ inAll: 1, others: 1 });
    expect(roomOf(counts, 0)).toBe(1);
    counts.started(print, 0);
    expect(counts.room(0).inAll).toBe(0);
    expect(roomOf(counts, 0)).toBe(0);
    counts.ended(print);
    expect(roomOf(counts, 0)).toBe(1);
  });

  it("open again when the pace allows, and say when", () => {
    const counts = limits(10, { perSecond: 2 });
    counts.started(print, 100);
    counts.started(print, 400);
    counts.ended(print);
    counts.ended(print);
    expect(roomOf(counts, 1_099)).toBe(0);
    expect(counts.opensInMs(1_000)).toBe(100);
    expect(roomOf(counts, 1_100)).toBe(1);
    const slow = limits(10, { perSecond: 0.5 });
    slow.started(print, 0);
    expect(roomOf(slow, 1_999)).toBe(0);
    expect(roomOf(slow, 2_000)).toBe(1);
  });

  it("are never passed, whenever what is started and ends", () => {
    const steps = fc.array(
      fc.record({ passesMs: fc.integer({ min: 0, max: 700 }), ends: fc.nat(6) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (perSecond, moves) => {
        const counts = limits(8, { concurrency: 4, perSecond });
        const starts: number[] = [];
        let running = 0;
        let now = 0;
        for (const { passesMs, ends } of moves) {
          now += passesMs;
          for (let ended = 0; ended < ends && running > 0; ended += 1) {
            counts.ended(print);
            running -= 1;
          }
          for (let room = roomOf(counts, now) ?? 0; room > 0; room -= 1) {
            counts.started(print, now);
            starts.push(now);
            running += 1;
          }
          expect(running).toBeLessThanOrEqual(4);
        }
        for (const from of starts) {
          const within = starts.filter((at) => at >= from && at < from + 1_000);
          expect(within.length).toBeLessThanOrEqual(perSecond);
        }
      }),
    );
  });
});
