import { z } from "zod";
import { type ActionState, actionStates } from "../../core/action/ledger.ts";
import type { Hold } from "../../core/hold/hold.ts";
import { cappedCounts } from "../../core/text/capped-count.ts";
import type { Counts } from "../../store/port/report-store.ts";
import {
  inboundChannelView,
  outboundTotalsView,
  type ShownChannel,
  type ShownOutbound,
  viewInbound,
  viewOutboundTotals,
} from "./channel-view.ts";
import {
  clockView,
  daemonView,
  type SeenDaemon,
  viewClock,
  viewDaemon,
} from "./daemon/daemon-view.ts";
import { holdView, viewHold } from "./hold-view.ts";
import { capped, count, list } from "./parts.ts";

/** What the store holds, and how the daemon and its channels are. */
export const statusView = z.strictObject({
  files: z.record(z.string(), count),
  events: count,
  processes: count,
  stuck: count,
  dismissed: count,
  failing: count,
  unrouted: count,
  actions: z.partialRecord(z.enum(actionStates), count),
  capped,
  onHold: list(holdView),
  daemon: daemonView,
  channels: list(inboundChannelView),
  settingsChanged: list(z.string()),
  clock: clockView.nullable(),
  outbound: list(outboundTotalsView),
  unread: list(z.string()).optional(),
});

/** What a status is put together from. */
export interface Status {
  readonly counts: Counts;
  readonly actions: Readonly<Partial<Record<ActionState, number>>>;
  readonly holds: readonly Hold[];
  readonly daemon: SeenDaemon;
  readonly channels: readonly ShownChannel[];
  readonly outbound: readonly ShownOutbound[];
  /** Files of settings that were changed since the daemon started. */
  readonly settingsChanged: readonly string[];
  /** Milliseconds since 1970: when the last file or event was recorded, and what the clock shows. */
  readonly lastRecordedAt: number;
  readonly now: number;
  /** Parts whose rows are damaged and that are left out, in words. */
  readonly unread: readonly string[];
}

/** A status for programs. */
export function viewStatus(status: Status): z.infer<typeof statusView> {
  const { counts, actions, holds, daemon, channels, outbound, unread } = status;
  const { files, events, processes, ...others } = counts;
  const ofFiles = cappedCounts(files);
  const ofActions = cappedCounts(actions);
  const { counts: ends, capped: beyond } = cappedCounts(others);
  const all = [
    ...ofFiles.capped.map((name) => `files.${name}`),
    ...beyond,
    ...ofActions.capped.map((name) => `actions.${name}`),
  ];
  return {
    ...others,
    ...ends,
    files: ofFiles.counts,
    events,
    processes,
    actions: ofActions.counts,
    ...(all.length > 0 && { capped: all }),
    onHold: holds.map(viewHold),
    daemon: viewDaemon(daemon),
    channels: channels.map(viewInbound),
    settingsChanged: status.settingsChanged,
    clock: viewClock(status.lastRecordedAt, status.now),
    outbound: outbound.map(viewOutboundTotals),
    ...(unread.length > 0 && { unread }),
  };
}
