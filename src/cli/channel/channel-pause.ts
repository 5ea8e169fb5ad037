import { stageOfChannel } from "../../app/asked/asked-channel.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import type { DecisionOptions } from "../decision.ts";
import type { ExitCode } from "../failure.ts";
import { configOf } from "../session.ts";
import { hold, releaseHeld } from "../stuck/hold.ts";

/** Of `busbar channel pause` and `busbar channel resume`. */
export type ChannelPauseOptions = JsonOption & DecisionOptions;

/** `busbar channel pause NAME`: what `busbar hold` does for one channel; it outlives restarts. */
export function channelPause(
  context: CommandContext,
  name: string,
  options: ChannelPauseOptions,
): Promise<ExitCode> {
  return hold(context, stageOfChannel(configOf(context), name), { ...options, channel: name });
}

/** `busbar channel resume NAME`: lets it go on. */
export function channelResume(
  context: CommandContext,
  name: string,
  options: ChannelPauseOptions,
): Promise<ExitCode> {
  return releaseHeld(context, stageOfChannel(configOf(context), name), {
    ...options,
    channel: name,
  });
}
