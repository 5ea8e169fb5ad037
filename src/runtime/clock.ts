/** The two clocks that intake needs, injected so that tests set them. */
export interface Clock {
  /** Milliseconds since 1970: for what is recorded. May jump. */
  wall(): number;
  /** Milliseconds since some start: for how long something took. Never jumps. */
  steady(): number;
}

/** The clocks of this machine. */
export const machineClock: Clock = {
  wall: () => Date.now(),
  steady: () => performance.now(),
};
