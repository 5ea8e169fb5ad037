import { refuseUnknownType } from "../asked/known-words.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { compareAll, type ReplayOptions, replayAll } from "./replay.ts";
import type { ReplayReport } from "./replay-report.ts";

/** Which processes are replayed, and whether what differs is stored. */
export interface ReplayInput extends ReplayOptions {
  readonly dryRun?: boolean;
}

/** Builds every process that is meant with the code as it is now, compares it with what is stored, and stores it. */
export async function replayProcesses(
  installation: OpenInstallation,
  { dryRun = false, ...options }: ReplayInput,
): Promise<ReplayReport> {
  await refuseUnknownType(installation, options.type);
  const definitions = await installation.definitions();
  return (dryRun ? compareAll : replayAll)(installation.store, definitions, options);
}
