import type { BuildStore } from "../core/build-store.ts";

/** Deadlines made events in one commit. */
const atOnce = 500;

/** What firing came to. */
export interface Fired {
  readonly events: number;
  /** When to look again, in milliseconds since 1970; null when no deadline is pending. */
  readonly nextAt: number | null;
}

/**
 * Makes events of the deadlines that have passed. One whose process has something unbuilt stays: the
 * build may move it, and the next look comes after that.
 */
export async function fireDueDeadlines(store: BuildStore, now: number): Promise<Fired> {
  let events = 0;
  for (;;) {
    const due = await store.dueDeadlines(now, atOnce);
    const fired = due.length === 0 ? 0 : await store.fireDeadlines(due);
    events += fired;
    if (fired === 0) return { events, nextAt: await store.nextDeadline() };
  }
}
