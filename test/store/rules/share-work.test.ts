import { expect, test } from "vitest";
import { shareWork } from "../../../src/store/rules/share-work.ts";

const parts = Array.from({ length: 9 }, (_, at) => `part ${at}`);

/** Lets daemons share again and again, one after another, until nothing changes any more. */
function settled(daemons: readonly number[], leases: Map<string, number>, wants = parts): number {
  for (let round = 1; round < 100; round += 1) {
    const before = JSON.stringify([...leases]);
    for (const number of daemons) {
      const all = daemons.map((one) => ({ number: one, wants: new Set(wants) }));
      const own = { number, wants: new Set(wants) };
      const { take, giveBack } = shareWork(own, all, leases);
      for (const part of take) leases.set(part, number);
      for (const part of giveBack) leases.delete(part);
    }
    if (JSON.stringify([...leases]) === before) return round;
  }
  throw new Error("the parts wander for ever");
}

const countsOf = (leases: ReadonlyMap<string, number>) =>
  [...Map.groupBy(leases.values(), (number) => number).values()].map(({ length }) => length).sort();

test("one daemon has everything, and those that join get their part of it", () => {
  const leases = new Map<string, number>();
  settled([1], leases);
  expect(countsOf(leases)).toEqual([9]);
  expect(settled([1, 2], leases)).toBeLessThan(5);
  expect(countsOf(leases)).toEqual([4, 5]);
  settled([1, 2, 3], leases);
  expect(countsOf(leases)).toEqual([3, 3, 3]);
});

test("what a daemon had that is gone is taken over, evenly", () => {
  const leases = new Map(parts.map((part, at) => [part, (at % 3) + 1]));
  for (const [part, number] of leases) if (number === 2) leases.delete(part);
  settled([1, 3], leases);
  expect(countsOf(leases)).toEqual([4, 5]);
});

test("a part that one daemon alone could do is its, whatever it has beside", () => {
  const own = { number: 1, wants: new Set(["a", "b", "c"]) };
  const other = { number: 2, wants: new Set<string>() };
  expect(shareWork(own, [own, other], new Map([["a", 1]]))).toEqual({
    take: ["b", "c"],
    giveBack: [],
  });
});
