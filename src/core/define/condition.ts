/** What a condition said, and on which values: kept with the action for ever. */
export interface Verdict {
  readonly condition: string;
  readonly holds: boolean;
  /** The values it saw, by name. A plain JSON value. */
  readonly saw: object;
}

/** A yes-or-no question about state and event. Pure. */
export interface Condition<State, Event> {
  /** A phrase that is true when it holds, e.g. "customer accepts e-mail". */
  readonly name: string;
  readonly judge: (state: State, event: Event) => Verdict;
}

/**
 * A condition: what it looks at, then the question, which sees nothing else. So what is stored with a
 * verdict is all that the verdict rests on.
 */
export function condition<State, Event, Seen extends object>(
  name: string,
  looksAt: (state: State, event: Event) => Seen,
  holds: (seen: Seen) => boolean,
): Condition<State, Event> {
  return {
    name,
    judge(state, event) {
      const saw = looksAt(state, event);
      return { condition: name, holds: holds(saw), saw };
    },
  };
}
