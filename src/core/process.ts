import type { RunnableAction, Subscription } from "./define/action.ts";
import type { RunnableCommand } from "./define/command.ts";
import type { Deadline } from "./define/deadline.ts";
import type { EventRecord } from "./event.ts";

/** What routing may look at: the message and the file's sender, never the outside world. */
export interface RoutableMessage {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly flow: string;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  /** JSON text of its data, for flows that a definition looks into; null for others, which costs less. */
  readonly data: string | null;
}

/**
 * Where a message goes for one process type.
 * `open`: to the process of that key, opened if it is not there yet. `join`: to the process of that key
 * if it is there; otherwise it waits for it, or is not this type's concern. `ignore`: not its concern.
 */
export type Route =
  | { readonly kind: "open"; readonly key: string; readonly eventType: string }
  | {
      readonly kind: "join";
      readonly key: string;
      readonly eventType: string;
      readonly otherwise: "wait" | "ignore";
    }
  | { readonly kind: "ignore" };

/** An event as a fold sees it: the stored record with its data parsed and of today's schema version. */
export interface FoldedEvent extends Omit<EventRecord, "data"> {
  readonly data: unknown;
}

/**
 * How one type of process takes in messages, is built and acts, whatever its state is to the caller.
 * Pure: no clock, store or network within reach. Made by `defineProcess`.
 */
export interface ProcessDefinition<State = unknown> {
  /** e.g. `metering-point`. */
  readonly type: string;
  /** Raised whenever the same events would fold to another state. */
  readonly version: number;
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
}

/** An event of a process's own before it is recorded: strict data of the newest version, or what is wrong. */
export type CheckedEvent =
  | { readonly ok: true; readonly version: number; readonly data: object }
  | { readonly ok: false; readonly message: string };
