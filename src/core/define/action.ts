import type { FoldedEvent } from "../event/event.ts";
import type { Verdict } from "./condition.ts";
import type { Effect, EmailEffect, EventEffect, FileEffect, Refusal } from "./effect.ts";
import type { EventOf, EventType, EventTypes } from "./event-type.ts";

/** What an action is given. It looks at nothing else that changes. */
export interface ActionInput<State, Event> {
  /** The process as it is now, this event's later ones included. */
  readonly state: State;
  /** The event because of which it was planned. */
  readonly event: Event;
  /** Key of the process. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Names this action of this event for ever, through every attempt: for receivers that tell repeats. */
  readonly id: string;
  /** Aborted when the attempt runs out of time or its lease is lost. */
  readonly signal: AbortSignal;
}

/** Effects as the process's event types allow them: follow-up events only of types of its own, with their data. */
export type EffectOf<Types extends EventTypes> =
  | FileEffect
  | EmailEffect
  | {
      [Name in keyof Types & string]: Types[Name] extends EventType<
        infer Data extends object,
        "own"
      >
        ? EventEffect<Name, Data>
        : never;
    }[keyof Types & string];

/** What an attempt comes to: effects, none, or an expected no. Whatever it throws is unexpected. */
export type ActionResult<Allowed = Effect> = Allowed | readonly Allowed[] | Refusal;

/** How an action is run; what is left out is the installation's setting. */
export interface ActionOptions {
  /** The action that undoes this one, offered when its event turns out never to have been. */
  readonly opposite?: string;
  /** Attempts in all, the first included. */
  readonly attempts?: number;
  /** At most so many of this name at once. */
  readonly concurrency?: number;
  /** At most so many of this name started a second. */
  readonly perSecond?: number;
  /**
   * An attempt is given up after so long, in milliseconds: `signal` is aborted, and whatever it still gives
   * counts for nothing. One that goes on all the same may meet the next attempt.
   */
  readonly timeoutMs?: number;
}

/** One function, one thing. */
export interface Action<State, Event, Allowed = Effect> extends ActionOptions {
  /** In the imperative, e.g. `request pick`; unique in its process type. */
  readonly name: string;
  readonly run: (
    input: ActionInput<State, Event>,
  ) => ActionResult<Allowed> | Promise<ActionResult<Allowed>>;
}

/** An action that may be subscribed to events of this name of a process. */
export type ActionOn<
  State,
  Types extends EventTypes,
  Name extends keyof Types = keyof Types,
> = Action<State, EventOf<Types, Name>, EffectOf<Types>>;

/** An action, to be subscribed with `act`. */
export function action<State, Event, Allowed>(
  name: string,
  run: Action<State, Event, Allowed>["run"],
  options: ActionOptions = {},
): Action<State, Event, Allowed> {
  return { name, run, ...options };
}

/**
 * An action as whoever runs it knows it, whatever its process's state is. Methods, not functions: a
 * definition of one state type is then a definition of `unknown`.
 */
export interface RunnableAction<State = unknown> extends ActionOptions {
  readonly name: string;
  run(input: ActionInput<State, FoldedEvent>): ActionResult<Effect> | Promise<ActionResult<Effect>>;
}

/** That an action is to be planned because of an event, if its conditions hold. */
export interface Subscription<State = unknown> {
  readonly action: RunnableAction<State>;
  readonly conditions: readonly RunnableCondition<State>[];
}

/** A condition as whoever judges it knows it. */
export interface RunnableCondition<State = unknown> {
  readonly name: string;
  readonly asksNow?: true;
  judge(state: State, event: FoldedEvent): Verdict;
}
