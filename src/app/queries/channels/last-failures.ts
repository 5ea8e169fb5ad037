import type { OutboundRecord } from "../../../core/outbound/outbound.ts";
import { sentence } from "../../../runtime/error-message.ts";
import type { Store } from "../../../store/port/store.ts";
import type { ShownChannel } from "../../views/channel-view.ts";

/**
 * Says of channels that files leave by whether a file of each failed and none that was made later got through:
 * then the channel does not work, however well the daemon can use it.
 */
export async function withLastFailures(
  store: Pick<Store, "outbound">,
  channels: readonly ShownChannel[],
): Promise<ShownChannel[]> {
  const counts = await store.outbound.counts({ upTo: 1 });
  const failed = new Set(
    counts.filter(({ state, files }) => state === "failed" && files > 0).map((one) => one.channel),
  );
  return Promise.all(
    channels.map((channel) =>
      failed.has(channel.name) ? withLastFailure(store, channel) : channel,
    ),
  );
}

async function withLastFailure(
  store: Pick<Store, "outbound">,
  channel: ShownChannel,
): Promise<ShownChannel> {
  const { name, sending } = channel;
  if (sending?.state !== "working" || sending.problem !== null) return channel;
  const failed = await lastOf(store, name, "failed");
  if (failed === null || failed.replacedBy !== null) return channel;
  const delivered = await lastOf(store, name, "delivered");
  if (delivered !== null && delivered.id > failed.id) return channel;
  const why = failed.problem === null ? "" : `: ${sentence(failed.problem)}`;
  const problem = `the last file that left by it failed, outbound ${failed.id}${why}`;
  return { ...channel, sending: { ...sending, state: "failing", problem } };
}

async function lastOf(
  store: Pick<Store, "outbound">,
  channel: string,
  state: "failed" | "delivered",
): Promise<OutboundRecord | null> {
  for await (const file of store.outbound.list({ channel, state, limit: 1 })) return file;
  return null;
}
