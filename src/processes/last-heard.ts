import type { FoldedEvent } from "../core/event/event.ts";

/** When a process was last heard of, from whom and with which flow. */
export interface LastHeard {
  /** When it was sent, ISO 8601 in UTC. */
  readonly at: string;
  /** Role letter and participant id, e.g. `D:UDMS`; null when the file does not say. */
  readonly from: string | null;
  readonly flow: string | null;
}

/** What an event that a file brought says about that. */
export function heardIn(event: FoldedEvent): LastHeard {
  return { at: new Date(event.occurredAt).toISOString(), from: event.sender, flow: event.flow };
}
