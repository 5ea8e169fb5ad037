/**
 * Counts beside lists are exact up to this many. Beyond it nobody reads the digits, and counting on would read rows
 * without end for a number that is another a second later.
 */
export const countCap = 10_000;

/** How far a store counts; absent: to the end. */
export interface CountLimit {
  /** No count goes beyond one more than this, which says that there are more. */
  readonly upTo?: number;
}

/** How far lists count. */
export const countedForLists: CountLimit = { upTo: countCap };

/** A count for people: `10,000+` where there are more. */
export function countText(count: number): string {
  return count > countCap ? `${countCap.toLocaleString("en-GB")}+` : String(count);
}

/** A count of a view for people, by the names of those that are capped. */
export function shownCount(count: number, name: string, capped: readonly string[] = []): string {
  return countText(capped.includes(name) ? count + 1 : count);
}

/** Counts for programs, by name: none beyond the cap, and the names of those of which there are more. */
export function cappedCounts<Name extends string>(
  counts: Readonly<Partial<Record<Name, number>>>,
): { readonly counts: Record<string, number>; readonly capped: string[] } {
  const all = Object.entries<number | undefined>(counts).flatMap(([name, count]) =>
    count === undefined ? [] : [[name, count] as const],
  );
  return {
    counts: Object.fromEntries(all.map(([name, count]) => [name, Math.min(count, countCap)])),
    capped: all.filter(([, count]) => count > countCap).map(([name]) => name),
  };
}
