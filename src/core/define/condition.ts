/** What a condition said, and on which values: kept with the action for ever. */
export interface Verdict {
  readonly condition: string;
  readonly holds: boolean;
  /** The values it saw, by name. A plain JSON value. */
  readonly saw: object;
  /** It was asked of how things were when the event was judged, not when it happened. */
  readonly now?: true;
}

/** A yes-or-no question about state and event. Pure. */
export interface Condition<State, Event> {
  /** A phrase that is true when it holds, e.g. "customer accepts e-mail". */
  readonly name: string;
  readonly judge: (state: State, event: Event) => Verdict;
  /** It asks how things are, whenever the event happened. */
  readonly asksNow?: true;
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

/**
 * A condition on how things occur once the event is known, however long ago it happened: an event that comes
 * late is judged by all that is known by then, and never set aside for having come late. For actions that bring
 * about what is lacking, whichever of several events is the last to come.
 */
export function standingCondition<State, Event, Seen extends object>(
  name: string,
  looksAt: (state: State, event: Event) => Seen,
  holds: (seen: Seen) => boolean,
): Condition<State, Event> {
  const { judge } = condition(name, looksAt, holds);
  return { name, asksNow: true, judge: (state, event) => ({ ...judge(state, event), now: true }) };
}
