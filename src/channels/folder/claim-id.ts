import { randomInt } from "node:crypto";

const timeDigits = 9;
const randomDigits = 5;
const randomRange = 36 ** randomDigits;

/**
 * A source of claim ids: nine base-36 digits of time and five of chance, e.g. `0mgx2k7pq4hd1z`. They sort
 * by time, never go backwards within one source, and differ between programs that start at once.
 */
export function claimIds(wallClock: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, wallClock());
    const time = last.toString(36).padStart(timeDigits, "0");
    return time + randomInt(randomRange).toString(36).padStart(randomDigits, "0");
  };
}

/** When a claim was made, in milliseconds since 1970; null when the text is no claim id. */
export function claimTime(id: string): number | null {
  if (!/^[0-9a-z]{14}$/.test(id)) return null;
  return Number.parseInt(id.slice(0, timeDigits), 36);
}
