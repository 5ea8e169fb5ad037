import type { HoldScope } from "../../core/hold/hold.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import type { ExitCode } from "../failure.ts";
import type { DecisionOptions } from "../outbound/decision.ts";
import { configOf } from "../session.ts";
import { hold, releaseHeld } from "../stuck/hold.ts";
import { allChannels, channelNamed } from "./channels.ts";

/** Of `busbar channel pause` and `busbar channel resume`. */
export type ChannelPauseOptions = JsonOption & DecisionOptions;

/** `busbar channel pause NAME`: what `busbar hold` does for one channel; it outlives restarts. */
export function channelPause(
  context: CommandContext,
  name: string,
  options: ChannelPauseOptions,
): Promise<ExitCode> {
  return hold(context, stageOf(context, name), { ...options, channel: name });
}

/** `busbar channel resume NAME`: lets it go on. */
export function channelResume(
  context: CommandContext,
  name: string,
  options: ChannelPauseOptions,
): Promise<ExitCode> {
  return releaseHeld(context, stageOf(context, name), { ...options, channel: name });
}

function stageOf(context: CommandContext, name: string): HoldScope["stage"] {
  const { direction } = channelNamed(allChannels(configOf(context), null), name);
  return direction === "in" ? "intake" : "outbound";
}
