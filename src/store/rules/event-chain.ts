import { compareEvents, type EventRecord } from "../../core/event/event.ts";

/**
 * Puts the events of a chain in their order. Most chains come from the last event to the first, and only have
 * to be reversed.
 */
export function sortChain(events: EventRecord[]): void {
  events.reverse();
  for (let at = 1; at < events.length; at += 1) {
    const [before, event] = [events[at - 1], events[at]];
    if (before === undefined || event === undefined || compareEvents(before, event) < 0) continue;
    events.sort(compareEvents);
    return;
  }
}
