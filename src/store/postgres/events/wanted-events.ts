import type { BroughtFilter } from "../../port/events/event-store.ts";
import { problemText } from "../../rules/files/problem-text.ts";
import {
  envelopeKeysOf,
  type WantedEnvelopeKeys,
  wantedEnvelopeKeys,
} from "../files/wanted-envelope-keys.ts";

/** Parameters of `wantedEvents`. */
export interface WantedEvents extends WantedEnvelopeKeys {
  readonly since: number | null;
  readonly until: number | null;
  /** How a problem of the code wanted is written; null when none is asked for. */
  readonly found: string | null;
}

/**
 * Whether an event `e` was recorded in a span of time and came with a file of such an envelope, with such a
 * problem in the file or in its message. Only people ask for it, and no index leads there.
 */
export const selectWantedEvents = `
  (@since::bigint IS NULL OR e.recorded_at >= @since) AND (@until::bigint IS NULL OR e.recorded_at <= @until)
  AND ((@travelled::bigint IS NULL AND @found::text IS NULL) OR EXISTS (
    SELECT 1 FROM messages m JOIN files f ON f.id = m.file
    WHERE m.id = e.message AND ${wantedEnvelopeKeys}
      AND (@found::text IS NULL OR strpos(m.problems, @found) > 0 OR strpos(f.problems, @found) > 0)))`;

/** The parameters that a filter asks for. */
export function wantedEventsOf(filter: BroughtFilter): WantedEvents {
  const { since = null, until = null, problem } = filter;
  const found = problem === undefined ? null : problemText(problem === "any" ? null : problem);
  return { ...envelopeKeysOf(filter), since, until, found };
}
