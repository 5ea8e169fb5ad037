import { setImmediate as turn } from "node:timers/promises";

interface Call<Item, Result> {
  readonly items: readonly Item[];
  readonly resolve: (results: Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does work for many callers together: what is brought while earlier work is under way is done with the next, so
 * that they share a transaction and its wait for the disk. At most so many items at once, unless one call has more.
 */
export function joinedCalls<Item, Result>(
  most: number,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (items: readonly Item[]) => Promise<Result[]> {
  let waiting: Call<Item, Result>[] = [];
  let isAtWork = false;

  /** The calls of the next piece of work. */
  function take(): readonly Call<Item, Result>[] {
    let items = 0;
    const end = waiting.findIndex((call, at) => {
      items += call.items.length;
      return at > 0 && items > most;
    });
    const taken = end === -1 ? waiting : waiting.slice(0, end);
    waiting = waiting.slice(taken.length);
    return taken;
  }

  async function workOff(): Promise<void> {
    isAtWork = true;
    while (waiting.length > 0) {
      const calls = take();
      try {
        const results = await work(calls.flatMap(({ items }) => items));
        let from = 0;
        for (const { items, resolve } of calls) {
          resolve(results.slice(from, from + items.length));
          from += items.length;
        }
      } catch (error) {
        for (const { reject } of calls) reject(error);
      }
      // Whoever was just answered may bring more: it shall not miss the next piece by a moment.
      await turn();
    }
    isAtWork = false;
  }

  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (!isAtWork) void workOff();
    });
}
