import { defineProcess } from "../../core/define/define-process.ts";
import {
  doAnnul,
  doNameAgents,
  doNameNewSupplier,
  doObject,
  doSettleOutcome,
  doWithdrawObjection,
} from "./commands.ts";
import {
  agentsAreUntold,
  billIsDue,
  gateIsOpen,
  groundIsAllowed,
  informationIsOwed,
  invitationIsUnanswered,
  objectionStands,
  ourFlowWasRefused,
  switchIsPending,
  transferWasRejected,
  windowIsOpen,
} from "./conditions.ts";
import {
  askAnnulment,
  makeObjection,
  raiseRefusal,
  sayNoObjection,
  withdrawObjection,
} from "./css-actions.ts";
import { lossDeadlines } from "./deadlines.ts";
import {
  doAnswerReading,
  doAnswerTransfer,
  doCancelTransfer,
  doProposeReading,
  doProposeTransfer,
} from "./dialogue-commands.ts";
import {
  askFinalBill,
  giveInformation,
  raiseRefusedReading,
  raiseRejectedTransfer,
  tellAgents,
  writeReadingAnswer,
  writeTransferMessage,
} from "./dtn-actions.ts";
import { lossEvents } from "./events.ts";
import { lossHandlers } from "./handlers.ts";
import type { LossRules } from "./settings.ts";
import { lossStatus } from "./status.ts";
import { raiseContradiction, takeStock } from "./take-stock.ts";
import { lossTakes } from "./takes.ts";
import { unknownPoint } from "./work-out.ts";

/** The definition without what events do. */
function outlined(rules: LossRules) {
  return defineProcess({
    type: "switch-loss",
    version: 1,
    events: lossEvents,
    takes: lossTakes,
    begin: unknownPoint,
    status: lossStatus,
    deadlines: (point) => lossDeadlines(point, rules),
    commands: [
      doObject(rules),
      doWithdrawObjection,
      doAnnul,
      doSettleOutcome,
      doNameNewSupplier,
      doNameAgents,
      doProposeReading,
      doAnswerReading,
      doProposeTransfer(rules),
      doAnswerTransfer(rules),
      doCancelTransfer(rules),
    ],
  });
}

type LossProcess = ReturnType<typeof outlined>;
type Handlers = ReturnType<typeof lossHandlers>;
type TakesStock = ReturnType<typeof takeStock>;

/**
 * The losing side of a switch, keyed by metering point: each loss of the point by its registration and date,
 * from the invitation to intervene, or whatever tells of it first, to the final bill.
 */
export function switchLoss(rules: LossRules) {
  const losing = outlined(rules);
  const on = lossHandlers(rules);
  const takesStock = takeStock(rules);
  whileItIsPending(losing, on, takesStock);
  whatBecomesOfIt(losing, on, takesStock);
  whenItEnds(losing, on, takesStock);
  whatIsTalkedOf(losing, on, takesStock);
  return losing;
}

/** The contract list and the invitation, then objection and annulment. */
function whileItIsPending(losing: LossProcess, on: Handlers, takesStock: TakesStock): void {
  losing
    .on("CONTRACT_LISTED", on.contractListed)
    .act("CONTRACT_LISTED", takesStock)
    .on("INVITED_TO_INTERVENE", on.noticed)
    .act("INVITED_TO_INTERVENE", takesStock)
    .on("OBJECTION_WINDOW_SHUT", on.passed)

    .act(
      "OBJECTION_DUE",
      makeObjection,
      switchIsPending,
      groundIsAllowed,
      invitationIsUnanswered,
      windowIsOpen,
    )
    .on("OBJECTION_MADE", on.step("objected"))
    .on("OBJECTION_TOO_LATE", on.step("objection too late"))
    .act("NO_OBJECTION_DUE", sayNoObjection, switchIsPending, invitationIsUnanswered, windowIsOpen)
    .on("NO_OBJECTION_SAID", on.step("no objection said"))
    .act("OBJECTION_WITHDRAWAL_DUE", withdrawObjection, objectionStands)
    .on("OBJECTION_WITHDRAWN", on.step("objection withdrawn"))
    .on("OBJECTION_ANSWER_OVERDUE", on.passed)

    .act("ANNULMENT_DUE", askAnnulment, switchIsPending, gateIsOpen)
    .on("ANNULMENT_ASKED", on.step("annulment asked"))
    .on("ANNULMENT_ANSWER_OVERDUE", on.passed)
    .on("REQUEST_REFUSED", on.requestRefused)
    .act("REQUEST_REFUSED", raiseRefusal);
}

