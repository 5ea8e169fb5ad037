import { correctEvent } from "../../app/commands/correct-event.ts";
import { type VerdictChange, verdictChanges } from "../../app/commands/verdict-changes.ts";
import { viewChangedEvent } from "../../app/views/event-view.ts";
import { isRefusal, type Refusal } from "../../core/define/effect.ts";
import type { ChangedBy, Mended } from "../../store/port/events/revision-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type DecisionOptions, decisionOf } from "../outbound/decision.ts";
import { visible } from "../print/visible.ts";
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
  seq: number,
  options: EventMendOptions,
): Promise<ExitCode> {
  const mend = ({ store }: Session, changedBy: ChangedBy) =>
    store.revisions.void({ seq, changedBy });
  return mendEvent(context, options, "is void now", mend);
}

/** `busbar event unvoid SEQ`: it was after all. */
export function eventUnvoid(
  context: CommandContext,
  seq: number,
  options: EventMendOptions,
): Promise<ExitCode> {
  const mend = ({ store }: Session, changedBy: ChangedBy) =>
    store.revisions.unvoid({ seq, changedBy });
  return mendEvent(context, options, "counts again", mend);
}

/** `busbar event correct SEQ --data …`: it was otherwise than it was recorded. */
export async function eventCorrect(
  context: CommandContext,
  seq: number,
  options: EventCorrectOptions,
): Promise<ExitCode> {
  const data = await dataArgument(options.data);
  return mendEvent(context, options, "is corrected", async (session, changedBy) => {
    const { store } = session;
    const catalogue = await session.catalogue();
    const definitions = await session.definitions();
    return correctEvent({ store, catalogue, definitions }, seq, data, changedBy);
  });
}

async function mendEvent(
  context: CommandContext,
  options: EventMendOptions,
  outcome: string,
  mend: (session: Session, changedBy: ChangedBy) => Promise<Mended | Refusal>,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  return withStore(context, async (session) => {
    const mended = await mend(session, changedBy);
    if (isRefusal(mended)) throw new CommandFailure(`${mended.message} (${mended.code})`);
    await tell(context, session, mended, outcome, options);
    return exitCode.good;
  });
}

async function tell(
  { output }: CommandContext,
  session: Session,
  mended: Mended,
  outcome: string,
  { json }: JsonOption,
): Promise<void> {
  const { event, consequences } = mended;
  const { seq, type, processType, key } = event;
  const definition = (await session.definitions()).get(processType);
  let verdicts: VerdictChange[] = [];
  if (definition !== undefined) {
    const ordered = await session.store.events.ofProcess({ processType, key });
    const judged = await session.store.actions.judged({ processType, key });
    verdicts = verdictChanges(definition, key, ordered, judged);
  }
  if (json) {
    await output.json(viewChangedEvent(mended, definition, verdicts));
    return;
  }
  await output.line(`Event ${seq} (${type} on ${processType} ${visible(key)}) ${outcome}.`);
  if (consequences.length > 0)
    await output.lines([
      "",
      "Actions because of it",
      ...consequenceLines(consequences, definition),
    ]);
  if (verdicts.length > 0)
    await output.lines([
      "",
      "Conditions that come out otherwise now; nothing is done again because of that",
      ...verdictLines(verdicts),
    ]);
}
