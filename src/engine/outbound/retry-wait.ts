import type { RetrySettings } from "../../config/outbound-channel.ts";

/**
 * How long to wait after so many attempts that failed, in milliseconds: doubling from the first wait to
 * the longest, a quarter more or less so that what failed together is not tried again together. Null
 * when that was the last attempt. `chance` is from 0 to 1.
 */
export function retryWait(
  { firstMs, longestMs, attempts }: RetrySettings,
  failed: number,
  chance: number,
): number | null {
  if (attempts !== null && failed >= attempts) return null;
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(failed - 1, 40));
  return Math.round(wait * (0.75 + chance / 2));
}
