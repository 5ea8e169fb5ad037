import type { MetricLabels, MetricOf } from "./metric-list.ts";

/** Called for what is done, for whoever counts it. Never fails, and nobody waits for it. */
export interface Meter {
  /** Something was done, once when no number is given. */
  count<Name extends MetricOf<"counter">>(
    name: Name,
    labels: MetricLabels<Name>,
    by?: number,
  ): void;
  /** Something took so many seconds. */
  observe<Name extends MetricOf<"histogram">>(
    name: Name,
    labels: MetricLabels<Name>,
    seconds: number,
  ): void;
}

/** Where nobody counts. */
export const noMeter: Meter = { count: () => {}, observe: () => {} };
