/** What the breaker of one server remembers. All times in milliseconds on the steady clock. */
export interface BreakerState {
  /** Failures in a row. */
  readonly failures: number;
  /** Until when it is not tried again. */
  readonly until: number;
}

/** The breaker of a server that works. */
export const closedBreaker: BreakerState = { failures: 0, until: 0 };

/**
 * After one more failure: the wait doubles from the first to the longest, each time between half of it
 * and all of it, so that many programs that lost one server do not come back to it all at once.
 * `chance` is from 0 to 1.
 */
export function afterFailure(
  state: BreakerState,
  waits: { readonly firstMs: number; readonly longestMs: number },
  now: number,
  chance: number,
): BreakerState {
  const wait = Math.min(waits.longestMs, waits.firstMs * 2 ** state.failures);
  return { failures: state.failures + 1, until: now + wait * (0.5 + chance / 2) };
}
