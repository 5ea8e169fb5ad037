/** Calls back once after so many milliseconds, injected so that tests set the time; what it gives cancels the call. */
export type Timer = (ms: number, onTime: () => void) => () => void;

/** The longest time that a timer of Node waits for; a longer one ends at once. */
const longestMs = 2 ** 31 - 1;

/** The timers of this machine. */
export const machineTimer: Timer = (ms, onTime) => {
  const timer = setTimeout(onTime, Math.min(longestMs, Math.max(0, Math.ceil(ms))));
  return () => clearTimeout(timer);
};
