import { numberOutbound } from "../../app/commands/outbound/number-outbound.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar outbound number`. */
export interface OutboundNumberOptions extends JsonOption, DecisionOptions {
  readonly from: number;
  readonly flow?: string;
  /** `ROLE:PARTICIPANT`, or `PARTICIPANT` where that is one recipient alone. */
  readonly to?: string;
}

/** `busbar outbound number CHANNEL --from N`: the next file gets that number, and those before it are skipped. */
export function outboundNumber(
  context: CommandContext,
  channel: string,
  options: OutboundNumberOptions,
): Promise<ExitCode> {
  const { flow, to, from } = options;
  const input = {
    channel,
    next: from,
    ...(flow !== undefined && { flow }),
    ...(to !== undefined && { to }),
  };
  const changedBy = decisionOf(options);
  return withStore(context, async (session) => {
    const moved = await numberOutbound(session, input, changedBy);
    const { series, before, next } = moved;
    if (options.json) await context.output.json(moved);
    else
      await context.output.line(
        `${visible(series)}: the next number is ${next}; it was ${before}.`,
      );
    return exitCode.good;
  });
}
