const zero = 0x30;

/** Two digits as a number; 100 where there are none. */
function pair(text: Uint8Array, at: number): number {
  const tens = (text[at] ?? 0) - zero;
  const units = (text[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : 100;
}

/**
 * Whether a text is one of the times that most are, such as `2026-06-10T09:03:00+01:00`: of the years from
 * 2000, with an offset, on a day that its month has in any year. A quick answer for those alone.
 */
export function isPlainTime(text: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 25) return false;
  const month = pair(text, start + 5);
  const day = pair(text, start + 8);
  const sign = text[start + 19];
  return (
    pair(text, start) === 20 &&
    pair(text, start + 2) <= 99 &&
    text[start + 4] === 0x2d &&
    month >= 1 &&
    month <= 12 &&
    text[start + 7] === 0x2d &&
    day >= 1 &&
    day <= (month === 2 ? 28 : 30) &&
    text[start + 10] === 0x54 &&
    pair(text, start + 11) <= 23 &&
    text[start + 13] === 0x3a &&
    pair(text, start + 14) <= 59 &&
    text[start + 16] === 0x3a &&
    pair(text, start + 17) <= 59 &&
    (sign === 0x2b || sign === 0x2d) &&
    pair(text, start + 20) <= 13 &&
    text[start + 22] === 0x3a &&
    pair(text, start + 23) <= 59
  );
}
