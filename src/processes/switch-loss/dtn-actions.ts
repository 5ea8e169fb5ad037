import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { type ActionInput, action } from "../../core/define/action.ts";
import { record, refuse, sendFile } from "../../core/define/effect.ts";
import { dayFrom } from "../switch/days.ts";
import type { LossEvent, LossEvents } from "./events.ts";
import { aboutLoss, lossOf } from "./losses.ts";
import { agentName, agentsToTell, billDue, closingText, mayEnd, owesInformation } from "./owed.ts";
import type { Agent, Loss, SupplyPoint } from "./state.ts";

type Input<Name extends keyof LossEvents> = ActionInput<SupplyPoint, LossEvent<Name>>;

/** Why an appointment ends: the supplier lost the point to another (J0279). */
const lostToAnother = "LC";

/** Tells each agent of ours that its appointment ends with the last day of supply. */
export const tellAgents = action(
  "tell agents of the end",
  ({ state, event }: Input<"TERMINATION_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || loss.endDate === null) return [];
    const agents = agentsToTell(loss);
    if (agents.length === 0) return [];
    const { suppliedFrom, endDate } = loss;
    if (suppliedFrom === null) return [];
    return [
      ...agents.map((to) =>
        sendFile({
          flow: "D0151",
          to,
          data: termination(state.point, loss, to, { suppliedFrom, endDate }),
        }),
      ),
      record("AGENTS_TOLD", { ...aboutLoss(loss), agents: agents.map(agentName) }),
    ];
  },
);

function termination(
  point: string,
  { newSupplier }: Loss,
  { role }: Agent,
  { suppliedFrom, endDate }: { readonly suppliedFrom: string; readonly endDate: string },
): FlowMessage<"D0151001"> {
  const last = industryDate(dayFrom(endDate, -1));
  return {
    mpanCore: point,
    effectiveFromSettlementDateRegi: industryDate(suppliedFrom),
    terminationReason: lostToAnother,
    ...(role === "M" && {
      effectiveToDate: {
        effectiveToDateMoa: last,
        ...(newSupplier !== null && { cosDetails: { newSupplierId: newSupplier } }),
      },
    }),
    ...((role === "D" || role === "C") && { effectiveTodate: { effectiveToDateDca: last } }),
    ...((role === "A" || role === "B") && {
      effectiveToDate300: { effectiveToSettlementDateDaa: last },
    }),
  };
}

/** Tells the new supplier, once, what we know of the supply. */
export const giveInformation = action(
  "give old supplier information",
  ({ state, event }: Input<"INFORMATION_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || !owesInformation(loss)) return [];
    const { newSupplier, endDate } = loss;
    if (newSupplier === null || endDate === null) return [];
    const data: FlowMessage<"D0311002"> = {
      mpanCore: state.point,
      effectiveToSettlementDateRegiForOldSupplier: industryDate(dayFrom(endDate, -1)),
      ...meters(loss),
    };
    return [
      sendFile({ flow: "D0311", to: { role: "X", participant: newSupplier }, data }),
      record("INFORMATION_GIVEN", { ...aboutLoss(loss), to: newSupplier }),
    ];
  },
);

/**
 * The meters with our readings of the end of supply. Those of the collector go as readings only with a time
 * pattern regime, which the readings do not name: ours count as what we hold for the end.
 */
function meters(loss: Loss): Pick<FlowMessage<"D0311002">, "meterDetails"> {
  const readings = [...loss.closing, ...loss.otherReadings].filter(
    ({ standing, registerId }) => standing === "stands" && registerId.length <= 2,
  );
  const byMeter = Map.groupBy(readings, ({ meterId }) => meterId);
  if (byMeter.size === 0) return {};
  return {
    meterDetails: [...byMeter].map(([meterId, all]) => ({
      meterId,
      oldSupplierEstimatedCosReadings: [
        ...Map.groupBy(all, ({ registerId }) => registerId).values(),
      ].flatMap(([first]) =>
        first === undefined
          ? []
          : [{ meterRegisterId: first.registerId, registerReading: first.value }],
      ),
    })),
  };
}

/** Hands the end of supply with its closing reading to billing; changed since, it goes again and says so. */
export const askFinalBill = action("ask for final bill", ({ state, event }: Input<"BILL_DUE">) => {
  const loss = lossOf(state, event.data);
  const because = loss === null ? null : billDue(loss);
  if (loss === null || loss.endDate === null || because === null) return [];
  const takesBack = !["supply ended", "closing reading known", "closing reading changed"].includes(
    because,
  );
  const closing = takesBack ? [] : loss.closing;
  const number = loss.bills.length + 1;
  const readings = takesBack ? "" : closingText(loss);
  const data: FlowMessage<"FINALBILL001"> = {
    meteringPoint: state.point,
    fuel: state.fuel,
    suppliedUntil: dayFrom(loss.endDate, -1),
    ...(loss.registrationId !== null && { registrationId: loss.registrationId }),
    ...(loss.newSupplier !== null && { newSupplier: loss.newSupplier }),
    ...(loss.account !== null && { account: loss.account }),
    ...(closing[0] !== undefined && { readingSource: closing[0].source }),
    ...(because === "supply ended" && { readingSource: "D0036" }),
    ...(number > 1 && { correction: String(number - 1), correctionReason: because }),
    lines:
      closing.length === 0
        ? [{}]
        : closing.map(({ meterId, registerId, value, type, rank, readAt }) => ({
            meterId,
            ...(registerId !== "" && registerId.length <= 2 && { registerId }),
            closingReading: Number(value).toFixed(1),
            readingType: type ?? readingTypeOf[rank],
            readAt: readAt.slice(0, 10),
          })),
  };
  return [
    sendFile({ flow: "FINALBILL", to: { role: null, participant: "BILLING" }, data }),
    record("BILL_ASKED", { ...aboutLoss(loss), number, readings, because }),
  ];
});