/** The notices that call the switch off, or let it through. */
function whatBecomesOfIt(losing: LossProcess, on: Handlers, takesStock: TakesStock): void {
  losing
    .on("SWITCH_CANCELLED", on.noticed)
    .act("SWITCH_CANCELLED", raiseContradiction)
    .act("SWITCH_CANCELLED", takesStock)
    .on("SWITCH_WITHDRAWN", on.noticed)
    .act("SWITCH_WITHDRAWN", raiseContradiction)
    .act("SWITCH_WITHDRAWN", takesStock)
    .on("SWITCH_ANNULLED", on.noticed)
    .act("SWITCH_ANNULLED", raiseContradiction)
    .act("SWITCH_ANNULLED", takesStock)
    .on("SECURED_INACTIVE", on.noticed)
    .act("SECURED_INACTIVE", raiseContradiction)
    .act("SECURED_INACTIVE", takesStock)
    .on("SECURED_NOTICE_OVERDUE", on.passed)
    .on("REGISTRATION_INACTIVE", on.noticed)
    .act("REGISTRATION_INACTIVE", raiseContradiction)
    .act("REGISTRATION_INACTIVE", takesStock)
    .on("LOSS_NOTIFIED", on.lossNotified)
    .act("LOSS_NOTIFIED", raiseContradiction)
    .act("LOSS_NOTIFIED", takesStock)
    .on("SERVICE_ENDED", on.serviceEnded)
    .act("SERVICE_ENDED", takesStock)
    .on("OUTCOME_SETTLED", on.step("outcome settled"))
    .act("OUTCOME_SETTLED", takesStock)
    .on("SUPPLY_ENDED", on.passed)
    .act("SUPPLY_ENDED", takesStock);
}

/** Agents, the new supplier and billing are notified. */
function whenItEnds(losing: LossProcess, on: Handlers, takesStock: TakesStock): void {
  losing
    .on("AGENTS_NAMED", on.agentsNamed)
    .act("AGENTS_NAMED", takesStock)
    .act("TERMINATION_DUE", tellAgents, agentsAreUntold)
    .on("AGENTS_TOLD", on.step("agents notified"))
    .on("TERMINATION_OVERDUE", on.passed)
    .on("NEW_SUPPLIER_NAMED", on.step("new supplier named"))
    .act("NEW_SUPPLIER_NAMED", takesStock)
    .act("INFORMATION_DUE", giveInformation, informationIsOwed)
    .on("INFORMATION_GIVEN", on.step("information given"))
    .on("INFORMATION_OVERDUE", on.passed)

    .on("SWITCH_READING_RECEIVED", on.readingsReceived)
    .act("SWITCH_READING_RECEIVED", takesStock)
    .on("AGREED_READING_RECEIVED", on.readingsReceived)
    .act("AGREED_READING_RECEIVED", takesStock)
    .on("ESTIMATED_READING_RECEIVED", on.readingsReceived)
    .act("ESTIMATED_READING_RECEIVED", takesStock)
    .on("READING_RECEIVED", on.readingsReceived)
    .act("READING_RECEIVED", takesStock)
    .on("CLOSING_READING_OVERDUE", on.passed)
    .act("BILL_DUE", askFinalBill, billIsDue)
    .on("BILL_ASKED", on.step("bill asked"));
}

/** Disputed readings and erroneous transfers. */
function whatIsTalkedOf(losing: LossProcess, on: Handlers, takesStock: TakesStock): void {
  losing
    .on("READING_DISPUTED", on.readingDisputed)
    .act("READING_DISPUTED", raiseRefusedReading, ourFlowWasRefused)
    .act("READING_DISPUTED", takesStock)
    .act("READING_ANSWER_DUE", writeReadingAnswer)
    .on("READING_ANSWERED", on.readingAnswered)
    .on("READING_ANSWER_OVERDUE", on.passed)
    .on("AGREED_READING_OVERDUE", on.passed)

    .on("TRANSFER_DISPUTED", on.transferDisputed)
    .act("TRANSFER_DISPUTED", raiseRejectedTransfer, transferWasRejected)
    .act("TRANSFER_DISPUTED", takesStock)
    .act("TRANSFER_MESSAGE_DUE", writeTransferMessage)
    .on("TRANSFER_MESSAGE_WRITTEN", on.transferWritten)
    .act("TRANSFER_MESSAGE_WRITTEN", takesStock)
    .on("TRANSFER_ANSWER_OVERDUE", on.passed)
    .on("TRANSFER_RETURN_OVERDUE", on.passed)
    .on("REGISTRATION_OURS", on.returned)
    .act("REGISTRATION_OURS", takesStock)
    .offer("OBJECTION_DUE", withdrawObjection);
}
