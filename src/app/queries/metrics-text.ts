import { storeAt } from "../../store/open.ts";
import { readStatus } from "../heartbeat/daemon-status.ts";
import { lookAtDaemon } from "../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { gatherMetrics } from "../metrics/gather.ts";
import { MetricsRegistry } from "../metrics/registry.ts";
import { lastVerified } from "../verify/last-verified.ts";

/**
 * The metrics that can be known without asking the daemon, whether it runs or not, in Prometheus' text format:
 * what only it has counted is missing.
 */
export async function metricsText({ config, store, clock }: OpenInstallation): Promise<string> {
  const place = storeAt(config.store);
  const isUp = (await lookAtDaemon(place, Date.now())).is === "running";
  const status = await readStatus(place.heartbeat);
  const stuck = { causes: await store.stuck.causes(), at: clock.wall() };
  const registry = new MetricsRegistry();
  await gatherMetrics(registry, {
    store,
    place,
    status,
    isUp,
    stuck,
    webhooks: config.webhooks,
    verified: lastVerified(config, store.id),
  });
  return registry.text();
}
