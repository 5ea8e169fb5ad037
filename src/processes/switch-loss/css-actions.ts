import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { type ActionInput, action, type EffectOf } from "../../core/define/action.ts";
import { record, refuse, sendFile } from "../../core/define/effect.ts";
import type { LossEvent, LossEvents } from "./events.ts";
import { aboutLoss, lossOf } from "./losses.ts";
import type { Ground, Loss, SupplyPoint } from "./state.ts";

type Input<Name extends keyof LossEvents> = ActionInput<SupplyPoint, LossEvent<Name>>;
type Answer = FlowMessage<"CSS-OBJECT1.0"> | FlowMessage<"CSS-ANNUL1.0">;

const switchingService = { role: null, participant: "CSS" };

/** What a ground is called in the answer to an invitation. */
const reasons: Readonly<Record<Ground, string>> = {
  debt: "Debt",
  "customer request": "CustomerRequest",
  contract: "Contract",
};

/** Tells the switching service that we object. Too late is said, and not sent. */
export const makeObjection = action<SupplyPoint, LossEvent<"OBJECTION_DUE">, EffectOf<LossEvents>>(
  "make objection",
  ({ state, event, now, id }) => {
    const loss = lossOf(state, event.data);
    const { ground } = event.data;
    if (loss === null || loss.outcome !== "open" || !isUnanswered(loss)) return [];
    const about = aboutLoss(loss);
    if (loss.windowShuts !== null && now > loss.windowShuts)
      return [record("OBJECTION_TOO_LATE", { ...about, ground })];
    const said = answerTo(state, loss, "Object", reasons[ground as Ground] ?? ground, { id, now });
    if (said === null) return cannotAnswer(loss);
    return [said.file, record("OBJECTION_MADE", { ...about, ground, reference: said.reference })];
  },
  { opposite: "withdraw objection" },
);

/** Takes our objection back, so that the switch goes on. */
export const withdrawObjection = action(
  "withdraw objection",
  ({ state, event, now, id }: Input<"OBJECTION_DUE" | "OBJECTION_WITHDRAWAL_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || loss.objection.state !== "made") return [];
    const said = answerTo(state, loss, "NoObjection", null, { id, now });
    if (said === null) return cannotAnswer(loss);
    const reason = "reason" in event.data ? event.data.reason : "the objection was made by mistake";
    const about = aboutLoss(loss);
    return [
      said.file,
      record("OBJECTION_WITHDRAWN", { ...about, reason, reference: said.reference }),
    ];
  },
);

/** Tells the switching service that we do not object, so that nobody waits for the window to shut. */
export const sayNoObjection = action(
  "say that we do not object",
  ({ state, event, now, id }: Input<"NO_OBJECTION_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || loss.outcome !== "open" || loss.objection.state !== "none") return [];
    const said = answerTo(state, loss, "NoObjection", null, { id, now });
    if (said === null) return cannotAnswer(loss);
    return [
      said.file,
      record("NO_OBJECTION_SAID", { ...aboutLoss(loss), reference: said.reference }),
    ];
  },
);

/** Asks the switching service to annul the switch, as the customer wants. */
export const askAnnulment = action(
  "ask for annulment",
  ({ state, event, now, id }: Input<"ANNULMENT_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || (loss.annulment !== "none" && loss.annulment !== "refused")) return [];
    if (loss.outcome !== "open") return [];
    const { reason } = event.data;
    if (loss.gateCloses !== null && now > loss.gateCloses)
      return refuse(
        "GATE_CLOSED",
        "The gate closed before the request could leave: nothing was sent. If the customer did not want to go, propose an erroneous transfer.",
      );
    const reference = referenceFor(state, id);
    const { registrationId, interventionId, oldSupplier } = loss;
    if (registrationId === null || oldSupplier === null) return cannotAnswer(loss);
    const data: FlowMessage<"CSS-ANNUL1.0"> = {
      eventId: reference,
      eventType: "SwitchAnnulmentRequest",
      eventDate: new Date(now).toISOString(),
      data: {
        supplierMpid: oldSupplier,
        supplierGeneratedReference: reference,
        mpxn: state.point,
        fuelType: state.fuel,
        registrationId,
        interventionId,
        reason,
      },
    };
    return [
      toService("CSS-ANNUL", data),
      record("ANNULMENT_ASKED", { ...aboutLoss(loss), reason, reference }),
    ];
  },
);

/** Leaves a refusal with people: what was asked for does not happen. */
export const raiseRefusal = action<SupplyPoint, LossEvent<"REQUEST_REFUSED">, never>(
  "raise refusal by the switching service",
  ({ state, event }) => {
    const refused = state.facts.findLast(
      (fact) => fact.what === "refusal" && fact.at <= event.occurredAt,
    );
    const of = refused?.what === "refusal" ? refused.of : "objection";
    const reason = refused?.what === "refusal" ? refused.reason : "no reason given";
    return of === "annulment"
      ? refuse(
          "ANNULMENT_REFUSED",
          `The switching service refuses the annulment (${reason}): the switch goes on. Tell the customer; once supply has ended, an erroneous transfer brings it back.`,
        )
      : refuse(
          "OBJECTION_REFUSED",
          `The switching service refuses our objection (${reason}): the switch goes on. While the window is open, do_object objects again on another ground.`,
        );
  },
);

function isUnanswered({ objection }: Loss): boolean {
  return (
    objection.state === "none" || objection.state === "withdrawn" || objection.state === "refused"
  );
}

function cannotAnswer({ registrationId, interventionId, oldSupplier }: Loss) {
  const missing = [
    registrationId === null ? "the new registration" : null,
    interventionId === null ? "the invitation" : null,
    oldSupplier === null ? "who we are (`participant` of busbar.yaml)" : null,
  ].filter((one) => one !== null);
  return refuse(
    "CANNOT_ANSWER",
    `The switching service cannot be answered: ${missing.join(" and ")} is not known. Nothing was sent.`,
  );
}

function answerTo(
  state: SupplyPoint,
  loss: Loss,
  response: "Object" | "NoObjection",
  reason: string | null,
  { id, now }: { readonly id: string; readonly now: number },
) {
  const { registrationId, interventionId, oldSupplier } = loss;
  if (registrationId === null || interventionId === null || oldSupplier === null) return null;
  const reference = referenceFor(state, id);
  const data: FlowMessage<"CSS-OBJECT1.0"> = {
    eventId: reference,
    eventType: "InterventionResponse",
    eventDate: new Date(now).toISOString(),
    data: {
      supplierMpid: oldSupplier,
      supplierGeneratedReference: reference,
      mpxn: state.point,
      fuelType: state.fuel,
      registrationId,
      interventionId,
      response,
      ...(reason === null ? {} : { reason }),
    },
  };
  return { reference, file: toService("CSS-OBJECT", data) };
}

/** One reference for one action, whatever attempt of it: receivers tell repeats by it. */
function referenceFor({ point }: SupplyPoint, id: string): string {
  return `LOSS-${point}-${/[A-Za-z0-9]+/.exec(id.split("/").at(-1) ?? "")?.[0] ?? "1"}`;
}

function toService(flow: string, data: Answer) {
  return sendFile({ flow, to: switchingService, data });
}
