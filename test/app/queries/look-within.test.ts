import { expect, test } from "vitest";
import type { OpenInstallation } from "../../../src/app/installation/open-installation.ts";
import type { Part } from "../../../src/app/queries/lists/list-query.ts";
import { lookWithin } from "../../../src/app/queries/lists/look-within.ts";
import type { ListOrder } from "../../../src/app/queries/lists/page.ts";

const of = {} as OpenInstallation;
const highest = 100_000;

/** A list of numbers of which every so manyth is wanted; looking at a number takes a hundredth of a millisecond. */
function listOf(every: number, way: ListOrder) {
  let clock = 0;
  let looked = 0;
  const rows = async (
    _: unknown,
    __: object,
    part: Part<number>,
  ): Promise<AsyncIterable<number>> => {
    const { after = 0, before = highest + 1, limit = 0 } = part;
    const found: number[] = [];
    for (let number = after + 1; number < before; number += 1)
      if (number % every === 0) found.push(number);
    clock += (before - after - 1) / 100;
    looked += before - after - 1;
    return ReadableStream.from(way === "newest" ? found.slice(-limit) : found.slice(0, limit));
  };
  const look = lookWithin({ way, rows, highest: async () => highest, now: () => clock });
  const page = async (begin: number | undefined, limit: number, withinMs = 100) => {
    clock = 0;
    looked = 0;
    return { ...(await look(of, {}, { way, begin, limit, withinMs })), looked: () => looked };
  };
  return page;
}

test.each(["newest", "oldest"] as const)(
  "a page looks no further than it needs, and ends when the time is over: %s first",
  async (way) => {
    const found: number[] = [];
    let begin: number | undefined;
    let pages = 0;
    const page = listOf(20_000, way);
    for (; pages < 100; pages += 1) {
      const { rows = [], upTo = null, looked } = await page(begin, 50);
      expect(looked()).toBeLessThan(60_000);
      found.push(...(way === "newest" ? rows.toReversed() : rows));
      if (upTo === null) break;
      begin = upTo;
    }
    expect(pages).toBeGreaterThan(0);
    const all = [20_000, 40_000, 60_000, 80_000, 100_000];
    expect(found).toEqual(way === "newest" ? all.toReversed() : all);
  },
);

test("many rows fill a page from the first range", async () => {
  const { rows, upTo, looked } = await listOf(2, "newest")(undefined, 3);
  expect({ rows, upTo, looked: looked() }).toEqual({
    rows: [99_996, 99_998, 100_000],
    upTo: null,
    looked: 2_000,
  });
});

test("a list that is read the other way is read as it always was", async () => {
  const rows = async () => ReadableStream.from([1]);
  const look = lookWithin({ way: "newest", rows, highest: async () => highest });
  const page = { way: "oldest", begin: 0, limit: 5, withinMs: 5 } as const;
  expect(await look(of, {}, page)).toBeNull();
});
