import { Argument, type Command } from "commander";
import type { JsonOption } from "../context.ts";
import { actorOption, jsonOption, type RunCommand, reasonOption, withExample } from "../words.ts";
import type { ChannelHoldOptions } from "./channel-hold.ts";

/** Adds `channel …`. */
export function describeChannels(program: Command, run: RunCommand): void {
  const channel = withExample(
    program.command("channel"),
    "busbar channel list",
    "busbar channel check partner",
  ).description("where files come from and go to: list, show, check, poll, hold, release, trust");

  withExample(channel.command("list"), "busbar channel list")
    .description("every channel and its state")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./channel-list.ts")).channelList(context, options)),
    );

  named(channel, "show", "how a channel is, in words, and what its partner's server can do").action(
    (name: string, options: JsonOption) =>
      run(async (context) =>
        (await import("./channel-show.ts")).channelShow(context, name, options),
      ),
  );

  named(
    channel,
    "check",
    "try list, read, write, rename and delete in every folder concerned; say how to fix what fails",
  ).action((name: string, options: JsonOption) =>
    run(async (context) =>
      (await import("./channel-check.ts")).channelCheck(context, name, options),
    ),
  );

  named(
    channel,
    "poll",
    "have the running daemon look now, or try now when files leave by it, whatever its schedule says",
  ).action((name: string, options: JsonOption) =>
    run(async (context) => (await import("./channel-poll.ts")).channelPoll(context, name, options)),
  );

  describePauses(channel, run);

  named(channel, "trust", "show the server's host key, to be pinned; nothing is sent to it").action(
    (name: string, options: JsonOption) =>
      run(async (context) =>
        (await import("./channel-trust.ts")).channelTrust(context, name, options),
      ),
  );
}

function describePauses(channel: Command, run: RunCommand): void {
  withExample(channel.command("hold"), 'busbar channel hold partner --reason "their server moves"')
    .description(
      "put the channel on hold until it is released; nothing is lost, and it outlives restarts",
    )
    .addArgument(new Argument("<name>", "the channel"))
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((name: string, options: ChannelHoldOptions) =>
      run(async (context) =>
        (await import("./channel-hold.ts")).holdChannel(context, name, options),
      ),
    );

  withExample(channel.command("release"), 'busbar channel release partner --reason "it has moved"')
    .description("release the hold on a channel")
    .addArgument(new Argument("<name>", "the channel"))
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((name: string, options: ChannelHoldOptions) =>
      run(async (context) =>
        (await import("./channel-hold.ts")).releaseChannel(context, name, options),
      ),
    );
}

function named(channel: Command, word: string, about: string): Command {
  return withExample(channel.command(word), `busbar channel ${word} partner`)
    .description(about)
    .addArgument(new Argument("<name>", "the channel"))
    .addOption(jsonOption());
}
