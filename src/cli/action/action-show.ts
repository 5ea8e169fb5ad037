import { showAction } from "../../app/queries/things/action.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { actionPage } from "./action-page.ts";

/** `busbar action show ID`: why it is, what became of it, and what may be done about it. */
export function actionShow(
  { output, ...context }: CommandContext,
  id: number,
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const action = await showAction(session, { action: id });
    if (json) await output.json(action);
    else await output.lines(actionPage(action));
    return exitCode.good;
  });
}
