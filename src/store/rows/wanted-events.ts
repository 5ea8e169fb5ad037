import type { BroughtFilter } from "../port/events/event-store.ts";
import { problemText } from "../rules/files/problem-text.ts";
import { envelopeKeysOf, type WantedEnvelopeKeys } from "./wanted-envelope-keys.ts";

/** What of events a filter asks for, as the parameters of statements. */
export interface WantedEvents extends WantedEnvelopeKeys {
  readonly since: number | null;
  readonly until: number | null;
  /** How a problem of the code wanted is written; null when none is asked for. */
  readonly found: string | null;
}

/** The parameters that a filter asks for. */
export function wantedEventsOf(filter: BroughtFilter): WantedEvents {
  const { since = null, until = null, problem } = filter;
  const found = problem === undefined ? null : problemText(problem === "any" ? null : problem);
  return { ...envelopeKeysOf(filter), since, until, found };
}
