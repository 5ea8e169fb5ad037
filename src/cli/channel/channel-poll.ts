import { pollChannel } from "../../app/commands/channel/poll-channel.ts";
import { viewChannel } from "../../app/views/channel-view.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { channelLines } from "./channel-lines.ts";

/** `busbar channel poll NAME`: has the running daemon look now, and tells what the channel is like then. */
export function channelPoll(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output, say } = context;
  return withStore(context, async (session) => {
    const { channel, isDone } = await pollChannel(session, { channel: name });
    if (options.json) await output.json(viewChannel(channel));
    else await output.lines(channelLines(channel, session.clock.wall()));
    if (isDone) return exitCode.good;
    const failed = channel.direction === "in" ? "was not listed" : "does not work yet";
    say(`busbar: ${name} ${failed}: see above, or \`busbar channel check ${name}\``);
    return exitCode.failed;
  });
}
