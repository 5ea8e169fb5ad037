import { askedAction } from "../../app/asked/asked.ts";
import { oppositeOf } from "../../app/asked/opposite-action.ts";
import { viewActionDetail } from "../../app/views/action-view.ts";
import { holdOnAction } from "../../core/hold/hold.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { actionPage } from "./action-page.ts";

/** `busbar action show ID`: why it is, what became of it, and what may be done about it. */
export function actionShow(
  context: CommandContext,
  id: number,
  { json }: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const detail = await askedAction(session.store, id);
    const opposite = await oppositeOf(session, detail);
    const holds = await session.store.holds.list();
    if (json) await output.json(viewActionDetail(detail, opposite, holds));
    else await output.lines(actionPage(detail, opposite, holdOnAction(holds, detail)));
    return exitCode.good;
  });
}
