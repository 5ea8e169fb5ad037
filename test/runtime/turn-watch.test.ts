import { expect, test } from "vitest";
import type { Log } from "../../src/runtime/log.ts";
import { Loop } from "../../src/runtime/loop.ts";
import { TurnWatch } from "../../src/runtime/turn-watch.ts";
import { OwnTime } from "./own-time.ts";

const minuteMs = 60_000;
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test("a loop that waits, works or has ended does not hang", async () => {
  const { turns, time, stop, ended } = running(async () => null);
  for (let minute = 0; minute < 90; minute += 1) {
    await time.pass(minuteMs);
    expect(turns.hanging()).toEqual([]);
  }
  stop.abort();
  await time.pass(0);
  await ended;
  await time.pass(60 * minuteMs);
  expect(turns.hanging()).toEqual([]);
});

test("a round that does not end hangs after half an hour in which nothing was done", async () => {
  const { turns, time } = running(() => new Promise(() => {}));
  await time.pass(29 * minuteMs);
  expect(turns.hanging()).toEqual([]);
  // A step was done: a long round that goes on.
  turns.step();
  expect(turns.hanging()).toEqual([]);
  await time.pass(29 * minuteMs);
  expect(turns.hanging()).toEqual([]);
  await time.pass(2 * minuteMs);
  expect(turns.hanging()).toEqual(["sorting"]);
});

test("a loop whose timer never came hangs", async () => {
  const { clock } = new OwnTime();
  let now = 0;
  const turns = new TurnWatch({ steady: () => now });
  const { timer } = new OwnTime();
  const round = async () => null;
  void new Loop({ name: "sorting", everyMs: 2_000, round }, { clock, log, timer, turns }).run(
    new AbortController().signal,
  );
  await Promise.resolve();
  await Promise.resolve();
  now = 31_000;
  expect(turns.hanging()).toEqual([]);
  now = 33_000;
  expect(turns.hanging()).toEqual(["sorting"]);
});

/** A loop on a time of its own, watched. */
function running(round: () => Promise<null>) {
  const time = new OwnTime();
  const { clock, timer } = time;
  const turns = new TurnWatch(clock);
  const stop = new AbortController();
  const loop = new Loop({ name: "sorting", everyMs: 2_000, round }, { clock, log, timer, turns });
  return { time, turns, stop, ended: loop.run(stop.signal) };
}