/** The type (J0171) of a reading whose message has none. */
const readingTypeOf = { agreed: "X", actual: "A", routine: "R", estimated: "D" } as const;

/** Writes what was decided about a disputed reading to the new supplier. */
export const writeReadingAnswer = action(
  "write on disputed reading",
  ({ state, event }: Input<"READING_ANSWER_DUE">) => {
    const loss = lossOf(state, event.data);
    const to = loss?.dispute.with ?? loss?.newSupplier ?? null;
    if (loss === null || loss.endDate === null) return [];
    const { status, readings, note } = event.data;
    const { last } = loss.dispute;
    if (last?.by === "us" && last.status === status) return [];
    if (to === null)
      return refuse(
        "NO_NEW_SUPPLIER",
        "It is not known who the new supplier is, so that the D0300 cannot be written. Name it with do_name_new_supplier, then answer again.",
      );
    const data: FlowMessage<"D0300001"> = {
      mpanCore: state.point,
      mpanCoreProcess: loss.metering === "HH" ? "H" : "N",
      effectiveFromSettlementDateRegiForNewSupplier: industryDate(loss.endDate),
      ...(note !== null && { additionalInformation: note }),
      meterId: [...Map.groupBy(readings, ({ meterId }) => meterId)].map(([meterId, all]) => ({
        ...(meterId !== "" && { meterId }),
        initiatingFlowIndicator: last === null ? "1" : "0",
        meterRegisterDetails: all.map(({ registerId, value }) => ({
          ...(registerId !== "" && { meterRegisterId: registerId }),
          proposedRegisterReading: value,
          statusOfProposedReadings: status,
        })),
      })),
    };
    return [
      sendFile({ flow: "D0300", to: { role: "X", participant: to }, data }),
      record("READING_ANSWERED", { ...aboutLoss(loss), status, readings, note, to }),
    ];
  },
);

/** Leaves with people that the other supplier, or the collector, does not take what we wrote. */
export const raiseRefusedReading = action<SupplyPoint, LossEvent<"READING_DISPUTED">, never>(
  "raise refused reading message",
  ({ state, event }) => {
    // One about a supply that we gained is the gaining side's.
    const isOurs = state.losses.some(
      (loss) => mayEnd(loss) && loss.dispute.state === "our flow refused",
    );
    if (!isOurs) return [];
    const note = event.data.additionalInformation ?? "without a reason";
    return refuse(
      "OUR_FLOW_REFUSED",
      `The D0300 that we sent broke a rule by the word of the receiver (${note}). Look at register ids, meter and readings of ${state.point}, then propose again with do_propose_reading.`,
    );
  },
);

/** Leaves with people that the new supplier does not agree to an erroneous transfer. */
export const raiseRejectedTransfer = action<SupplyPoint, LossEvent<"TRANSFER_DISPUTED">, never>(
  "raise rejected erroneous transfer",
  ({ event }) => {
    const details =
      event.data.erroneousRegistrationTransferDetails65c ??
      event.data.erroneousRegistrationTransferDetails;
    return refuse(
      "TRANSFER_REJECTED",
      `The new supplier rejects the erroneous transfer (${details?.additionalInformation ?? "without a reason"}). Speak with it; do_propose_transfer proposes it again, do_cancel_transfer ends it.`,
    );
  },
);

/** Writes what was decided about an erroneous transfer. */
export const writeTransferMessage = action(
  "write on erroneous transfer",
  ({ state, event }: Input<"TRANSFER_MESSAGE_DUE">) => {
    const loss = lossOf(state, event.data);
    if (loss === null || loss.endDate === null) return [];
    const { status, reason, note, customerName, contactDate } = event.data;
    const to = event.data.to ?? loss.transfer.with ?? loss.newSupplier;
    const { oldSupplier: us } = loss;
    if (to === null || us === null)
      return refuse(
        "NO_NEW_SUPPLIER",
        to === null
          ? "It is not known who the new supplier is, so that the D0301 cannot be written. Name it with do_name_new_supplier, then ask again."
          : "The D0301 needs to say who we are: set `participant` in busbar.yaml, then ask again.",
      );
    const isOurs = status === "D" || status === "H";
    const initiatingSupplier = isOurs ? us : to;
    const associatedSupplier = isOurs ? to : us;
    const details = {
      ...(reason !== null && { reasonForReturn: reason }),
      statusOfErroneousTransfer: status,
      ...(note !== null && { additionalInformation: note }),
    };
    const data: FlowMessage<"D0301002"> = {
      mpanCore: state.point,
      effectiveFromSettlementDateRegiForNewSupplier: industryDate(loss.endDate),
      initialCustomerContactDate: industryDate(contactDate),
      initiatingSupplierId: initiatingSupplier,
      associatedSupplierId: associatedSupplier,
      customerName,
      ...(status === "D"
        ? {
            erroneousRegistrationTransferDetails: {
              ...details,
              reasonForReturn: reason ?? "C",
            },
          }
        : { erroneousRegistrationTransferDetails65c: details }),
    };
    const about = aboutLoss(loss);
    return [
      sendFile({ flow: "D0301", to: { role: "X", participant: to }, data }),
      record("TRANSFER_MESSAGE_WRITTEN", {
        ...about,
        status,
        reason,
        note,
        to,
        initiatingSupplier,
        associatedSupplier,
      }),
    ];
  },
);

function industryDate(date: string): string {
  return date.replaceAll("-", "");
}
