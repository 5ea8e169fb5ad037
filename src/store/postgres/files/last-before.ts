/**
 * The last row recorded before a moment, 0 when there is none: looked for between two, halving each time,
 * since moments of recording never go backwards. `recordedAt` gives that of the first row from a number on.
 */
export async function lastBefore(
  moment: number,
  last: number,
  recordedAt: (from: number) => Promise<number | undefined>,
): Promise<number> {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (((await recordedAt(middle)) ?? Number.POSITIVE_INFINITY) < moment) low = middle;
    else high = middle - 1;
  }
  return low;
}
