import { compareEvents, type EventRecord } from "./event.ts";
import type { ProcessDefinition } from "./process.ts";

/** What a process is after its events. */
export interface Built<State> {
  readonly state: State;
  readonly status: string;
}

/**
 * Builds a process by folding its events from the start, in folding order whatever order they are
 * given in. Looks at nothing else, so building again, anywhere, gives the same. Void events are not
 * among those given: the store leaves them out.
 */
export function buildProcess<State>(
  definition: ProcessDefinition<State>,
  key: string,
  events: readonly EventRecord[],
): Built<State> {
  let state = definition.begin(key);
  for (const event of events.toSorted(compareEvents)) {
    const data: unknown = JSON.parse(event.data);
    state = definition.fold(state, { ...event, data });
  }
  return { state, status: definition.status(state) };
}
