/** One way from a state to another; `from` is null where something comes to be in the state `to`. */
export interface Transition<State extends string> {
  readonly from: State | null;
  readonly to: State;
  /** What leads there, in a word or a few, e.g. `claimed`. */
  readonly by: string;
}

/** The states that something may be in for a transition of this name. */
export function statesBefore<State extends string>(
  transitions: readonly Transition<State>[],
  by: string,
): readonly State[] {
  return transitions.flatMap(({ from, by: name }) => (name === by && from !== null ? [from] : []));
}
