import { viewOutbound } from "../../app/views/outbound-view.ts";
import type { OutboundDecision } from "../../core/outbound/journal.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { resend } from "../../outbound/deliver/resend.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode, refusedText } from "../failure.ts";
import { withStore } from "../session.ts";
import { type DecisionOptions, decisionOf } from "./decision.ts";
import { outboundName, outboundStateText } from "./outbound-list.ts";
import { findOutbound } from "./outbound-show.ts";

/** `busbar outbound hold|release|retry|cancel|confirm|resend`. */
export interface OutboundDecideOptions extends JsonOption, DecisionOptions {
  /** The numbers are those of messages that are in no file yet. */
  readonly message?: boolean;
}

/** A person decides about files that leave, one after the other; what cannot be is said at the end. */
export function outboundDecide(
  context: CommandContext,
  ids: readonly number[],
  decision: OutboundDecision,
  options: OutboundDecideOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const refused: string[] = [];
    for (const id of ids) {
      try {
        if (options.message && (decision === "retry" || decision === "cancel")) {
          await store.outbox.decide({ id, decision, actor, reason });
          if (options.json) await output.json({ message: id, decision });
          else
            await output.line(
              `Message ${id} ${decision === "retry" ? "waits again" : "is cancelled"}.`,
            );
          continue;
        }
        const file = await store.outbound.decide({ id, decision, actor, reason });
        if (options.json) await output.json(viewOutbound(file));
        else await output.line(`${outboundName(file)} is now ${outboundStateText(file)}.`);
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        refused.push(refusedText(error));
      }
    }
    if (refused.length > 0) throw new CommandFailure(refused.join(" "));
    return exitCode.good;
  });
}

/** `busbar outbound resend ID`: makes a new file of what was in another. */
export function outboundResend(
  context: CommandContext,
  id: number,
  options: OutboundDecideOptions,
): Promise<ExitCode> {
  const decided = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    const before = await findOutbound(store, id);
    const catalogue = await session.catalogue();
    const parts = {
      store,
      catalogue,
      channels: config.outbound,
      mail: config.mail,
      now: session.clock.wall(),
    };
    const resent = await resend(parts, { outbound: id, ...decided });
    if (!resent.ok) throw new CommandFailure(resent.message);
    const file = await findOutbound(store, resent.id);
    if (options.json) await output.json(viewOutbound(file));
    else {
      const first = before.envelope === null ? "e-mail" : "file";
      await output.line(
        `${outboundName(file)}, ${file.name}, is sent for ${first} ${id}, which is ${before.state}.`,
      );
    }
    return exitCode.good;
  });
}
