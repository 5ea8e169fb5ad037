import { setMaxListeners } from "node:events";
import { unusableParts } from "../app/doctor/check-installation.ts";
import { installationGate } from "../app/installation/installation-gate.ts";
import {
  type InstallationModel,
  type OpenInstallation,
  openInstallation,
} from "../app/installation/open-installation.ts";
import { meteredLog } from "../app/metrics/metered-log.ts";
import type { BusbarConfig } from "../config/config.ts";
import { type SettingsMarks, settingsMarks } from "../config/settings-marks.ts";
import type { IntakeContext } from "../intake/channel/context.ts";
import { machineClock } from "../runtime/clock.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import type { Log } from "../runtime/log.ts";
import type { Signals } from "../runtime/signals.ts";
import { TurnWatch } from "../runtime/turn-watch.ts";
import { storeAt } from "../store/open.ts";
import type { Leadership } from "../store/port/leader-store.ts";
import { isStoreAway } from "../store/port/store-error.ts";
import type { StorePlace } from "../store/port/store-place.ts";
import { beginAnswering, dropDrafts, sayFindings, sayReady } from "./at-start.ts";
import { checkConfiguration } from "./check-configuration.ts";
import { type Beside, runCompanion } from "./companion.ts";
import { DaemonMetrics } from "./daemon-metrics.ts";
import type { DaemonOptions } from "./daemon-options.ts";
import { HighWaterMarks, holdWhenOlder } from "./high-water-marks.ts";
import { keepLeadership } from "./keep-leadership.ts";
import { OutliveStore } from "./outlive-store.ts";
import { Reload } from "./reload.ts";
import { noServiceManager } from "./service/service-manager.ts";
import { feedWatchdog } from "./service/watchdog.ts";
import { besideOthers } from "./shared/beside-others.ts";
import { type Stages, stagesOf } from "./stages.ts";
import { StatusWriter } from "./status-writer.ts";
import type { CarriedRequests } from "./store-signals.ts";
import { withNotices } from "./with-notices.ts";

/**
 * Runs the one daemon of a store: takes files from every channel, records and routes them, until asked
 * to stop. Rejects with `StoreError`, `ChannelError`, `ConfigError`, `ProcessesError` or
 * `CatalogueError`, in sentences for a person, when it cannot start;
 * once started, it waits out what fails and goes on. With new settings everything is finished that is in
 * hand and begun again, by the same process and without letting go of the store.
 */
export async function runDaemon(config: BusbarConfig, options: DaemonOptions): Promise<void> {
  const check = (candidate: BusbarConfig) => checkConfiguration(candidate, options.definitions);
  let model: InstallationModel | null = await check(config);
  const place = storeAt(config.store);
  place.prepare();
  const leadership = await place.leader.lead(options);
  if (leadership === null) return;
  const read = options.settings?.read ?? (() => config);
  const reload = new Reload({ read, check, unusable: unusableParts, log: options.log });
  const lost = new AbortController();
  const beats = keepLeadership(leadership, () => lost.abort());
  const signal = AbortSignal.any([options.signal, lost.signal]);
  const metrics = options.metrics ?? new DaemonMetrics();
  const outlive = new OutliveStore({ log: options.log, signal });
  const log = meteredLog(options.log, metrics.meter, metrics.stages.recorded);
  const startedAt = Date.now();
  const lasting = {
    place,
    leadership,
    reload,
    startedAt,
    carried: { reload: null },
    metrics,
    reached: { http: null },
  };
  try {
    while (model !== null) {
      const current = model;
      const run = (onReady: DaemonOptions["onReady"]) =>
        runWith(current, lasting, { ...options, log, signal, ...(onReady && { onReady }) });
      await outlive.run(run, options.onReady);
      const next = await reload.take();
      model = signal.aborted ? null : next;
    }
  } finally {
    await beats.end().finally(() => leadership.release());
  }
}

/** What outlives a change of settings. */
interface Lasting {
  /** The store's, where this daemon says how it is. */
  readonly place: StorePlace;
  readonly leadership: Leadership;
  readonly reload: Reload;
  readonly startedAt: number;
  readonly carried: CarriedRequests;
  readonly metrics: DaemonMetrics;
  /** Where others reach it. */
  readonly reached: Beside["reached"];
}

async function runWith(
  model: InstallationModel,
  lasting: Lasting,
  options: DaemonOptions,
): Promise<void> {
  const installation = await openInstallation(model, {
    guard: () => lasting.leadership.check(),
    daemon: lasting.leadership.number,
    onCommit: (ms) => lasting.metrics.meter.observe("busbar_commit_seconds", {}, ms / 1_000),
    wholeSchema: true,
  });
  try {
    await runOn(installation, lasting, options);
  } finally {
    await installation.close();
  }
}

