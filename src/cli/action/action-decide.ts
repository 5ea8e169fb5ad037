import { viewAction } from "../../app/views/action-view.ts";
import type { ActionRecord, InterventionKind } from "../../core/action/ledger.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { counted } from "../../runtime/counted.ts";
import type { ActionDecision } from "../../store/port/actions/action-store.ts";

import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode, refusedText } from "../failure.ts";
import { type DecisionOptions, decisionOf } from "../outbound/decision.ts";
import { visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";
import { findAction, oppositeOf } from "./action-show.ts";

/** `busbar action cancel|skip|retry|force|release|undo`. */
export interface ActionDecideOptions extends JsonOption, DecisionOptions {}

/** `busbar action retry`: also of all failed ones of a name. */
export interface ActionRetryOptions extends ActionDecideOptions {
  readonly name?: string;
  readonly type?: string;
}

/** `busbar action KIND ID…`: what a person decides about actions, each by itself. Goes on after one that cannot be. */
export function actionDecide(
  context: CommandContext,
  kind: InterventionKind,
  ids: readonly number[],
  options: ActionDecideOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  const { output, say } = context;
  return withStore(context, async (session) => {
    let code: ExitCode = exitCode.good;
    for (const id of ids) {
      try {
        const decision = await decisionFor(session, kind, id);
        const action = await session.store.actions.decide({ id, decision, actor, reason });
        if (options.json) await output.json(viewAction(action, await session.store.holds.list()));
        else await output.line(outcomeOf(id, action));
      } catch (error) {
        if (!isRefused(error)) throw error;
        say(`busbar: ${refusedText(error)}`);
        code = exitCode.failed;
      }
    }
    return code;
  });
}

/** `busbar action retry ID… | --name NAME [--type TYPE]`. */
export function actionRetry(
  context: CommandContext,
  ids: readonly number[],
  options: ActionRetryOptions,
): Promise<ExitCode> {
  const { name, type } = options;
  if ((name === undefined) === (ids.length === 0) || (name === undefined && type !== undefined)) {
    throw new CommandFailure(
      "name actions by their numbers, or all failed ones of a name with --name (and --type)",
      exitCode.usage,
    );
  }
  if (name === undefined) return actionDecide(context, "retry", ids, options);
  const { actor, reason } = decisionOf(options);
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const queue = { name, ...(type !== undefined && { processType: type }) };
    const retried = await store.actions.retryFailed({ queue, actor, reason });
    if (options.json) await output.json({ name, type: type ?? null, retried });
    else
      await output.line(
        retried === 0
          ? `No action "${visible(name)}" has failed.`
          : `${counted(retried, "failed action")} "${visible(name)}" planned again.`,
      );
    return exitCode.good;
  });
}

async function decisionFor(
  session: Session,
  kind: InterventionKind,
  id: number,
): Promise<ActionDecision> {
  if (kind !== "undo") return { kind };
  const action = await findAction(session, id);
  const opposite = await oppositeOf(session, action);
  if (opposite !== null) return { kind, opposite };
  throw new CommandFailure(
    `nothing is declared to undo action ${id}, ${visible(action.name)}; see what it brought about with: busbar action show ${id}`,
  );
}

function outcomeOf(id: number, { id: now, name, processType, key, state }: ActionRecord): string {
  const about = `${visible(name)} on ${processType} ${visible(key)}`;
  if (now === id) return `Action ${id}, ${about}: ${state}.`;
  return `Action ${now} is added for action ${id}, ${about}: ${state}.`;
}

/** What the store refuses of one action says nothing of the others. */
function isRefused(error: unknown): error is Error {
  return error instanceof CommandFailure || error instanceof RefusedError;
}
