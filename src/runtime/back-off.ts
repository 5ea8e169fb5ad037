/** How long to wait before the next try: doubles from a first wait to a longest. */
export interface BackOff {
  /** Milliseconds to wait after one more failure. */
  failed(): number;
  /** It worked: the next failure waits the first time again. */
  worked(): void;
  /** Failures since it last worked. */
  readonly failures: number;
}

const firstMs = 500;
const longestMs = 30_000;

/** A back-off; the waits are 0.5 s, 1 s, 2 s and so on up to 30 s unless given. */
export function backOff(first = firstMs, longest = longestMs): BackOff {
  let failures = 0;
  return {
    failed: () => {
      failures += 1;
      return Math.min(longest, first * 2 ** (failures - 1));
    },
    worked: () => {
      failures = 0;
    },
    get failures() {
      return failures;
    },
  };
}
