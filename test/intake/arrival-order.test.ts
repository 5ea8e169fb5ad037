import { describe, expect, test } from "vitest";
import { ArrivalMoments, compareArrivals } from "../../src/intake/channel/arrival-order.ts";
import { fc } from "../property.ts";

const place = fc.record({
  name: fc.oneof(fc.string(), fc.stringMatching(/^[a-b]{0,2}[0-9]{1,25}[.-]?[0-9]{0,3}$/)),
  modifiedAt: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, noNaN: true })),
});

describe("files of one look", () => {
  test("come in one and the same order whatever order they are listed in", () => {
    fc.assert(
      fc.property(fc.array(place), fc.nat(), (files, turn) => {
        const cut = turn % (files.length + 1);
        const otherwise = [...files.slice(cut), ...files.slice(0, cut)].reverse();
        expect(otherwise.sort(compareArrivals)).toEqual(files.toSorted(compareArrivals));
      }),
    );
  });

  test("come by when they were last written to, before all else", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a.modifiedAt !== b.modifiedAt);
        expect(Math.sign(compareArrivals(a, b))).toBe(Math.sign(a.modifiedAt - b.modifiedAt));
      }),
    );
  });

  test("come by the numbers in their names where they were written at one time", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), fc.nat(9), (a, b, zeros) => {
        const left = { name: `ret-${"0".repeat(zeros)}${a}.csv`, modifiedAt: 1 };
        const right = { name: `ret-${b}.csv`, modifiedAt: 1 };
        fc.pre(a !== b);
        expect(Math.sign(compareArrivals(left, right))).toBe(a < b ? -1 : 1);
      }),
    );
  });
});

test("moments rise over looks, and none is in the future unless very many files come", () => {
  const looks = fc.array(fc.record({ later: fc.nat(5_000), files: fc.nat(50) }));
  fc.assert(
    fc.property(looks, (given) => {
      const moments = new ArrivalMoments();
      let wall = 1_000_000;
      let last = 0;
      for (const { later, files } of given) {
        wall += later + 50;
        for (const moment of moments.of(files, wall)) {
          expect(moment).toBeGreaterThan(last);
          expect(moment).toBeLessThanOrEqual(wall);
          last = moment;
        }
      }
    }),
  );
});

test("a clock that was far ahead and is set back leaves no moments in the future", () => {
  const moments = new ArrivalMoments();
  expect([...moments.of(2, 90_000_000)]).toEqual([89_999_999, 90_000_000]);
  expect([...moments.of(2, 1_000)]).toEqual([999, 1_000]);
});
