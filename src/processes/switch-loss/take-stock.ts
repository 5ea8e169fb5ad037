import { type ActionInput, action } from "../../core/define/action.ts";
import { record, refuse } from "../../core/define/effect.ts";
import { aboutLoss, rivalOf } from "./losses.ts";
import { billDue, canTellAgents, mayEnd, owesInformation } from "./owed.ts";
import type { LossRules } from "./settings.ts";
import type { Loss, SupplyPoint } from "./state.ts";
import { areWithin } from "./told/readings.ts";

/**
 * Says what is due now, each as an event of its own, and nothing else. It looks at the point as it is: what
 * came late, or in another order, leads to the same, and what was done already is not due.
 */
export function takeStock(rules: LossRules) {
  return action("take stock", ({ state, now }: ActionInput<SupplyPoint, unknown>) =>
    state.losses.flatMap((loss) => [
      ...objectionDue(loss, state, now, rules),
      ...endDue(loss),
      ...readingAnswerDue(loss, rules),
    ]),
  );
}

/**
 * Leaves with people that notices say both that the switch was called off and that it goes on, or that another
 * registration ends the same supply on the same day.
 */
export const raiseContradiction = action<SupplyPoint, unknown, never>(
  "raise contradicting notices",
  ({ state }) => {
    const loss = state.losses.find(({ outcome }) => outcome === "contradicted");
    if (loss === undefined) return [];
    const told = loss.notices.map(({ status, source }) => `${status} (${source})`).join(", ");
    const rival = rivalOf(state, loss);
    const also =
      rival === null ? "" : `; but ${rival.name} ends the same supply on ${rival.endDate}`;
    return refuse(
      "NOTICES_CONTRADICT",
      `For the loss ${loss.name} there is: ${told}${also}. Nothing is done for it until somebody asks the switching service and settles it with do_settle_outcome.`,
    );
  },
);

function objectionDue(loss: Loss, state: SupplyPoint, now: number, { settings }: LossRules) {
  const { outcome, objection, ground, windowShuts } = loss;
  if (outcome !== "open" || objection.state !== "none" || windowShuts === null) return [];
  const about = aboutLoss(loss);
  if (ground !== null)
    return [
      now <= windowShuts
        ? record("OBJECTION_DUE", { ...about, ground })
        : record("OBJECTION_TOO_LATE", { ...about, ground }),
    ];
  const says = settings.saysNoObjection && state.contracts.length > 0 && now <= windowShuts;
  return says ? [record("NO_OBJECTION_DUE", about)] : [];
}

function endDue(loss: Loss) {
  const about = aboutLoss(loss);
  return [
    ...(canTellAgents(loss) ? [record("TERMINATION_DUE", about)] : []),
    ...(owesInformation(loss) && loss.newSupplier !== null
      ? [record("INFORMATION_DUE", about)]
      : []),
    ...(billDue(loss) === null ? [] : [record("BILL_DUE", about)]),
  ];
}

/** A reading that is ours, or nearly, is agreed to; any other answer is for a person. */
function readingAnswerDue(loss: Loss, { settings }: LossRules) {
  const { dispute, closing } = loss;
  const { last } = dispute;
  const isOffer = last?.status === "P" || last?.status === "A";
  if (!mayEnd(loss) || dispute.state !== "answer due" || last === null || !isOffer) return [];
  if (!areWithin(closing, last.readings, settings.agreesWithin)) return [];
  const readings = [...last.readings];
  return [
    record("READING_ANSWER_DUE", {
      ...aboutLoss(loss),
      status: "Y",
      readings,
      note: null as string | null,
    }),
  ];
}
