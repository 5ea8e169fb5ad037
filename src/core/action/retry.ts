/** How often and how soon something that failed is tried again; times in milliseconds. */
export interface RetryRule {
  /** The first wait; each further one is twice as long. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** After so many attempts a person is needed; null: it is tried for ever. */
  readonly attempts: number | null;
  /** By how much of itself a wait is longer or shorter by chance, from 0 to 1; a quarter when absent. */
  readonly jitter?: number;
}

const usualJitter = 0.25;

/**
 * How long to wait after so many attempts that failed: doubling from the first wait to the longest, more
 * or less by the jitter, so that what failed together is not tried again together. Null when that was the
 * last attempt. `chance` is from 0 to 1.
 */
export function retryWait(rule: RetryRule, failed: number, chance: number): number | null {
  const { firstMs, longestMs, attempts, jitter = usualJitter } = rule;
  if (attempts !== null && failed >= attempts) return null;
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(failed - 1, 40));
  return Math.round(wait * (1 - jitter + 2 * jitter * chance));
}
