import { decideAction, retryFailedActions } from "../../app/commands/action/decide-action.ts";
import { oneByOne } from "../../app/commands/one-by-one.ts";
import type { ActionView } from "../../app/views/action-view.ts";
import type { InterventionKind } from "../../core/action/ledger.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { CommandFailure, type ExitCode, exitCode, sayRefused } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar action cancel|skip|retry|force|release|undo`. */
export interface ActionDecideOptions extends JsonOption, DecisionOptions {}

/** `busbar action retry`: also of all failed ones of a name. */
export interface ActionRetryOptions extends ActionDecideOptions {
  readonly name?: string;
  readonly type?: string;
}

/** `busbar action KIND ID…`: what a person decides about actions, each separately. */
export function actionDecide(
  context: CommandContext,
  kind: InterventionKind,
  ids: readonly number[],
  options: ActionDecideOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const { output } = context;
  return withStore(context, async (session) => {
    const answers = oneByOne(ids, (action) => decideAction(session, { action, kind }, changedBy));
    let code: ExitCode = exitCode.good;
    for await (const { id, done, refused } of answers) {
      if (refused !== null) code = sayRefused(context, refused);
      else if (options.json) await output.json(done);
      else await output.line(outcomeOf(id, done));
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
  return name === undefined
    ? actionDecide(context, "retry", ids, options)
    : retryAllOf(context, name, options);
}

function retryAllOf(
  context: CommandContext,
  name: string,
  options: ActionRetryOptions,
): Promise<ExitCode> {
  const { type, json } = options;
  const { output } = context;
  const changedBy = decisionOf(options);
  return withStore(context, async (session) => {
    const asked = { name, ...(type !== undefined && { type }) };
    const retried = await retryFailedActions(session, asked, changedBy);
    if (json) await output.json({ name, type: type ?? null, retried });
    else await output.line(retriedLine(name, retried));
    return exitCode.good;
  });
}

function retriedLine(name: string, retried: number): string {
  return retried === 0
    ? `No action "${visible(name)}" has failed.`
    : `${counted(retried, "failed action")} "${visible(name)}" planned again.`;
}

function outcomeOf(id: number, { id: now, name, processType, key, state }: ActionView): string {
  const about = `${visible(name)} on ${processType} ${visible(key)}`;
  if (now === id) return `Action ${id}, ${about}: ${state}.`;
  return `Action ${now} is added for action ${id}, ${about}: ${state}.`;
}
