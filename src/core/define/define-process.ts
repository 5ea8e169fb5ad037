import type { FoldedEvent } from "../event/event.ts";
import type { RoutableMessage, Route } from "../event/route.ts";
import type { ProcessDefinition } from "../process/process.ts";
import type { ActionOn, RunnableAction, RunnableCondition, Subscription } from "./action.ts";
import type { CommandOn, RunnableCommand } from "./command.ts";
import type { Condition } from "./condition.ts";
import type { Deadline } from "./deadline.ts";
import type { EventOf, EventTypes } from "./event-type.ts";
import { ignored, type Taker } from "./take.ts";

/** What a type of process is, before its handlers and actions are subscribed. */
export interface ProcessOutline<State, Types extends EventTypes> {
  readonly type: string;
  /** Raised whenever the same events would fold to another state. */
  readonly version: number;
  /** Its event types. One that a flow brings and no handler or action is about may be left out. */
  readonly events: Types;
  /** How messages are taken, by flow; `*` stands for every flow not named. */
  readonly takes: Readonly<Record<string, Taker>>;
  readonly begin: (key: string) => State;
  readonly status: (state: State) => string;
  readonly deadlines?: (state: State) => readonly Deadline[];
  readonly commands?: readonly CommandOn<State, Types>[];
}

type Handler<State, Event> = (state: State, event: Event) => State;

/**
 * Defines a type of process: `on` subscribes what an event does to the state, `act` an action with its
 * conditions. Throws when the definition contradicts itself: that is a mistake in code.
 */
export function defineProcess<State, Types extends EventTypes>(
  outline: ProcessOutline<State, Types>,
): Process<State, Types> {
  return new Process(outline);
}

/** A type of process being defined, and the definition itself. */
export class Process<State, Types extends EventTypes> implements ProcessDefinition<State> {
  readonly type: string;
  readonly version: number;
  readonly takesFlows: ReadonlySet<string>;
  readonly looksInto: ReadonlySet<string>;
  readonly eventTypes: ReadonlySet<string>;
  readonly actions = new Map<string, RunnableAction<State>>();
  readonly commands: ReadonlyMap<string, RunnableCommand<State>>;
  readonly #outline: ProcessOutline<State, Types>;
  readonly #handlers = new Map<string, Handler<State, FoldedEvent>>();
  readonly #subscriptions = new Map<string, Subscription<State>[]>();
  #anyHandler: Handler<State, FoldedEvent> | null = null;

  constructor(outline: ProcessOutline<State, Types>) {
    this.#outline = outline;
    this.type = outline.type;
    this.version = outline.version;
    this.eventTypes = new Set(Object.keys(outline.events));
    const takers = Object.entries(outline.takes);
    this.takesFlows = new Set(takers.map(([flow]) => flow).filter((flow) => flow !== "*"));
    this.looksInto = new Set(takers.filter(([, taker]) => taker.looksInto).map(([flow]) => flow));
    const commands = (outline.commands ?? []) as readonly unknown[] as RunnableCommand<State>[];
    this.commands = new Map(commands.map((command) => [command.name, command]));
  }

