import { statfsSync, statSync } from "node:fs";
import type { WebhookChannel } from "../../config/channel/webhook-channel.ts";
import { holdableStages } from "../../core/hold/hold.ts";
import { busbarVersion } from "../../disk/version.ts";
import type { CountedCauses } from "../../notices/cause-watch.ts";
import { oldestUntold } from "../../outbound/feed/oldest-untold.ts";
import type { Store } from "../../store/port/store.ts";
import type { StorePlace } from "../../store/port/store-place.ts";
import { isFailing, stuckKinds } from "../../store/stuck/stuck-kinds.ts";
import type { DaemonStatus } from "../heartbeat/daemon-status.ts";
import type { LastVerified } from "../verify/last-verified.ts";
import { gatherChannels } from "./gather-channels.ts";
import type { MetricsRegistry } from "./registry.ts";

/** What the gauges are read from. */
export interface MetricSources {
  readonly store: Pick<
    Store,
    | "actions"
    | "backups"
    | "deliveries"
    | "feed"
    | "gaps"
    | "health"
    | "holds"
    | "outbound"
    | "routes"
    | "subscriptions"
  >;
  readonly place: Pick<StorePlace, "files" | "folders">;
  /** What the store's last verification came to; null when there was none. */
  readonly verified: LastVerified | null;
  /** The last status of the daemon, and whether it is of one that runs; null when there is none. */
  readonly status: DaemonStatus | null;
  readonly isUp: boolean;
  /** Null where nobody looked yet. */
  readonly stuck: CountedCauses | null;
  readonly webhooks: readonly WebhookChannel[];
}

/**
 * Says how everything is, for whoever draws curves: from the heartbeat and from queries that cost the same
 * however much the store holds. What cannot be read is left out.
 */
export async function gatherMetrics(into: MetricsRegistry, from: MetricSources): Promise<void> {
  const { store, place, status, isUp, stuck, verified, webhooks } = from;
  into.set("busbar_build_info", { version: busbarVersion(), node: process.versions.node }, 1);
  gatherDaemon(into, status, isUp);
  if (status !== null) gatherChannels(into, status);
  if (stuck !== null) gatherStuck(into, stuck);
  gatherDisk(into, place);
  if (verified !== null) gatherVerified(into, verified);
  await Promise.all([
    ...[gatherStore, gatherHolds, gatherActions, gatherBackups, gatherSent, gatherGaps].map(
      (gather) => gather(into, store).catch(() => undefined),
    ),
    ...webhooks.map((channel) => gatherWebhook(into, store, channel).catch(() => undefined)),
  ]);
}

function gatherDaemon(into: MetricsRegistry, status: DaemonStatus | null, isUp: boolean): void {
  into.set("busbar_daemon_up", {}, isUp ? 1 : 0);
  if (status === null) return;
  into.set("busbar_start_timestamp_seconds", {}, seconds(status.startedAt));
  into.set("busbar_heartbeat_timestamp_seconds", {}, seconds(status.writtenAt));
  // Before the first one the settings are those that it started with, which are good.
  const { reload } = status;
  into.set("busbar_config_reload_success", {}, reload === null || reload.refused === null ? 1 : 0);
  if (reload !== null) into.set("busbar_config_reload_timestamp_seconds", {}, seconds(reload.at));
}

function gatherStuck(into: MetricsRegistry, { causes, at }: CountedCauses): void {
  into.set("busbar_stuck_looked_timestamp_seconds", {}, seconds(at));
  const open = causes.filter(({ count }) => count > 0);
  into.set("busbar_stuck_causes", {}, open.filter(({ kind }) => !isFailing(kind)).length);
  for (const kind of stuckKinds) {
    const ofKind = open.filter((cause) => cause.kind === kind);
    const count = (isAssigned: boolean) =>
      ofKind
        .filter(({ assignees }) => assignees.length > 0 === isAssigned)
        .reduce((sum, cause) => sum + cause.count, 0);
    into.set("busbar_stuck", { kind, assigned: "yes" }, count(true));
    into.set("busbar_stuck", { kind, assigned: "no" }, count(false));
    const oldest = Math.min(...ofKind.map(({ since }) => since));
    if (ofKind.length > 0)
      into.set("busbar_stuck_oldest_timestamp_seconds", { kind }, seconds(oldest));
  }
}

function gatherDisk(into: MetricsRegistry, { files, folders }: MetricSources["place"]): void {
  for (const { part, path } of files)
    into.set("busbar_store_bytes", { part }, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  for (const folder of folders)
    try {
      const { bavail, bsize } = statfsSync(folder);
      into.set("busbar_disk_free_bytes", { folder }, bavail * bsize);
    } catch {
      // A folder that is gone has no room that could be reported; the store says what is wrong with it.
    }
}

async function gatherStore(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  const { events, outgoing } = await store.health.highWater();
  into.count("busbar_events_total", {}, events);
  into.count("busbar_outbound_files_total", {}, outgoing);
  const last = await store.health.lastRecordedAt();
  if (last > 0) into.set("busbar_last_recorded_timestamp_seconds", {}, seconds(last));
  const unrouted = await store.routes.countWaiting();
  into.set("busbar_stage_backlog", { stage: "routing" }, unrouted);
}

async function gatherHolds(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  const holds = await store.holds.list();
  for (const stage of holdableStages)
    into.set("busbar_hold_on", { stage }, holds.some((hold) => hold.stage === stage) ? 1 : 0);
}

/** From the store and not from the daemon's status: a restart changes nothing of when something last left. */
async function gatherSent(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  for (const [channel, at] of await store.deliveries.lastDelivered())
    into.set("busbar_channel_last_delivery_timestamp_seconds", { channel }, seconds(at));
}

async function gatherWebhook(
  into: MetricsRegistry,
  store: MetricSources["store"],
  channel: WebhookChannel,
): Promise<void> {
  const at = await oldestUntold(store, channel);
  if (at !== null)
    into.set(
      "busbar_webhook_oldest_waiting_timestamp_seconds",
      { channel: channel.name },
      seconds(at),
    );
}

async function gatherGaps(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  const byFlow = Map.groupBy(await store.gaps.list(), ({ flow }) => flow);
  for (const [flow, gaps] of byFlow) into.set("busbar_sequence_gaps", { flow }, gaps.length);
}

async function gatherBackups(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  const last = (await store.backups.made()).at(-1);
  if (last !== undefined)
    into.set("busbar_backup_last_success_timestamp_seconds", {}, seconds(last.at));
}

function gatherVerified(into: MetricsRegistry, { at, faults, wholeAt }: LastVerified): void {
  into.set("busbar_verify_timestamp_seconds", {}, seconds(at));
  into.set("busbar_verify_faults", {}, faults);
  if (wholeAt !== null)
    into.set("busbar_verify_last_success_timestamp_seconds", {}, seconds(wholeAt));
}

async function gatherActions(into: MetricsRegistry, store: MetricSources["store"]): Promise<void> {
  const counts = await store.actions.counts();
  for (const state of ["planned", "running", "failed", "needs-review"] as const)
    into.set("busbar_actions", { state }, counts[state] ?? 0);
  into.set("busbar_stage_backlog", { stage: "actions" }, counts.planned ?? 0);
}

/** Prometheus has moments in seconds. */
function seconds(ms: number): number {
  return ms / 1_000;
}
