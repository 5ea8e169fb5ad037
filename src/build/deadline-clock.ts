import type { DueDeadline } from "../store/port/processes/deadline-store.ts";
import type { Store } from "../store/port/store.ts";

/** Deadlines made events in one commit. */
const atOnce = 500;

/** What firing came to. */
export interface Fired {
  readonly events: number;
  /** When the next one passes, in milliseconds since 1970; null when none is to pass yet. */
  readonly nextAt: number | null;
}

/**
 * Makes events of the deadlines that have passed. One whose process has something unbuilt stays: the
 * build may move it, and the next look comes after that. However many stay, those after them have their turn.
 */
export async function fireDueDeadlines(
  store: Pick<Store, "deadlines">,
  now: number,
): Promise<Fired> {
  let events = 0;
  let after: DueDeadline | undefined;
  for (;;) {
    const due: readonly DueDeadline[] = await store.deadlines.due({ now, limit: atOnce, after });
    if (due.length > 0) events += await store.deadlines.fire(due);
    if (due.length < atOnce) return { events, nextAt: await store.deadlines.next(now) };
    after = due.at(-1);
  }
}
