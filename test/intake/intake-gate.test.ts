import { describe, expect, test } from "vitest";
import { type DiskMarks, marksOn } from "../../src/config/disk-marks.ts";
import { BacklogWatch, DiskWatch, intakeGate } from "../../src/intake/channel/intake-gate.ts";
import type { Clock } from "../../src/runtime/clock.ts";

const gib = 2 ** 30;
const usual: DiskMarks = { stop: null, resume: null };

/** A clock that is a second further each time it is read. */
function ticking(): Clock {
  let now = 0;
  const tick = () => {
    now += 1_000;
    return now;
  };
  return { wall: tick, steady: tick };
}

describe("the room that disks must have", () => {
  test("is 1 GiB, or 5 % where that is less, and a quarter more to go on", () => {
    expect(marksOn(usual, 500 * gib)).toEqual({ stopBytes: gib, resumeBytes: 1.25 * gib });
    expect(marksOn(usual, 4 * gib).stopBytes).toBe(Math.round(0.2 * gib));
  });

  test("is what the settings say, in bytes or in parts, and never lower to go on than to stop", () => {
    const marks = { stop: { percent: 10 }, resume: { bytes: 1 } };
    expect(marksOn(marks, 100)).toEqual({ stopBytes: 10, resumeBytes: 10 });
    expect(marksOn({ stop: { bytes: 0 }, resume: null }, 100)).toEqual({
      stopBytes: 0,
      resumeBytes: 0,
    });
  });
});

describe("a gate", () => {
  test("closes below one mark on a disk and opens above the higher one only", () => {
    let freeBytes = 50;
    const marks = { stop: { bytes: 40 }, resume: { bytes: 60 } };
    const watch = new DiskWatch("/disk", marks, ticking(), () => ({ freeBytes, totalBytes: 100 }));
    const isOpen = [];
    for (freeBytes of [50, 40, 39, 41, 59, 60, 41, 39]) isOpen.push(watch.closed() === null);
    expect(isOpen).toEqual([true, true, false, false, false, true, true, false]);
    expect(watch.closed()).toMatch(/^The disk of \/disk has 0\.0 MiB free\. Intake stops below/);
  });

  test("closes above a number of waiting messages and opens at half of it", async () => {
    let count = 0;
    const backlog = {
      what: "messages wait to be routed",
      stopAbove: 100,
      count: async () => count,
    };
    const watch = new BacklogWatch(backlog, ticking());
    const isOpen = [];
    for (count of [0, 100, 101, 100, 51, 50, 101]) isOpen.push((await watch.closed()) === null);
    expect(isOpen).toEqual([true, true, false, false, false, true, false]);
    expect(await watch.closed()).toMatch(
      /^About 101 messages wait to be routed, more than the 100/,
    );
  });

  test("asks the disk and the store now and then, however often it is asked", async () => {
    let asked = 0;
    const still: Clock = { wall: () => 0, steady: () => 0 };
    const count = async () => {
      asked += 1;
      return 0;
    };
    const gate = intakeGate({
      marks: usual,
      folders: ["/no/such/folder"],
      backlogs: [{ what: "things wait", stopAbove: 1, count }],
      clock: still,
    });
    for (let time = 0; time < 100; time += 1) await gate.mayTakeMore([]);
    expect(asked).toBe(1);
  });
});
