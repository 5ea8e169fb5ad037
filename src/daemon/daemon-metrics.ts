import type { DaemonStatus } from "../app/heartbeat/daemon-status.ts";
import { gatherMetrics, type MetricSources } from "../app/metrics/gather.ts";
import { MetricsRegistry } from "../app/metrics/registry.ts";
import { lastVerified } from "../app/verify/last-verified.ts";
import type { BusbarConfig } from "../config/config.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import type { CauseWatch } from "../notices/cause-watch.ts";
import { logEvents } from "../runtime/log-lines/log-events.ts";
import type { Meter } from "../runtime/meter.ts";
import type { TurnWatch } from "../runtime/turn-watch.ts";
import type { Store } from "../store/port/store.ts";
import { FileStages } from "./file-stages.ts";

/** What a run of the daemon tells of itself when it is asked. */
export interface RunSources extends Pick<MetricSources, "place"> {
  readonly store: MetricSources["store"] & Pick<Store, "files" | "id">;
  readonly look: () => Omit<DaemonStatus, "pid" | "writtenAt" | "running" | "water">;
  readonly causes: Pick<CauseWatch, "last">;
  readonly turns: Pick<TurnWatch, "lastTurns">;
}

/** How the files that came in may end, and the deliveries. */
const fileStates = ["recorded", "duplicate", "conflict", "rejected"];
const deliveryResults = ["delivered", "failed", "unknown", "retried"];

/** The metrics of a daemon: what it has counted since it started, through changes of settings, and how it is. */
export class DaemonMetrics {
  readonly #counted = new MetricsRegistry();
  #run: (RunSources & { readonly config: BusbarConfig }) | null = null;
  /** Measures how long files take to each stage. */
  readonly stages = new FileStages(this.#counted);

  constructor() {
    this.#counted.watchProcess();
    for (const event of Object.keys(logEvents))
      this.#counted.count("busbar_log_events_total", { event }, 0);
  }

  /** Who counts. */
  get meter(): Meter {
    return this.#counted;
  }

  /** A run with these settings begins: what it may count is there from the start, as 0. */
  begin(config: BusbarConfig, definitions: Iterable<ProcessDefinition>, run: RunSources): void {
    this.#run = { ...run, config };
    this.stages.in(run.store);
    for (const { name: channel } of [...config.channels, ...config.sftpInboxes])
      for (const state of fileStates)
        this.#counted.count("busbar_files_total", { channel, state }, 0);
    for (const { name: channel } of [...config.outbound, ...config.mail, ...config.webhooks])
      for (const result of deliveryResults)
        this.#counted.count("busbar_outbound_total", { channel, result }, 0);
    for (const { name: contact } of config.notices.contacts)
      for (const result of ["sent", "later", "failed"])
        this.#counted.count("busbar_notices_total", { contact, result }, 0);
    for (const { type, actions } of definitions)
      for (const action of actions.keys())
        for (const result of ["done", "failed"])
          this.#counted.count("busbar_actions_total", { type, action, result }, 0);
  }

  /** The run is over: its store is closed. */
  end(): void {
    this.#run = null;
    this.stages.in(null);
  }

  /** All metrics, in Prometheus' text format; between two runs only what was counted. */
  async text(): Promise<string> {
    const counted = await this.#counted.text();
    if (this.#run === null) return counted;
    const { look, causes, turns, config, ...sources } = this.#run;
    const { webhooks } = config;
    const { pid } = process;
    const status = { ...look(), pid, writtenAt: Date.now(), running: true, water: null };
    const now = new MetricsRegistry();
    const stuck = causes.last;
    await gatherMetrics(now, {
      ...sources,
      status,
      isUp: true,
      stuck,
      webhooks,
      verified: lastVerified(config, sources.store.id),
    });
    for (const { name: stage, at } of turns.lastTurns(Date.now()))
      now.set("busbar_stage_last_turn_timestamp_seconds", { stage }, at / 1_000);
    return `${await now.text()}\n${counted}`;
  }
}
