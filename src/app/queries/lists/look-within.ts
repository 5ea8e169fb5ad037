import type { OpenInstallation } from "../../installation/open-installation.ts";
import type { Looked, Part, SoughtPage } from "./list-query.ts";
import type { ListOrder } from "./page.ts";

/** Numbers that are looked through first; as many again and more where that is quick. */
const firstWindow = 2_000;

/** A list by numbers in which no index may lead to what is wanted. */
export interface Walked<Input, Row> {
  /** The way that it is read. */
  readonly way: ListOrder;
  /** The highest number that there is; null where an index leads to what is wanted. */
  highest(of: OpenInstallation, input: Input): Promise<number | null>;
  rows(of: OpenInstallation, input: Input, part: Part<number>): Promise<AsyncIterable<Row>>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/**
 * Looks for rows one range of numbers after the other, until there are enough, none is left, or the time is over:
 * where no index leads to what is wanted, all of a large store would be read for a page.
 */
export function lookWithin<Input, Row>({
  way,
  highest: highestOf,
  rows,
  now = () => performance.now(),
}: Walked<Input, Row>) {
  const isDown = way === "newest";
  return async (
    of: OpenInstallation,
    input: Input,
    { way: asked, begin, limit, withinMs }: SoughtPage<number>,
  ): Promise<Looked<Row, number> | null> => {
    const highest = asked === way ? await highestOf(of, input) : null;
    if (highest === null) return null;
    const began = now();
    let found: Row[] = [];
    // The numbers between these two are still to be looked at.
    let low = isDown ? 0 : (begin ?? 0);
    let high = isDown ? (begin ?? highest + 1) : highest + 1;
    for (let size = firstWindow; high - low > 1; ) {
      const windowBegan = now();
      const after = isDown ? Math.max(low, high - size - 1) : low;
      const before = isDown ? high : Math.min(high, low + size + 1);
      const part = { after, before, limit: limit - found.length };
      const some = await Array.fromAsync(await rows(of, input, part));
      found = isDown ? [...some, ...found] : [...found, ...some];
      if (isDown) high = after + 1;
      else low = before - 1;
      if (found.length >= limit) break;
      const isOver = now() - began >= withinMs;
      if (isOver && high - low > 1) return { rows: found, upTo: isDown ? high : low };
      if (now() - windowBegan < withinMs / 8) size *= 4;
    }
    return { rows: found, upTo: null };
  };
}
