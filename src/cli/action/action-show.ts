import { viewActionDetail } from "../../app/views/action-view.ts";
import type { ActionDetail } from "../../core/action/ledger.ts";
import { holdOnAction } from "../../core/hold/hold.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type Session, withStore } from "../session.ts";
import { actionPage } from "./action-page.ts";

/** `busbar action show ID`: why it is, what became of it, and what may be done about it. */
export function actionShow(
  context: CommandContext,
  id: number,
  { json }: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const detail = await findAction(session, id);
    const opposite = await oppositeOf(session, detail);
    const holds = await session.store.holds.list();
    if (json) await output.json(viewActionDetail(detail, opposite, holds));
    else await output.lines(actionPage(detail, opposite, holdOnAction(holds, detail)));
    return exitCode.good;
  });
}

/** The action of this number, or a failure that says there is none. */
export async function findAction({ store }: Session, id: number): Promise<ActionDetail> {
  const detail = await store.actions.get(id);
  if (detail !== null) return detail;
  throw new CommandFailure(
    `there is no action ${id}; \`busbar action list\` shows those there are`,
  );
}

/** The name of the action that undoes one, as its definition declares it; null when none does. */
export async function oppositeOf(
  session: Session,
  { processType, name }: Pick<ActionDetail, "processType" | "name">,
): Promise<string | null> {
  const definition = (await session.definitions()).get(processType);
  return definition?.actions.get(name)?.opposite ?? null;
}
