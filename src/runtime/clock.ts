/** The two clocks that intake needs, injected so that tests set them. */
export interface Clock {
  /** Milliseconds since 1970: for what is recorded. May jump. */
  wall(): number;
  /** Milliseconds since some start: for how long something took. Never jumps. */
  steady(): number;
  /**
   * Calls back soon after somebody set the wall clock to another moment; what it gives ends that. Absent:
   * nobody who could tell sets it, as with a machine's own.
   */
  readonly onSet?: (told: () => void) => () => void;
}

/** The clocks of this machine. */
export const machineClock: Clock = {
  wall: () => Date.now(),
  steady: () => performance.now(),
};