async function runOn(
  installation: OpenInstallation,
  lasting: Lasting,
  options: DaemonOptions,
): Promise<void> {
  const { place, leadership, reload, carried, metrics } = lasting;
  const { config, store } = installation;
  const { log, manager = noServiceManager } = options;
  const turns = new TurnWatch(machineClock);
  const watched = { turns, meter: metrics.meter, progress: metrics.stages };
  const beside = besideOthers(store, { heartbeat: place.heartbeat, log });
  const own = { signals: beside.signals, turns };
  const context = { ...(await contextOf(installation, leadership, options, own)), ...watched };
  const failed = new AbortController();
  const reloading = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal, reloading.signal]);
  setMaxListeners(0, signal);
  const core = await stagesOf(context, installation, signal, { carried, ...beside });
  const { intakes, outbound, causes } = core;
  await holdWhenOlder(store, config, log);
  await beginAnswering(outbound, log);
  const settings = settingsMarks(config);
  const look = lookerOf(core, installation, lasting, settings);
  const stages = withNotices(core, {
    context,
    model: installation,
    look: () => beside.withOthers(look()),
    shared: beside.shared,
    ...options,
  });
  metrics.begin(config, (await installation.definitions()).values(), {
    store,
    place,
    look,
    causes,
    turns,
  });
  const status = statusWriter(lasting, look, new HighWaterMarks(store, config), log);
  const onReload = () => {
    log.info({ event: "reloading" }, "new settings: finishing unfinished work, then going on");
    manager.reloading();
    reloading.abort();
  };
  const asked = () => void reload.request({ config, settings }, onReload);
  const unheard = [context.signals.subscribe("reload", asked), options.settings?.onRequest(asked)];
  const endFeeding = feedWatchdog(manager, turns, log);
  try {
    await Promise.all(intakes.map((intake) => intake.open()));
    log.info({ event: "ready", store: place.shown, channels: intakes.length }, "ready");
    const problems = intakes.flatMap((intake) => intake.status()?.problem ?? []);
    options.onReady?.(problems, config);
    manager.ready(sayReady(intakes.length, problems));
    const companionOf = { ...context, ...lasting, installation, log };
    const companion = runCompanion(options.companion, companionOf, signal);
    const looked = sayFindings(installation, log);
    const cleanedUp = dropDrafts(store, log, signal);
    const carrying = Promise.all([stages.storeSignals.run(signal), beside.run(signal)]);
    const isLast = () => options.signal.aborted || !reloading.signal.aborted;
    const ran = runAll(stages, status, { signal, stop: () => failed.abort(), isLast });
    await ran.finally(() => Promise.all([looked, cleanedUp, carrying, companion]));
  } finally {
    metrics.end();
    endFeeding();
    for (const end of unheard) end?.();
    await stages.close();
  }
  if (options.signal.aborted) log.info({ event: "stopped" }, "stopped");
}

/** Keeps the heartbeat up to date, as long as the store is this daemon's. */
function statusWriter(
  { place, leadership }: Pick<Lasting, "place" | "leadership">,
  look: ReturnType<typeof lookerOf>,
  marks: HighWaterMarks,
  log: Log,
): StatusWriter {
  const water = async (isLast: boolean) => {
    try {
      // What is there by now may be another daemon's.
      leadership.check();
    } catch (error) {
      if (isLast && isStoreAway(error)) return marks.last;
      throw error;
    }
    return marks.note(isLast);
  };
  return new StatusWriter(place.heartbeat, look, water, log);
}

/** What the daemon says of itself each time that it is asked. */
function lookerOf(
  { intakes, outbound }: Stages,
  { store }: OpenInstallation,
  { startedAt, reload, reached }: Lasting,
  settings: SettingsMarks,
) {
  return () => ({
    startedAt,
    channels: intakes.flatMap((intake) => intake.status() ?? []),
    outbound: outbound.status(),
    replaced: store.health.replaced(),
    store: store.id,
    settings,
    reload: reload.outcome,
    http: reached.http,
  });
}

interface RunOptions {
  readonly signal: AbortSignal;
  readonly stop: () => void;
  /** Once it has stopped: whether the daemon ends, or goes on with other settings. */
  readonly isLast: () => boolean;
}

/** Routing stops after intake, so that what intake recorded last is routed too; what follows from it waits for the next start. */
async function runAll(
  { intakes, routing, followers }: Stages,
  status: StatusWriter,
  { signal, stop, isLast }: RunOptions,
): Promise<void> {
  const failures: unknown[] = [];
  // Each is heeded from its first moment on: one that fails stops the others, whichever is waited for.
  const ended = (runs: readonly Promise<void>[]) =>
    Promise.all(
      runs.map((run) =>
        run.catch((error: unknown) => {
          failures.push(error);
          stop();
        }),
      ),
    );
  const routingStop = new AbortController();
  const routed = ended([routing.run(routingStop.signal)]);
  const engineStop = new AbortController();
  const engineEnded = ended(followers.map((follower) => follower.run(engineStop.signal)));
  await ended([...intakes.map((intake) => intake.run()), status.run(signal)]);
  routingStop.abort();
  await routed;
  engineStop.abort();
  await engineEnded;
  await ended([status.write(failures.length === 0 && !isLast())]);
  if (failures.length > 0) throw failures[0];
}

async function contextOf(
  installation: OpenInstallation,
  leadership: Leadership,
  { onStep, log, commandOf = ({ remedy }) => remedy }: DaemonOptions,
  { turns, signals: heard }: { readonly turns: TurnWatch; readonly signals: Signals },
): Promise<IntakeContext> {
  const stepped: OnCrashPoint = (step) => {
    turns.step();
    onStep?.(step);
  };
  const { newClaimId, ...context } = await installation.recording({
    onStep: stepped,
    onLargeFile: turns.step,
  });
  return {
    ...context,
    newClaimId: () => {
      leadership.check();
      return newClaimId();
    },
    log,
    signals: heard,
    commandOf,
    gate: installationGate(installation),
  };
}
