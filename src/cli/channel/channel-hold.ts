import { stageOfChannel } from "../../app/asked/asked-channel.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import type { DecisionOptions } from "../decision.ts";
import type { ExitCode } from "../failure.ts";
import { configOf } from "../session.ts";
import { hold, releaseHold } from "../stuck/hold.ts";

/** Of `busbar channel hold` and `busbar channel release`. */
export type ChannelHoldOptions = JsonOption & DecisionOptions;

/** `busbar channel hold NAME`: what `busbar hold` does for one channel; it outlives restarts. */
export function holdChannel(
  context: CommandContext,
  name: string,
  options: ChannelHoldOptions,
): Promise<ExitCode> {
  return hold(context, stageOfChannel(configOf(context), name), { ...options, channel: name });
}

/** `busbar channel release NAME`: lets it go on. */
export function releaseChannel(
  context: CommandContext,
  name: string,
  options: ChannelHoldOptions,
): Promise<ExitCode> {
  return releaseHold(context, stageOfChannel(configOf(context), name), {
    ...options,
    channel: name,
  });
}
