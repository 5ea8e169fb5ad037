import type { EventRecord } from "./event.ts";

/** What routing may look at: the message's flow and subject and the file's sender, never the outside world. */
export interface RoutableMessage {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly flow: string;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
}

/**
 * Where a message goes for one process type.
 * `open`: to the process of that key, opened if it is not there yet. `ignore`: not this type's concern.
 */
export type Route =
  | { readonly kind: "open"; readonly key: string; readonly eventType: string }
  | { readonly kind: "ignore" };

/** An event as a fold sees it: the stored record with its data parsed. */
export interface FoldedEvent extends Omit<EventRecord, "data"> {
  readonly data: unknown;
}

/** How one type of process takes in messages and is built. Pure: no clock, store or network within reach. */
export interface ProcessDefinition<State> {
  /** e.g. `metering-point`. */
  readonly type: string;
  /** Raised whenever the same events would fold to another state. */
  readonly version: number;
  route(message: RoutableMessage): Route;
  /** State of a process with this key before its first event. */
  begin(key: string): State;
  /** State after the event; returns a new value or the same one changed, the caller keeps only the result. */
  fold(state: State, event: FoldedEvent): State;
  /** One word or phrase for lists, e.g. `heard from`. */
  status(state: State): string;
}
