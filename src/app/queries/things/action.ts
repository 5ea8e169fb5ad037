import type { ActionDetail, InterventionKind } from "../../../core/action/ledger.ts";
import { holdOnAction } from "../../../core/hold/hold.ts";
import { type Advice, advice } from "../../../core/stuck/remedy.ts";
import { askedAction } from "../../asked/asked.ts";
import { oppositeOf } from "../../asked/opposite-action.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ActionDetailView, viewActionDetail } from "../../views/action-view.ts";
import { releaseAdvice } from "../kept-outbound.ts";

/** All that is known of an action: why it is, what became of it, and what may be done about it. Rejects with a refusal when there is none. */
export async function showAction(
  of: OpenInstallation,
  { action: id }: { readonly action: number },
): Promise<ActionDetailView> {
  const detail = await askedAction(of.store, id);
  const opposite = await oppositeOf(of, detail);
  const holds = await of.store.holds.list();
  const hold = holdOnAction(holds, detail);
  const next = [...(hold === null ? [] : [releaseAdvice(hold)]), ...nextSteps(detail, opposite)];
  return viewActionDetail(detail, { opposite, holds, next });
}

function nextSteps({ id, state, failing }: ActionDetail, opposite: string | null): Advice[] {
  const to = (say: string, verb: InterventionKind) =>
    advice(say, { remedy: "decide-action", verbs: [verb], action: id });
  switch (state) {
    case "failed":
      return [to("once fixed: {}", "retry"), to("if it is not to be: {}", "skip")];
    case "needs-review":
      return [to("if it is to be done: {}", "release"), to("if not: {}", "skip")];
    case "planned":
      return [
        ...(failing ? [to("once fixed, at once: {}", "retry")] : []),
        to("if it is not to be: {}", "cancel"),
      ];
    case "running":
      return [];
    case "done":
      return [
        ...(opposite === null ? [] : [to(`"${opposite}" undoes it: {}`, "undo")]),
        to("to do it once more: {}", "force"),
      ];
    default:
      return [to("to do it all the same: {}", "force")];
  }
}
