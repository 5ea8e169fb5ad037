import type { RunnableAction, Subscription } from "../define/action.ts";
import type { RunnableCommand } from "../define/command.ts";
import type { Deadline } from "../define/deadline.ts";
import type { CheckedEvent } from "../define/event-type.ts";
import type { FoldedEvent } from "../event/event.ts";
import type { RoutableMessage, Route } from "../event/route.ts";

/**
 * How one type of process takes in messages, is built and acts, whatever its state is to the caller.
 * Pure: no clock, store or network within reach. Made by `defineProcess`.
 */
export interface ProcessDefinition<State = unknown> {
  /** e.g. `metering-point`. */
  readonly type: string;
  /** Raised whenever the same events would fold to another state. */
  readonly version: number;
  /** Flows that it names as its own; it may take others too. */
  readonly takesFlows: ReadonlySet<string>;
  /** Flows whose messages `route` wants the data of. */
  readonly looksInto: ReadonlySet<string>;
  route(message: RoutableMessage): Route;
  /** State of a process with this key before its first event. A plain JSON value. */
  begin(key: string): State;
  /** State after the event; returns a new value or the same one changed, the caller keeps only the result. */
  fold(state: State, event: FoldedEvent): State;
  /** One word or phrase for lists, e.g. `heard from`. */
  status(state: State): string;
  /** The moments that the state asks for. */
  deadlines(state: State): readonly Deadline[];
  /** Whether events of this type are deadlines that passed: they count only where the state asks for them. */
  isDeadline(eventType: string): boolean;
  /** The types of event that it defines; one that a flow brings and nothing is about may not be among them. */
  readonly eventTypes: ReadonlySet<string>;
  /** What the trade calls events of this type; null when the definition does not say. */
  aboutEvent(eventType: string): string | null;
  /** An event's data as of today's schema version of its type. Throws when no upcaster leads there. */
  current(eventType: string, version: number, data: unknown): unknown;
  /** Actions to plan because of an event of this type. */
  subscriptions(eventType: string): readonly Subscription<State>[];
  /** Every action, those that undo another included, by name. */
  readonly actions: ReadonlyMap<string, RunnableAction<State>>;
  /** What people may ask of such a process, by name. */
  readonly commands: ReadonlyMap<string, RunnableCommand<State>>;
  /** Version of an event type of this process's own, with its data checked; says why when it is not one. */
  checkEvent(eventType: string, data: unknown): CheckedEvent;
  /** Names in the data of events of a type of this process's own that are marked as saying something of persons. */
  personalIn(eventType: string): ReadonlySet<string>;
}
