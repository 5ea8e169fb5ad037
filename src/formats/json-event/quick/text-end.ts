const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;
/** Each of them four times. */
const quotes = 0x22222222;
const backslashes = 0x5c5c5c5c;
const spaces = 0x20202020;
const ones = 0x01010101;
/** The highest bit of each of four bytes. */
const high = 0x80808080 | 0;

/** For each byte 1 where it goes on a text, and 0 where it ends one, begins an escape or must not be in it. */
export const isPlainText = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < space || byte === quote || byte === backslash ? 0 : 1,
);

/**
 * The first place from `start` on that does not go on a text. Zeros are behind the bytes. Four are looked
 * at in one go: a byte less than another sets its highest bit when that is taken from it.
 */
export function textEnd(bytes: Uint8Array, view: DataView, start: number): number {
  let at = start;
  for (;;) {
    const four = view.getInt32(at, true);
    const byQuote = four ^ quotes;
    const byBackslash = four ^ backslashes;
    const found =
      ((byQuote - ones) & ~byQuote) |
      ((byBackslash - ones) & ~byBackslash) |
      ((four - spaces) & ~four);
    if ((found & high) !== 0) break;
    at += 4;
  }
  while (isPlainText[bytes[at] ?? 0] === 1) at += 1;
  return at;
}
