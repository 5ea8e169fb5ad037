import { liftHold, placeHold } from "../../app/commands/stuck/hold-stage.ts";
import { ownActor } from "../../app/heartbeat/missing-from-store.ts";
import { viewHold } from "../../app/views/hold-view.ts";
import { type Hold, type HoldableStage, type HoldScope, holdWords } from "../../core/hold/hold.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine, visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar hold` and `busbar release`. */
export interface HoldOptions extends JsonOption, DecisionOptions {
  readonly channel?: string;
  readonly type?: string;
  readonly name?: string;
}

/** `busbar hold STAGE`: puts a hold on. */
export function hold(
  context: CommandContext,
  stage: HoldableStage,
  options: HoldOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const { hold, isNew } = await placeHold(session, scopeOf(stage, options), changedBy);
    if (options.json) await output.json(viewHold(hold));
    else if (isNew)
      await output.line(
        `On hold: ${holdWords(hold)}.\nTo let it go on: busbar release ${holdWords(hold)} --reason "..."`,
      );
    else
      await output.line(
        `${holdWords(hold)} was on hold already, by ${visible(hold.actor)} since ${localTime(hold.since)}: ${visible(hold.reason)}`,
      );
    return exitCode.good;
  });
}

/** `busbar release STAGE`: takes the hold off that was put on with the same words. */
export function releaseHold(
  context: CommandContext,
  stage: HoldableStage,
  options: HoldOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const lifted = await liftHold(session, scopeOf(stage, options), changedBy);
    if (options.json) await output.json(viewHold(lifted));
    else await output.lines([`Released: ${holdWords(lifted)}.`, ...whyOfBusbar(lifted)]);
    return exitCode.good;
  });
}

/** Why Busbar itself had put it on hold: after a restore that says which numbers were moved on. */
function whyOfBusbar({ actor, reason }: Hold): readonly string[] {
  return actor === ownActor ? [`Busbar had put it on hold: ${oneLine(reason)}.`] : [];
}

function scopeOf(stage: HoldableStage, options: HoldOptions): HoldScope {
  const { channel = null, type = null, name = null } = options;
  return { stage, channel, type, name };
}
