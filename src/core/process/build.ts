import { type Deadline, type DeadlinePassed, isPassed } from "../define/deadline.ts";
import { compareEvents, type EventRecord, type FoldedEvent } from "../event/event.ts";
import type { ProcessDefinition } from "./process.ts";

/** What a process is after its events. */
export interface Built<State> {
  readonly state: State;
  readonly status: string;
  /** The moments that the state asks for. */
  readonly deadlines: readonly Deadline[];
}

/**
 * Called for each event once it is folded, and of each deadline that passed but that its state no longer asks
 * for, or that counted already.
 */
export interface FoldWatcher<State> {
  onFolded?(event: FoldedEvent, state: State): void;
  onSuperseded?(event: FoldedEvent): void;
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
  watcher: FoldWatcher<State> = {},
): Built<State> {
  const ordered = events.toSorted(compareEvents);
  return built(definition, foldOn(definition, definition.begin(key), ordered, watcher));
}

/** Folds events that are in order onto a state that holds all before them. */
export function foldOn<State>(
  definition: ProcessDefinition<State>,
  before: State,
  ordered: readonly EventRecord[],
  watcher: FoldWatcher<State> = {},
): State {
  let state = before;
  const passed = new Set<string>();
  for (const record of ordered) {
    const event = asFolded(definition, record);
    if (definition.isDeadline(event.type)) {
      // A deadline fires again when its event was superseded; once that counts again, the second does not.
      const name = passedName(event);
      if (passed.has(name) || !isAskedFor(definition, state, event)) {
        watcher.onSuperseded?.(event);
        continue;
      }
      passed.add(name);
    }
    state = definition.fold(state, event);
    watcher.onFolded?.(event, state);
  }
  return state;
}

/** What lists and the ledger need of a state. */
export function built<State>(definition: ProcessDefinition<State>, state: State): Built<State> {
  const status = definition.status(state);
  if (typeof status !== "string")
    throw new TypeError(`Its status is ${String(status)}; a status is a text`);
  const deadlines = definition.deadlines(state);
  for (const { eventType, dueAt } of deadlines)
    if (!Number.isSafeInteger(dueAt))
      throw new TypeError(
        `Its ${eventType} is due at ${String(dueAt)}, which is no moment in whole milliseconds since 1970`,
      );
  return { state, status, deadlines };
}

/** An event as folds, conditions and actions see it. */
export function asFolded(
  definition: Pick<ProcessDefinition, "current">,
  record: EventRecord,
): FoldedEvent {
  const { type, schemaVersion } = record;
  const data: unknown = JSON.parse(record.data);
  return { ...record, data: definition.current(type, schemaVersion, data) };
}

/** What tells the deadline that an event was from others of its process. */
function passedName({ type, data }: FoldedEvent): string {
  const { dueAt, anchor } = data as DeadlinePassed;
  return JSON.stringify([type, dueAt, anchor]);
}

/** A deadline counts only where the state still asks for it: what came to light later may have moved it. */
function isAskedFor<State>(
  definition: ProcessDefinition<State>,
  state: State,
  { type, data }: FoldedEvent,
): boolean {
  return definition.deadlines(state).some((deadline) => isPassed(deadline, type, data));
}
