import type { EnvelopeFilter } from "../../core/file/envelope-filter.ts";
import { problemCode } from "./problem-code.ts";

/** Of lists of files: by the envelope, and by when they were recorded or made. */
export interface EnvelopeFilters extends EnvelopeFilter {
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** Of lists of what files brought: by problems as well. */
export interface BroughtFilters extends EnvelopeFilters {
  /** Code of a problem, or `any`. */
  readonly problem?: string;
}

/** What of them was said, for the store to look for. */
export function envelopeFilterOf(asked: EnvelopeFilters): EnvelopeFilters {
  const { flow, sender, recipient, since, until } = asked;
  return {
    ...(flow !== undefined && { flow: flow.toUpperCase() }),
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** Whether any of them was said. */
export function isEnvelopeAsked(asked: EnvelopeFilters): boolean {
  return Object.keys(envelopeFilterOf(asked)).length > 0;
}

/** What of them was said, for the store to look for; null when none was. Throws a refusal when there is no such code. */
export function broughtFilterOf(asked: BroughtFilters): BroughtFilters | null {
  const filter = { ...envelopeFilterOf(asked), ...problemFilterOf(asked) };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** The code of a problem that is asked for, or `any`; throws a refusal when there is no such code. */
export function problemFilterOf({ problem }: Pick<BroughtFilters, "problem">): {
  readonly problem?: string;
} {
  if (problem === undefined) return {};
  return { problem: problem.toLowerCase() === "any" ? "any" : problemCode(problem) };
}
