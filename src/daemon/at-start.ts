import { checkWakeUps, quickFindings } from "../app/doctor/check-installation.ts";
import type { OpenInstallation } from "../app/installation/open-installation.ts";
import type { Outbound } from "../outbound/deliver/run-outbound.ts";
import { counted } from "../runtime/counted.ts";
import type { Log } from "../runtime/log.ts";
import { logFailure } from "../runtime/log-failure.ts";
import type { Store } from "../store/port/store.ts";

/** What somebody should look at, though the daemon runs: a disk that is nearly full, a key that ends soon. */
export async function sayFindings(installation: OpenInstallation, log: Log): Promise<void> {
  try {
    const all = [...(await quickFindings(installation)), ...(await checkWakeUps(installation))];
    for (const { area, outcome, about, found } of all)
      if (outcome !== "good")
        log.warn({ event: "checked-at-start", area, about, reason: found }, `${about}: ${found}`);
  } catch (error) {
    const say = "the installation could not be looked at";
    logFailure(log, error, say, { event: "checks-failed" });
  }
}

/** What a daemon that has started says to its service manager. */
export function sayReady(channels: number, problems: readonly string[]): string {
  const takes = `takes files from ${counted(channels, "channel")}`;
  return problems.length === 0 ? takes : `${takes}; not yet, and tried again: ${problems[0]}`;
}

/** Marks from when on files are answered; where the store takes nothing just now, it is done with the first round of composing. */
export async function beginAnswering(outbound: Outbound, log: Log): Promise<void> {
  try {
    await outbound.begin();
  } catch (error) {
    const say = "it could not be noted from when on files are answered";
    logFailure(log, error, say, { event: "answers-not-begun" });
  }
}

/** Drops what an earlier run had half read. Millions of messages may have to go: nobody waits for that, and what fails is left for the next start. */
export async function dropDrafts(store: Store, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const files = await store.files.dropUnfinished(signal);
    if (files > 0)
      log.info({ event: "drafts-dropped", files }, "dropped what was half read of large files");
  } catch (error) {
    const say = "what was half read of large files could not be dropped";
    logFailure(log, error, say, { event: "drafts-left" });
  }
}
