import { numberOutbound } from "../../app/commands/outbound/number-outbound.ts";
import type { Party } from "../../core/file/envelope.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** `busbar outbound number`. */
export interface OutboundNumberOptions extends JsonOption, DecisionOptions {
  readonly from: number;
  readonly flow?: string;
  /** `ROLE:PARTICIPANT`. */
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
    ...(to !== undefined && { to: partyNamed(to) }),
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

function partyNamed(text: string): Party {
  const [role, participant, ...more] = text.split(":");
  if (role === undefined || participant === undefined || more.length > 0)
    throw new CommandFailure(
      `${visible(text)} is no recipient; name the role and the participant, such as X:SUPP, or :SUPP where it has no role (\`busbar outbound list\` shows both)`,
      exitCode.usage,
    );
  return { role: role || null, participant: participant || null };
}
