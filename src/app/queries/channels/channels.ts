import type { Hold } from "../../../core/hold/hold.ts";
import { storeAt } from "../../../store/open.ts";
import { askedChannel } from "../../asked/asked-channel.ts";
import { type DaemonLook, lookAtDaemon } from "../../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import type { ChannelSequence, ShownChannel } from "../../views/channel-view.ts";
import { withLastFailures } from "./last-failures.ts";
import { sequenceOf } from "./sequence-of.ts";
import { allChannels } from "./shown-channels.ts";

/** Every channel, and the daemon that tells how those it runs are. */
export interface ChannelsSeen {
  readonly channels: readonly ShownChannel[];
  readonly daemon: DaemonLook;
}

/** Every channel as configured, as the running daemon says it is, and by what became of its last file. */
export async function seeChannels(
  { config, store }: OpenInstallation,
  now: number,
): Promise<ChannelsSeen> {
  const daemon = await lookAtDaemon(storeAt(config.store), now);
  return { daemon, channels: await withLastFailures(store, allChannels(config, daemon)) };
}

/** A channel with all that is known of it. */
export interface ChannelSeen {
  readonly channel: ShownChannel;
  readonly daemon: DaemonLook;
  readonly sequence: ChannelSequence;
  /** Holds that were placed on this very channel. */
  readonly holds: readonly Hold[];
}

/** One channel. Rejects with a refusal that says which there are. */
export async function seeChannel(
  of: OpenInstallation,
  name: string,
  now: number,
): Promise<ChannelSeen> {
  const { channels, daemon } = await seeChannels(of, now);
  const channel = askedChannel(channels, name);
  const sequence = await sequenceOf(of.store, name);
  const holds = (await of.store.holds.list()).filter((hold) => hold.channel === name);
  return { channel, daemon, sequence, holds };
}
