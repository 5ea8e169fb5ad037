/** What each of the first twelve digits of an MPAN core counts for: the primes from 3 on, 11 left out. */
const weights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43] as const;

/**
 * Whether the text is 13 digits of which the last is the check digit of the others: their weighted sum
 * modulo 11, then modulo 10. Real meter points pass; made-up ones mostly do not, and some ids given
 * centrally need not, so a setting takes them. Allocates nothing.
 */
export function hasRightCheckDigit(mpan: Pick<string, "length" | "charCodeAt">): boolean {
  if (mpan.length !== 13) return false;
  let sum = 0;
  for (let place = 0; place < 12; place += 1) {
    const digit = mpan.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * (weights[place] ?? 0);
  }
  return mpan.charCodeAt(12) - 48 === (sum % 11) % 10;
}
