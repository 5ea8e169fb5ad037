/** Which part of a list is wanted, by the numbers of its rows; all of it when nothing is said. */
export interface Slice {
  /** Only rows with numbers above this one: the first of them where there is a limit. */
  readonly after?: number;
  /** Only rows with numbers below this one: the last of them where there is a limit. */
  readonly before?: number;
  /** At most this many: the last ones, unless `after` is said. */
  readonly limit?: number;
}

/** Whether a limited list is read from its end: the last rows of it are wanted, not the first. */
export function isFromEnd({ after, before, limit }: Slice): boolean {
  return limit !== undefined && (after === undefined || before !== undefined);
}

/** Of the numbers of a whole list, in their order, those that are wanted. */
export function sliceOf(numbers: readonly number[], slice: Slice): number[] {
  const { after = 0, before = Number.POSITIVE_INFINITY, limit = numbers.length } = slice;
  const within = numbers.filter((number) => number > after && number < before);
  return isFromEnd(slice)
    ? within.slice(Math.max(0, within.length - limit))
    : within.slice(0, limit);
}
