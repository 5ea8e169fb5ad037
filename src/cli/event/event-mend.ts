import {
  correctEvent,
  type RevisedEvent,
  unvoidEvent,
  voidEvent,
} from "../../app/commands/event/revise-event.ts";
import { type ChangedEventView, viewChangedEvent } from "../../app/views/event-view.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { dataArgument } from "../process/data-argument.ts";
import { type Session, withStore } from "../session.ts";
import { consequenceLines, verdictLines } from "./consequence-lines.ts";

/** `busbar event void` and `unvoid`. */
export interface EventMendOptions extends JsonOption, DecisionOptions {}

/** `busbar event correct`. */
export interface EventCorrectOptions extends EventMendOptions {
  readonly data: string;
}

/** `busbar event void SEQ`: voids an event. */
export function eventVoid(
  context: CommandContext,
  event: number,
  options: EventMendOptions,
): Promise<ExitCode> {
  return mendEvent(context, options, "is void now", (session, changedBy) =>
    voidEvent(session, { event }, changedBy),
  );
}

/** `busbar event unvoid SEQ`: it was after all. */
export function eventUnvoid(
  context: CommandContext,
  event: number,
  options: EventMendOptions,
): Promise<ExitCode> {
  return mendEvent(context, options, "counts again", (session, changedBy) =>
    unvoidEvent(session, { event }, changedBy),
  );
}

/** `busbar event correct SEQ --data …`: it was otherwise than it was recorded. */
export async function eventCorrect(
  context: CommandContext,
  event: number,
  options: EventCorrectOptions,
): Promise<ExitCode> {
  const data = await dataArgument(options.data);
  return mendEvent(context, options, "is corrected", (session, changedBy) =>
    correctEvent(session, { event, data }, changedBy),
  );
}

function mendEvent(
  context: CommandContext,
  options: EventMendOptions,
  outcome: string,
  mend: (session: Session, changedBy: ChangedBy) => Promise<RevisedEvent>,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const revised = await mend(session, changedBy);
    const view = viewChangedEvent(revised, revised.definition, revised.verdicts);
    if (options.json) await output.json(view);
    else await print(output, view, outcome);
    return exitCode.good;
  });
}

async function print(
  output: Output,
  { seq, type, processType, key, actions, verdicts }: ChangedEventView,
  outcome: string,
): Promise<void> {
  await output.line(`Event ${seq} (${type} on ${processType} ${visible(key)}) ${outcome}.`);
  if (actions.length > 0)
    await output.lines(["", "Actions because of it", ...consequenceLines(actions)]);
  if (verdicts.length > 0)
    await output.lines([
      "",
      "Conditions with another verdict now; nothing is done again because of that",
      ...verdictLines(verdicts),
    ]);
}
