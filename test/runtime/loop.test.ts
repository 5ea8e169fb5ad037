import { expect, test } from "vitest";
import type { Log } from "../../src/runtime/log.ts";
import { Loop, type LoopTask, type NextRound } from "../../src/runtime/loop.ts";
import { fc } from "../property.ts";
import { OwnTime } from "./own-time.ts";

const minuteMs = 60_000;

/** A loop on a time of its own, whose rounds are noted. */
class Running {
  readonly time = new OwnTime();
  readonly stop = new AbortController();
  /** When each round began. */
  readonly rounds: number[] = [];
  readonly hastened: number[] = [];
  readonly said: string[] = [];
  readonly loop: Loop;
  readonly ended: Promise<void>;

  constructor(round: (at: number) => NextRound | Promise<NextRound>, task: Partial<LoopTask> = {}) {
    const say = (details: object, message: string) =>
      void this.said.push(`${(details as { event: string }).event}: ${message}`);
    const log: Log = { debug: () => {}, info: say, warn: say, error: say };
    const { clock, timer } = this.time;
    this.loop = new Loop(
      {
        name: "sorting",
        everyMs: 2_000,
        round: async ({ isRetryNow }) => {
          const at = clock.steady();
          this.rounds.push(at);
          if (isRetryNow) this.hastened.push(at);
          return round(at);
        },
        ...task,
      },
      { clock, log, timer },
    );
    this.ended = Promise.resolve().then(() => this.loop.run(this.stop.signal));
  }

  /** Time as a promise, for rounds that last. */
  lasting(ms: number): Promise<void> {
    return new Promise((done) => this.time.timer(ms, done));
  }
}

test("a wall clock that is set wakes the loop, until the loop ends", async () => {
  const told = new Set<() => void>();
  const onSet = (tell: () => void) => {
    told.add(tell);
    return () => void told.delete(tell);
  };
  const { clock, timer } = new OwnTime();
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const stop = new AbortController();
  const rounds = Array.from({ length: 2 }, () => Promise.withResolvers<void>());
  let count = 0;
  const round = async () => {
    rounds[count]?.resolve();
    count += 1;
    return null;
  };
  const task = { name: "waiting", everyMs: 3_600_000, round };
  const ended = new Loop(task, { clock: { ...clock, onSet }, log, timer }).run(stop.signal);
  await rounds[0]?.promise;
  for (const tell of told) tell();
  await rounds[1]?.promise;
  stop.abort();
  await ended;
  expect([count, told.size]).toEqual([2, 0]);
});

test("a loop begins at once, and goes on in its usual time when nothing wakes it", async () => {
  const { time, rounds } = new Running(() => null);
  await time.pass(5_000);
  expect(rounds).toEqual([0, 2_000, 4_000]);
});

test("a round that names a moment is followed then, one with more to do at once", async () => {
  const next: NextRound[] = ["more", { inMs: 300 }, { inMs: 9_000 }];
  const { time, rounds } = new Running(() => next.shift() ?? null);
  await time.pass(3_000);
  expect(rounds).toEqual([0, 0, 300, 2_300]);
});

test("a wake-up brings the next round at once", async () => {
  const { time, loop, rounds } = new Running(() => null);
  await time.pass(700);
  loop.wake();
  await time.pass(100);
  expect(rounds).toEqual([0, 700]);
});

test("wake-ups during a round are one more round, after it: rounds do not overlap", async () => {
  let under = 0;
  const running: Running = new Running(async () => {
    under += 1;
    expect(under).toBe(1);
    await running.lasting(100);
    under -= 1;
    return null;
  });
  const { time, loop, rounds } = running;
  await time.pass(50);
  for (let times = 0; times < 10; times += 1) loop.wake();
  await time.pass(1_000);
  expect(rounds).toEqual([0, 100]);
});

test("a round may keep wake-ups waiting, but no person", async () => {
  const { time, loop, rounds, hastened } = new Running(() => ({ inMs: 1_000, notBeforeMs: 1_000 }));
  await time.pass(100);
  loop.wake();
  await time.pass(1_000);
  loop.retryNow();
  await time.pass(100);
  expect(rounds).toEqual([0, 1_000, 1_100]);
  expect(hastened).toEqual([1_100]);
});

test("wake-ups in masses share rounds that keep their distance", async () => {
  const { time, loop, rounds } = new Running(() => null, { gather: { from: 100, gapMs: 250 } });
  await time.pass(10);
  loop.wake(99);
  await time.pass(10);
  loop.wake(100);
  await time.pass(10);
  loop.wake(100);
  await time.pass(1_000);
  expect(rounds).toEqual([0, 10, 260]);
});

test("a loop asked to stop ends the round that is under way, and begins no other", async () => {
  const running: Running = new Running(async () => {
    await running.lasting(500);
    return "more" as const;
  });
  const { time, stop, rounds, ended } = running;
  await time.pass(100);
  stop.abort();
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await time.pass(300);
  expect(isOver).toBe(false);
  await time.pass(100);
  await ended;
  expect(rounds).toEqual([0]);
});

test("a loop that waits stops without any time passing, also after an error", async () => {
  for (const round of [() => null, () => Promise.reject(new Error("no disk"))]) {
    const { time, stop, ended, rounds } = new Running(round);
    await time.pass(100);
    stop.abort();
    await ended;
    expect(rounds).toEqual([0]);
  }
});

test("a loop that has a last round does it after it is asked to stop", async () => {
  const { time, stop, ended, rounds } = new Running(() => null, { hasLastRound: true });
  await time.pass(100);
  stop.abort();
  await ended;
  expect(rounds).toEqual([0, 100]);
});

test("an error is logged once with the loop's name, waited out longer each time, and over once it works", async () => {
  let fails = true;
  const { time, loop, rounds, said } = new Running(() => {
    if (fails) throw new Error("no disk");
    return null;
  });
  await time.pass(100);
  loop.wake();
  await time.pass(3_000);
  expect(rounds).toEqual([0, 500, 1_500]);
  expect(loop.trouble).toBe("no disk");
  fails = false;
  await time.pass(2_500);
  expect(rounds).toEqual([0, 500, 1_500, 3_500, 5_500]);
  expect(loop.trouble).toBeNull();
  expect(said).toEqual(["stage-failing: sorting waits: no disk", "stage-resumed: sorting goes on"]);
});

test("an error that does not pass ends the loop", async () => {
  const lost = new Error("the store is another's");
  const { ended } = new Running(() => Promise.reject(lost), { endsOn: (error) => error === lost });
  await expect(ended).rejects.toBe(lost);
});

test("one loop is not run twice at once", async () => {
  const { time, loop, stop, ended } = new Running(() => null);
  await time.settle();
  await expect(loop.run(stop.signal)).rejects.toThrow('The loop "sorting" runs already.');
  stop.abort();
  await ended;
});

test("no moments and no errors bring more than so many rounds a minute", async () => {
  const answers = fc.array(
    fc.oneof(
      fc.constant(null),
      fc.constant("fail"),
      fc.record({ inMs: fc.integer({ min: -minuteMs, max: minuteMs }) }),
    ),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const { time, stop, rounds, ended } = new Running(() => {
        const next = given[rounds.length % given.length];
        if (next === "fail") throw new Error("no disk");
        return next ?? null;
      });
      await time.pass(minuteMs);
      stop.abort();
      await ended;
      expect(rounds.length).toBeLessThanOrEqual(minuteMs / 50 + 1);
      expect(rounds.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 30, examples: [[[{ inMs: -1_000 }]], [["fail"]]] },
  );
});
