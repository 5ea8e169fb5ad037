import { seeChannel } from "../../app/queries/channels/channels.ts";
import { viewChannelDetail } from "../../app/views/channel-view.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { daemonLine } from "../daemon/daemon-lines.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { holdLines } from "../stuck/hold-lines.ts";
import { channelLines, serverLines } from "./channel-lines.ts";
import { sequenceLines } from "./sequence-lines.ts";

/** `busbar channel show NAME`: how a channel is, in words, and what its partner's server can do. */
export function channelShow(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { channel, daemon, sequence, holds } = await seeChannel(session, name, Date.now());
    if (options.json) {
      await output.json(viewChannelDetail(channel, sequence));
      return exitCode.good;
    }
    await output.lines(holdLines(holds));
    if (daemon.is !== "running") await output.line(daemonLine(daemon, Date.now()));
    await output.lines(channelLines(channel, Date.now()));
    if (channel.now?.server) await output.lines(serverLines(channel.now.server));
    await output.lines(sequenceLines(sequence, Date.now()));
    return exitCode.good;
  });
}
