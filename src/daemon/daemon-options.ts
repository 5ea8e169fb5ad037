import type { BusbarConfig } from "../config/config.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import type { CommandOf } from "../core/stuck/remedy.ts";
import type { Host } from "../disk/host.ts";
import type { AdviceText } from "../notices/notice-text.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import type { Log } from "../runtime/log.ts";
import type { LeaseTimes } from "../store/port/leader-store.ts";
import type { Companion } from "./companion.ts";
import type { DaemonMetrics } from "./daemon-metrics.ts";
import type { ServiceManager } from "./service/service-manager.ts";

/** What a daemon runs with beside its configuration. */
export interface DaemonOptions {
  /** Aborted to stop: what is in flight is finished, then `runDaemon` resolves. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Says what people can do as commands, for texts that are kept beside files; by the names of remedies when absent. */
  readonly commandOf?: CommandOf;
  /** Called at each point where a crash would leave something to recover. */
  readonly onStep?: OnCrashPoint;
  /** The types of process there are; those that Busbar brings when absent. */
  readonly definitions?: readonly ProcessDefinition[];
  /** The machine that it runs on, and how its lease on the store is kept; this one and the usual when absent. */
  readonly host?: Host;
  readonly leaseTimes?: LeaseTimes;
  /** Called when every channel is watched, with what keeps some from working, if anything does. */
  readonly onReady?: (problems: readonly string[], config: BusbarConfig) => void;
  /** Counts what it does, and gives that as text; nobody asks for it when absent. */
  readonly metrics?: DaemonMetrics;
  /** Renders what a person can do as the command for it, in what people are sent. */
  readonly adviceText?: AdviceText;
  /** Whom it tells how it is; nobody when absent. */
  readonly manager?: ServiceManager;
  /** How new settings are read while it runs, and how it is asked to; it keeps those it began with when absent. */
  readonly settings?: NewSettings;
  /** What runs beside the stages; nothing when absent. */
  readonly companion?: Companion;
}

/** Where a running daemon gets new settings from. */
export interface NewSettings {
  /** Reads them. Throws `ConfigError`. */
  read(): BusbarConfig;
  /** Has the function called whenever they are to be read; what it gives ends that. */
  onRequest(asked: () => void): () => void;
}
