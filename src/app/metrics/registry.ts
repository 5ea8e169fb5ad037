import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "@prometheus-io/client";
import type { Meter } from "../../runtime/meter.ts";
import {
  type MetricKind,
  type MetricLabels,
  type MetricName,
  type MetricOf,
  metricList,
} from "../../runtime/metric-list.ts";

/** The content type of the text that metrics are given in: Prometheus' text format 0.0.4. */
export const metricsContentType = Registry.PROMETHEUS_CONTENT_TYPE;

/** What was counted of a metric with the same labels. */
interface Tally {
  readonly labels: Record<string, string>;
  by: number;
}

/** Upper ends of the histograms' buckets, in seconds. */
const buckets = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 600];

/**
 * Metrics by the names of `metricList`; one of which nothing was said is not reported. This file alone knows the
 * client library: its version is 0.x. The text is always in format 0.0.4: for the other one that the library
 * knows, it renames the counters of a registry for good.
 */
export class MetricsRegistry implements Meter {
  readonly #registry = new Registry();
  readonly #metrics = new Map<MetricName, Counter<string> | Gauge<string> | Histogram<string>>();
  /** What was counted and the library does not have yet: it takes longer to count a file than many a step of taking it. */
  readonly #counted = new Map<MetricName, Map<string, Tally>>();

  /** Adds what Node says of the process; for a program that stays. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  count<Name extends MetricOf<"counter">>(name: Name, labels: MetricLabels<Name>, by = 1): void {
    const tallies = this.#counted.get(name) ?? new Map<string, Tally>();
    if (tallies.size === 0) this.#counted.set(name, tallies);
    const key = Object.values(labels).join("\0");
    const tally = tallies.get(key);
    if (tally === undefined) tallies.set(key, { labels: { ...labels }, by });
    else tally.by += by;
  }

  observe<Name extends MetricOf<"histogram">>(
    name: Name,
    labels: MetricLabels<Name>,
    seconds: number,
  ): void {
    const metric = this.#metric(name);
    if (metric instanceof Histogram) metric.observe({ ...labels }, seconds);
  }

  /** Says how something is now. */
  set<Name extends MetricOf<"gauge">>(name: Name, labels: MetricLabels<Name>, value: number): void {
    const metric = this.#metric(name);
    if (metric instanceof Gauge) metric.set({ ...labels }, value);
  }

  /** All of it, in Prometheus' text format. */
  async text(): Promise<string> {
    this.#tell();
    return this.#registry.metrics();
  }

  #tell(): void {
    for (const [name, tallies] of this.#counted) {
      const metric = this.#metric(name);
      if (metric instanceof Counter)
        for (const { labels, by } of tallies.values()) metric.inc(labels, by);
      tallies.clear();
    }
  }

  #metric(name: MetricName): Counter<string> | Gauge<string> | Histogram<string> {
    const metric = this.#metrics.get(name) ?? made(name, this.#registry);
    this.#metrics.set(name, metric);
    return metric;
  }
}

function made(name: MetricName, registry: Registry) {
  const { type, help, labels }: MetricKind = metricList[name];
  const given = { name, help, labelNames: [...labels], registers: [registry] };
  if (type === "counter") return new Counter<string>(given);
  if (type === "gauge") return new Gauge<string>(given);
  return new Histogram<string>({ ...given, buckets });
}
