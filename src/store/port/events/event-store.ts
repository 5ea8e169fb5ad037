import type { EventRecord } from "../../../core/event/event.ts";
import type { EnvelopeFilter } from "../../../core/file/envelope-filter.ts";
import type { Slice } from "../../../core/list/slice.ts";
import type { ActedEvent } from "./consequence.ts";

/** Which events are wanted; all when nothing is said. */
export interface EventFilter extends BroughtFilter, Slice {
  readonly type?: string;
  readonly processType?: string;
  readonly key?: string;
  readonly file?: number;
}

/** Events by the envelope of the file that brought them, when they were recorded, and what was wrong. */
export interface BroughtFilter extends EnvelopeFilter {
  /** Recorded from this moment to that one, in milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
  /** Code of a problem of the message or its file, or `any`. */
  readonly problem?: string;
}

/** What made an event that no message brought. */
export interface EventOrigin {
  readonly kind: "command" | "action" | "deadline" | "delivery";
  /** Number of the command, action, deadline or outbound file. */
  readonly ref: number;
  /** The event because of which it was made; null when people asked. */
  readonly cause: number | null;
}

/** Reading events, and what led to them. */
export interface EventStore {
  /** One event, void or not; null when there is none of that number. */
  get(seq: number): Promise<EventRecord | null>;
  /** Events in the order of recording; all when there is no filter. */
  list(filter?: EventFilter): AsyncIterable<EventRecord>;
  /** All events of one process that are not void, in folding order (`compareEvents`). */
  ofProcess(given: { readonly processType: string; readonly key: string }): Promise<EventRecord[]>;
  /** Events that a message became, one on each process that took it. */
  ofMessage(message: number): Promise<readonly number[]>;
  /** Events that were recorded because an outbound file was delivered. */
  ofDelivery(outbound: number): Promise<readonly number[]>;
  /** What made an event; null when a message brought it. */
  origin(event: number): Promise<EventOrigin | null>;
  /**
   * Events of a file because of which something is done or runs: the first so many, void ones included.
   */
  actedOn(given: { readonly file: number; readonly limit: number }): Promise<readonly ActedEvent[]>;
}
