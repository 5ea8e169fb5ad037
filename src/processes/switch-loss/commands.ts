import { z } from "zod";
import { dateAt } from "../../calendar/working-days.ts";
import { command } from "../../core/define/command.ts";
import { record, refuse } from "../../core/define/effect.ts";
import { aboutLoss, lossNamed } from "./losses.ts";
import { whyNotAllowed } from "./objection.ts";
import type { LossRules } from "./settings.ts";
import type { Loss, SupplyPoint } from "./state.ts";

/** Which loss a command means. */
export const whichLoss = {
  loss: z
    .string()
    .optional()
    .describe("Registration id or date of the loss, where the point was lost more than once."),
};
const reason = z.string().trim().min(1).describe("In the customer's words, or yours.");

/** The refusal of a command about a loss that is not there. */
export function noSuchLoss(named: string | undefined) {
  return named === undefined
    ? refuse("NO_LOSS", "Nothing tells that this point is lost.")
    : refuse("NO_LOSS", `No loss of this point is called ${named}; \`process show\` lists them.`);
}

/** We object, at the customer's request or on a ground that the list does not tell. */
export function doObject({ settings }: LossRules) {
  return command({
    name: "do_object",
    about: "Objects to the switch, while the window is open and on a ground that the rules allow.",
    data: z.object({ ...whichLoss, ground: z.enum(["debt", "customer request", "contract"]) }),
    decide(point: SupplyPoint, data, now) {
      const loss = lossNamed(point, data.loss);
      if (loss === null) return noSuchLoss(data.loss);
      const no = refuseObjection(loss, data.ground, now, settings.objectionWindow.until);
      return no ?? record("OBJECTION_DUE", { ...aboutLoss(loss), ground: data.ground });
    },
  });
}

function refuseObjection(loss: Loss, ground: string, now: number, shutsAt: string) {
  const no = refuseAnswer(loss);
  if (no !== null) return no;
  if (loss.objection.state === "made")
    return refuse("ALREADY_OBJECTED", "Our objection is made already.");
  const notAllowed = whyNotAllowed(loss, ground);
  if (notAllowed !== null) return refuse("NO_GROUND", notAllowed);
  if (loss.windowShuts !== null && now > loss.windowShuts)
    return refuse(
      "TOO_LATE",
      `The window shut at ${shutsAt} on its last day, ${new Date(loss.windowShuts).toISOString()}. Nothing was sent.`,
    );
  return null;
}

/** Our objection was a mistake, or the debt is paid. */
export const doWithdrawObjection = command({
  name: "do_withdraw_objection",
  about: "Takes our objection back, so that the switch goes on.",
  data: z.object({ ...whichLoss, reason }),
  decide(point: SupplyPoint, data) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    if (loss.objection.state !== "made")
      return refuse("NO_OBJECTION", "There is no active objection of ours.");
    const { reason } = data;
    return record("OBJECTION_WITHDRAWAL_DUE", { ...aboutLoss(loss), reason });
  },
});

/** The customer did not want to go. */
export const doAnnul = command({
  name: "do_annul",
  about: "Asks to annul the switch because the customer did not want it, until the gate closes.",
  data: z.object({ ...whichLoss, reason }),
  decide(point: SupplyPoint, data, now) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    const no = refuseAnswer(loss);
    if (no !== null) return no;
    if (loss.annulment === "asked")
      return refuse("ALREADY_ASKED", "The annulment is asked for already.");
    if (loss.gateCloses !== null && now > loss.gateCloses)
      return refuse(
        "GATE_CLOSED",
        `The gate closed at ${new Date(loss.gateCloses).toISOString()}. If the customer did not want to go, do_propose_transfer brings the supply back.`,
      );
    return record("ANNULMENT_DUE", { ...aboutLoss(loss), reason: data.reason });
  },
});

/** Why nothing can be said about the switch any more, or yet; null while it can. */
function refuseAnswer({ outcome }: Loss) {
  if (outcome === "open") return null;
  if (outcome === "unnotified")
    return refuse("NOT_INVITED", "No notice of the switching service tells of this switch yet.");
  if (outcome === "kept") return refuse("NOT_PENDING", "The switch was called off already.");
  return refuse("NOT_PENDING", "The switch has gone through the gate: it is not pending any more.");
}

/** Notices contradict each other, or never come, and somebody found out what is true. */
export const doSettleOutcome = command({
  name: "do_settle_outcome",
  about:
    "Says whether the supply is lost or kept, where notices contradict each other or are missing.",
  data: z.object({ ...whichLoss, outcome: z.enum(["lost", "kept"]), reason }),
  decide(point: SupplyPoint, data) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    const { outcome, reason } = data;
    return record("OUTCOME_SETTLED", { ...aboutLoss(loss), outcome, reason });
  },
});

const participant = z.string().regex(/^[A-Z0-9]{4}$/, { error: "a participant id such as SUPP" });

/** Nobody reported to us who the new supplier is. */
export const doNameNewSupplier = command({
  name: "do_name_new_supplier",
  about: "Says who the new supplier is, where no message does.",
  data: z.object({ ...whichLoss, supplier: participant }),
  decide(point: SupplyPoint, data) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    if (loss.newSupplier === data.supplier)
      return refuse("SAME_SUPPLIER", `${data.supplier} is known to be the new supplier.`);
    return record("NEW_SUPPLIER_NAMED", { ...aboutLoss(loss), supplier: data.supplier });
  },
});

/** The contract list does not say who the agents are. */
export const doNameAgents = command({
  name: "do_name_agents",
  about: "Says who our agents are, where the contract list does not: they are notified of the end.",
  data: z.object({
    agents: z
      .array(z.object({ role: z.enum(["M", "D", "C", "A", "B"]), participant }))
      .min(1)
      .describe("By market role letter: M operates the meter, D or C collects, B or A aggregates."),
    suppliedFrom: z.iso
      .date()
      .optional()
      .describe("The first day of our supply, where the contract list does not say."),
  }),
  decide: (_point: SupplyPoint, data) => record("AGENTS_NAMED", data),
});

/** The day a command speaks of where it does not say. */
export function today({ calendar }: LossRules, now: number): string {
  return dateAt(calendar, now);
}
