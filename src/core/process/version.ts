import type { EventRecord } from "../event/event.ts";

/** What is another one whenever something happened on a process: how many of its events count, and the newest of them. */
export function processVersionOf(counting: readonly Pick<EventRecord, "seq">[]): string {
  const newest = counting.reduce((most, { seq }) => Math.max(most, seq), 0);
  return `${counting.length}-${newest}`;
}