  /** What an event of this type does to the state. */
  on<Name extends keyof Types & string>(
    name: Name,
    handler: Handler<State, EventOf<Types, Name>>,
  ): this {
    if (this.#handlers.has(name)) throw this.#mistake(`handles ${name} twice`);
    this.#handlers.set(name, handler as Handler<State, FoldedEvent>);
    return this;
  }

  /** What every other event does to the state. */
  onAny(handler: Handler<State, FoldedEvent>): this {
    this.#anyHandler = handler;
    return this;
  }

  /** Plans the action for each event of this type for which all the conditions hold. */
  act<Name extends keyof Types & string>(
    name: Name,
    action: ActionOn<State, Types, Name>,
    ...conditions: readonly Condition<State, EventOf<Types, Name>>[]
  ): this {
    const runnable = this.#know(action as unknown as RunnableAction<State>);
    const others = this.#subscriptions.get(name) ?? [];
    if (others.some((other) => other.action === runnable))
      throw this.#mistake(`subscribes "${action.name}" to ${name} twice`);
    const judged = conditions as readonly unknown[] as RunnableCondition<State>[];
    this.#subscriptions.set(name, [...others, { action: runnable, conditions: judged }]);
    return this;
  }

  /** An action that nothing plans automatically: the opposite of one of this event's, offered to people. */
  offer<Name extends keyof Types & string>(
    _name: Name,
    action: ActionOn<State, Types, Name>,
  ): this {
    this.#know(action as unknown as RunnableAction<State>);
    return this;
  }

  route(message: RoutableMessage): Route {
    const { takes } = this.#outline;
    const taker = Object.hasOwn(takes, message.flow) ? takes[message.flow] : takes["*"];
    return checkedRoute(taker?.take(message) ?? ignored);
  }

  begin(key: string): State {
    return this.#outline.begin(key);
  }

  fold(state: State, event: FoldedEvent): State {
    const handler = this.#handlers.get(event.type) ?? this.#anyHandler;
    return handler === null ? state : handler(state, event);
  }

  status(state: State): string {
    return this.#outline.status(state);
  }

  deadlines(state: State): readonly Deadline[] {
    return this.#outline.deadlines?.(state) ?? [];
  }

  isDeadline(eventType: string): boolean {
    return this.#typeOf(eventType)?.kind === "deadline";
  }

  aboutEvent(eventType: string): string | null {
    return this.#typeOf(eventType)?.about ?? null;
  }

  current(eventType: string, version: number, data: unknown): unknown {
    const type = this.#typeOf(eventType);
    return type === undefined ? data : type.current(data, version);
  }

  subscriptions(eventType: string): readonly Subscription<State>[] {
    return this.#subscriptions.get(eventType) ?? [];
  }

  checkEvent(eventType: string, data: unknown) {
    const type = this.#typeOf(eventType);
    if (type !== undefined) return type.check(data);
    return { ok: false, message: `a ${this.type} has no event ${eventType}` } as const;
  }

  personalIn(eventType: string): ReadonlySet<string> {
    return this.#typeOf(eventType)?.personal() ?? new Set();
  }

  #typeOf(eventType: string) {
    const { events } = this.#outline;
    return Object.hasOwn(events, eventType) ? events[eventType] : undefined;
  }

  #know(action: RunnableAction<State>): RunnableAction<State> {
    const known = this.actions.get(action.name);
    if (known !== undefined && known.run !== action.run)
      throw this.#mistake(`has two actions called "${action.name}"`);
    this.actions.set(action.name, known ?? action);
    return known ?? action;
  }

  #mistake(what: string): Error {
    return new Error(`The process definition "${this.type}" ${what}`);
  }
}

/** Modules of others' own need not be checked by a compiler: what is no route fails its message alone. */
function checkedRoute(route: Route): Route {
  if (route.kind === "ignore") return route;
  if (route.kind !== "open" && route.kind !== "join" && route.kind !== "find")
    throw new TypeError(`It gave ${String(route)} for a message, which is no route`);
  const { eventType } = route;
  if (route.kind !== "join") checkReferences(route.references, route.kind === "find");
  if (route.kind === "open") checkReferences(route.others, false);
  if (route.kind !== "find" && (typeof route.key !== "string" || route.key === ""))
    throw new TypeError(
      `It gave ${JSON.stringify(route.key)} as the key of a process; a key is a text`,
    );
  if (typeof eventType !== "string" || eventType === "")
    throw new TypeError(`It gave ${JSON.stringify(eventType)} as an event type; that is a text`);
  return route;
}

function checkReferences(references: unknown, mustBe: boolean): void {
  const isList = Array.isArray(references) && references.every((one) => typeof one === "string");
  const isThere = isList && references.length > 0 && !references.includes("");
  if (isThere || (references === undefined && !mustBe)) return;
  throw new TypeError(
    `It gave ${JSON.stringify(references)} as references of a process; they are a list of texts`,
  );
}
