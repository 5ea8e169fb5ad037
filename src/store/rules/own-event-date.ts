import { occurredAt } from "../../core/event/event.ts";

/** The clocks of partners may be ahead of ours by so much, in milliseconds. */
const clocksDifferMs = 10 * 60_000;

/**
 * When an event that an action brings about occurred: after what it is about, and after everything that its
 * process knew by then, also where a partner's clock stamped that a little ahead of ours. Folded before what
 * it was decided on, it would be judged as if that had not been known. `tail`: the place of the last event that
 * the process is built of, null while there is none; what is stamped further ahead than clocks differ is left
 * out of account.
 */
export function dateOfOwnEvent(
  now: number,
  { cause, tail }: { readonly cause: number; readonly tail: string | null },
): number {
  const known = tail === null ? 0 : occurredAt(tail);
  return Math.max(now, cause + 1, known <= now + clocksDifferMs ? known + 1 : 0);
}
