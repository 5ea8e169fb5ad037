import type { OpenInstallation } from "../app/installation/open-installation.ts";
import { errorMessage } from "../runtime/error-message.ts";
import type { Log } from "../runtime/log.ts";
import type { Signals } from "../runtime/signals.ts";
import type { TurnWatch } from "../runtime/turn-watch.ts";
import type { DaemonMetrics } from "./daemon-metrics.ts";

/** What a companion is given of the daemon that it runs beside. */
export interface Beside {
  /** Open, and closed after the companion ended. */
  readonly installation: OpenInstallation;
  readonly log: Log;
  /** Signals between the stages. */
  readonly signals: Signals;
  /** Whether the loops turn. */
  readonly turns: TurnWatch;
  /** What the daemon has counted, and how it is. */
  readonly metrics: Pick<DaemonMetrics, "text" | "meter">;
  /** Where others reach it, for the daemon's status; null when they do not. */
  readonly reached: { http: string | null };
  /** When the daemon started, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** What runs beside the stages with the same settings, e.g. what answers over HTTP. The daemon does not need it. */
export interface Companion {
  /** Runs until the signal is aborted, and resolves when nothing of it is left. */
  run(beside: Beside, signal: AbortSignal): Promise<void>;
}

/** Runs a companion, if there is one. Whatever becomes of it, the daemon goes on. */
export async function runCompanion(
  companion: Companion | undefined,
  beside: Beside,
  signal: AbortSignal,
): Promise<void> {
  try {
    await companion?.run(beside, signal);
  } catch (error) {
    const reason = errorMessage(error);
    beside.log.error({ event: "http-failed", reason }, `HTTP is not answered: ${reason}`);
  }
}
