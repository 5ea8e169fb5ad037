import { oneByOne } from "../../app/commands/one-by-one.ts";
import {
  decideMessage,
  decideOutbound,
  resendOutbound,
} from "../../app/commands/outbound/decide-outbound.ts";
import { viewOutbound } from "../../app/views/outbound-view.ts";
import type { OutboundDecision, OutboundRecord } from "../../core/outbound/outbound.ts";
import { outboundKind, outboundKindWords } from "../../core/outbound/outbound-kind.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode, sayRefused } from "../failure.ts";
import { withStore } from "../session.ts";
import { outboundName, outboundStateText } from "./outbound-list.ts";

/** `busbar outbound hold|release|retry|cancel|confirm|resend`. */
export interface OutboundDecideOptions extends JsonOption, DecisionOptions {
  /** The numbers are those of messages that are in no file yet. */
  readonly message?: boolean;
}

/** A person decides about outbound files, or messages that are in no file yet, each separately. */
export function outboundDecide(
  context: CommandContext,
  ids: readonly number[],
  decision: OutboundDecision,
  options: OutboundDecideOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const answers = oneByOne(ids, async (id): Promise<OutboundRecord | "retry" | "cancel"> => {
      if (!options.message || (decision !== "retry" && decision !== "cancel"))
        return decideOutbound(session, { outbound: id, decision }, changedBy);
      await decideMessage(session, { message: id, decision }, changedBy);
      return decision;
    });
    let code: ExitCode = exitCode.good;
    for await (const { id, done, refused } of answers) {
      if (refused !== null) code = sayRefused(context, refused);
      else if (options.json)
        await output.json(
          typeof done === "string" ? { message: id, decision: done } : viewOutbound(done),
        );
      else await output.line(outcomeOf(id, done));
    }
    return code;
  });
}

function outcomeOf(id: number, done: OutboundRecord | "retry" | "cancel"): string {
  if (typeof done !== "string")
    return `${outboundName(viewOutbound(done))} is now ${outboundStateText(done)}.`;
  return `Message ${id} ${done === "retry" ? "waits again" : "is cancelled"}.`;
}

/** `busbar outbound resend ID`: makes a new file of what was in another. */
export function outboundResend(
  context: CommandContext,
  id: number,
  options: OutboundDecideOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const { file, before } = await resendOutbound(session, { outbound: id }, changedBy);
    const first = outboundKindWords[outboundKind(before)];
    if (options.json) await output.json(viewOutbound(file));
    else
      await output.line(
        `${outboundName(viewOutbound(file))}, ${file.name}, is sent for ${first} ${id}, which is ${before.state}.`,
      );
    return exitCode.good;
  });
}
