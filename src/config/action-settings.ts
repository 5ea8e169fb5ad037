import type { RetryRule } from "../core/action/retry.ts";

/** How actions of one name are run. */
export interface ActionRule {
  /** At most so many of them at once. */
  readonly concurrency: number;
  /** At most so many of them started a second, e.g. 0.5 for one every two seconds; null: no limit. */
  readonly perSecond: number | null;
  /** An attempt is given up after so long, in milliseconds. */
  readonly timeoutMs: number;
  readonly retry: RetryRule;
}

/** What an installation says of an action by its name: it goes before what the action says of itself. */
export type NamedActionRule = Partial<Omit<ActionRule, "retry">> & {
  readonly retry?: Partial<RetryRule>;
};

/** How actions are run here. */
export interface ActionSettings {
  /** At most so many at once, whatever they are. */
  readonly atOnce: number;
  /** When the daemon is asked to stop, what runs has so long to end, in milliseconds. */
  readonly stopWithinMs: number;
  /** What holds for actions that do not say otherwise. */
  readonly usual: ActionRule;
  readonly named: Readonly<Record<string, NamedActionRule>>;
}

/** What holds where a configuration says nothing. */
export const actionDefaults: ActionSettings = {
  atOnce: 200,
  stopWithinMs: 8_000,
  usual: {
    concurrency: 50,
    perSecond: null,
    timeoutMs: 60_000,
    retry: { firstMs: 2_000, longestMs: 3_600_000, attempts: 10, jitter: 0.25 },
  },
  named: {},
};
