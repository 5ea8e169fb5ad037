import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../../outbound/deliver/outbound-status.ts";
import type { DaemonStatus } from "../heartbeat/daemon-status.ts";
import type { MetricsRegistry } from "./registry.ts";

/** Says how the channels are, by what the daemon says of them. */
export function gatherChannels(into: MetricsRegistry, status: DaemonStatus): void {
  for (const channel of status.channels) gatherInbound(into, channel);
  for (const channel of status.outbound) gatherOutbound(into, channel);
}

function gatherInbound(into: MetricsRegistry, status: ChannelStatus): void {
  const { name: channel, state, lastListingAt, waiting, troubled, server } = status;
  const isUp = state === "watching" || state === "on-hold";
  into.set("busbar_channel_up", { channel, direction: "in" }, isUp ? 1 : 0);
  if (lastListingAt !== null)
    into.set("busbar_channel_last_listing_timestamp_seconds", { channel }, lastListingAt / 1_000);
  into.set("busbar_channel_waiting_files", { channel }, waiting.count);
  into.set("busbar_channel_troubled_files", { channel }, troubled.count);
  const seen = waiting.entries.map(({ since }) => since).filter((since) => since !== null);
  if (seen.length > 0)
    into.set(
      "busbar_channel_oldest_waiting_timestamp_seconds",
      { channel },
      Math.min(...seen) / 1_000,
    );
  if (server !== undefined)
    into.set(
      "busbar_channel_breaker_open",
      { channel, direction: "in" },
      server.retryAt === null ? 0 : 1,
    );
}

function gatherOutbound(into: MetricsRegistry, status: OutboundChannelStatus): void {
  const { name: channel, state } = status;
  const direction = "out";
  const isUp = state === "working" || state === "on-hold";
  into.set("busbar_channel_up", { channel, direction }, isUp ? 1 : 0);
  into.set("busbar_channel_breaker_open", { channel, direction }, state === "waiting" ? 1 : 0);
}
