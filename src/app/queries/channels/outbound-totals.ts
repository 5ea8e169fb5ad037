import type { OutboundCount } from "../../../core/outbound/outbound.ts";
import type { ShownChannel, ShownOutbound } from "../../views/channel-view.ts";

/** States of what has still to be settled. */
const unfinished: ReadonlySet<OutboundCount["state"]> = new Set([
  "ready",
  "uploaded",
  "sending",
  "retrying",
  "behind",
  "on-hold",
  "failed",
  "unknown",
]);

/** The channels that lead out, and those that are gone from the configuration with files left over. */
export function outboundTotals(
  channels: readonly ShownChannel[],
  counts: readonly OutboundCount[],
): ShownOutbound[] {
  const countsOf = (name: string) => counts.filter(({ channel }) => channel === name);
  const known = new Set(channels.map(({ name }) => name));
  const left = counts.filter(({ channel, state }) => !known.has(channel) && unfinished.has(state));
  const gone = new Set(left.map(({ channel }) => channel));
  return [
    ...channels.map((channel) => ({
      name: channel.name,
      channel,
      counts: countsOf(channel.name),
    })),
    ...[...gone].map((name) => ({ name, channel: null, counts: countsOf(name) })),
  ];
}
