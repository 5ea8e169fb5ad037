import { askedChannel } from "../../app/asked/asked-channel.ts";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { viewChannelDetail } from "../../app/views/channel-view.ts";
import { storeAt } from "../../store/open.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { daemonLine } from "../daemon/daemon-lines.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { holdLines } from "../stuck/hold-lines.ts";
import { channelLines, serverLines } from "./channel-lines.ts";
import { allChannels } from "./channels.ts";
import { sequenceLines, sequenceOf } from "./sequence-lines.ts";

/** `busbar channel show NAME`: how a channel is, in words, and what its partner's server can do. */
export function channelShow(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ config, store }) => {
    const daemon = lookAtDaemon(storeAt(config.store), Date.now());
    const channel = askedChannel(allChannels(config, daemon), name);
    const sequence = await sequenceOf(store, name);
    if (options.json) {
      await output.json(viewChannelDetail(channel, sequence));
      return exitCode.good;
    }
    const holds = (await store.holds.list()).filter((hold) => hold.channel === name);
    await output.lines(holdLines(holds));
    if (daemon.is !== "running") await output.line(daemonLine(daemon, Date.now()));
    await output.lines(channelLines(channel, Date.now()));
    if (channel.now?.server) await output.lines(serverLines(channel.now.server));
    await output.lines(sequenceLines(sequence, Date.now()));
    return exitCode.good;
  });
}
