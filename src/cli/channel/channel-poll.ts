import { setTimeout } from "node:timers/promises";
import { askedChannel } from "../../app/asked/asked-channel.ts";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { allChannels } from "../../app/queries/channels/shown-channels.ts";
import { viewChannel } from "../../app/views/channel-view.ts";
import { storeAt } from "../../store/open.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { channelLines } from "./channel-lines.ts";

/** How long to wait for the daemon's look, in milliseconds, and how often to see whether it came. */
const patienceMs = 30_000;
const everyMs = 250;

/**
 * `busbar channel poll NAME`: has the running daemon look now, or try now when files leave by it, and tells
 * what the channel is like then.
 */
export function channelPoll(
  context: CommandContext,
  name: string,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ config, store }) => {
    askedChannel(allChannels(config, null), name);
    const before = lookAtDaemon(storeAt(config.store), Date.now());
    if (before.is !== "running")
      throw new CommandFailure(
        "the daemon is not running, so that nobody looks; `busbar run` starts it",
      );
    const asked = Date.now();
    await store.polls.request(name);
    for (;;) {
      await setTimeout(everyMs);
      const daemon = lookAtDaemon(storeAt(config.store), Date.now());
      const channel = askedChannel(allChannels(config, daemon), name);
      const { lastListingAt = null, state = "stopped" } = channel.now ?? {};
      const writtenAt = daemon.is === "running" ? daemon.status.writtenAt : 0;
      const isLater = writtenAt > asked + everyMs * 8;
      const { sending } = channel;
      const isTried = sending !== null && (sending.triedAt ?? 0) >= asked;
      const isListed =
        channel.direction === "in"
          ? lastListingAt !== null && lastListingAt >= asked
          : isTried && sending.state === "working" && sending.problem === null;
      // One that files leave by says when it was tried; one that is on hold or stopped is not.
      const hasFailed =
        sending === null
          ? state !== "watching" && isLater
          : isTried || (isLater && sending.state !== "working" && sending.state !== "waiting");
      if (!isListed && !hasFailed && Date.now() - asked < patienceMs) continue;
      if (options.json) await output.json(viewChannel(channel));
      else await output.lines(channelLines(channel, Date.now()));
      if (!isListed)
        context.say(
          `busbar: ${name} ${channel.direction === "in" ? "was not listed" : "does not work yet"}: see above, or \`busbar channel check ${name}\``,
        );
      return isListed ? exitCode.good : exitCode.failed;
    }
  });
}
