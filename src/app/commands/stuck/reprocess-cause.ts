import type { StuckItem } from "../../../core/stuck/stuck.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { noSuchCause } from "../../asked/asked.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ReleaseContext, type Released, releaseAll, tryRelease } from "./release-cause.ts";

/** What is to be tried again, or only looked at. */
export interface ReprocessCauseInput {
  readonly cause: string;
  readonly dryRun?: boolean;
  /** Only so many, the first; all when absent. */
  readonly limit?: number;
}

/** All that is stuck for a cause, and what came of each as it is tried again. */
export interface CauseTriedAgain {
  readonly items: readonly [StuckItem, ...StuckItem[]];
  readonly outcomes: AsyncIterable<Released>;
}

/**
 * Tries again everything that is stuck for one cause, whatever its kind, those that were dismissed left out; as
 * the outcomes are asked for. With `dryRun`, says what that would come to, and changes nothing.
 */
export async function reprocessCause(
  installation: OpenInstallation,
  { cause, dryRun = false, limit }: ReprocessCauseInput,
  by: ChangedBy,
): Promise<CauseTriedAgain> {
  const { actor, reason } = whoAndWhy(by);
  const { store } = installation;
  const all = await Array.fromAsync(store.stuck.list({ cause }));
  const [first, ...others] = all.slice(0, limit);
  if (first === undefined) throw noSuchCause(cause);
  const items = [first, ...others] as const;
  const recording = await installation.recording();
  const definitions = await installation.definitions();
  const context: ReleaseContext = { recording, definitions, actor, reason };
  return {
    items: [...items],
    outcomes: dryRun ? tried(context, items) : releaseAll(context, items),
  };
}

async function* tried(
  context: ReleaseContext,
  items: readonly StuckItem[],
): AsyncGenerator<Released> {
  for (const item of items) yield await tryRelease(context, item);
}
