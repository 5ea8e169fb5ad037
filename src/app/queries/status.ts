import type { ActionRecord } from "../../core/action/ledger.ts";
import { countedForLists } from "../../core/text/capped-count.ts";
import { thisHost } from "../../disk/host.ts";
import type { Counts } from "../../store/port/report-store.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { changedSettings, type DaemonLook, lookAtDaemonOf } from "../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import type { Status } from "../views/status-view.ts";
import { withLastFailures } from "./channels/last-failures.ts";
import { outboundTotals } from "./channels/outbound-totals.ts";
import { inboundChannels, outboundChannels } from "./channels/shown-channels.ts";

/** What the store holds, and how the daemon and its channels are. */
export interface StatusSeen extends Status {
  readonly daemon: DaemonLook;
  /** Actions in flight. */
  readonly running: readonly ActionRecord[];
}

/** How everything is. A part that is damaged is left out, and said. */
export async function seeStatus({ config, store, clock }: OpenInstallation): Promise<StatusSeen> {
  const unread: string[] = [];
  const orNone = async <Part>(what: string, part: Promise<Part>, none: Part): Promise<Part> =>
    part.catch((error: unknown) => {
      unread.push(sayDamage(what, error));
      return none;
    });
  const daemon = await lookAtDaemonOf(config);
  const { outbound, actions, holds, reports, health } = store;
  const leading = outboundChannels(config, daemon);
  const seen = {
    counts: await orNone("What the store holds", reports.counts(countedForLists), noCounts),
    actions: await orNone("Actions", actions.counts(countedForLists), {}),
    holds: await orNone("What is on hold", holds.list(), []),
    lastRecordedAt: await orNone("The last recorded moment", health.lastRecordedAt(), 0),
    running: await orNone(
      "Running actions",
      Array.fromAsync(actions.list({ state: "running" })),
      [],
    ),
    outbound: outboundTotals(
      await orNone("What was delivered last", withLastFailures(store, leading), leading),
      await orNone("Outbound files", outbound.counts(countedForLists), []),
    ),
  };
  return {
    ...seen,
    now: clock.wall(),
    daemon,
    channels: inboundChannels(config, daemon),
    settingsChanged: changedSettings(daemon, config, thisHost(process.env).name),
    unread,
  };
}

/** What is shown when the store cannot be counted. */
const noCounts: Counts = {
  files: {},
  events: 0,
  processes: 0,
  stuck: 0,
  dismissed: 0,
  failing: 0,
  unrouted: 0,
};

/** That a part is not shown since its rows are damaged. Throws the error when it is another. */
function sayDamage(what: string, error: unknown): string {
  const isDamage = error instanceof StoreError ? damages.has(error.code) : error instanceof Error;
  if (!isDamage) throw error;
  const why = error instanceof StoreError ? (error.cause ?? error) : error;
  const words = why instanceof Error ? why.message : String(why);
  return `${what} cannot be read (${words}), and is left out`;
}

const damages: ReadonlySet<string> = new Set(["corrupt", "damaged"]);
