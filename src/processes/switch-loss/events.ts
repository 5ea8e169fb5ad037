import { z } from "zod";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { deadlineEvent, type EventOf, flowEvent, ownEvent } from "../../core/define/event-type.ts";
import { sentEvent } from "../../core/define/sent-event.ts";

/** Which loss an event of ours is about. */
const lossReference = {
  registrationId: z.string().nullable(),
  endDate: z.iso.date().nullable(),
};
const about = z.object(lossReference);
const words = z.string().trim().min(1);
const reading = z.object({ meterId: z.string(), registerId: z.string(), value: z.string() });

/** What may happen to a point that we supply and lose. */
export const lossEvents = {
  CONTRACT_LISTED: flowEvent<FlowMessage<"CONTRACTS001">>("Contract and debt listed"),

  INVITED_TO_INTERVENE: flowEvent<FlowMessage<"CSS027001.0">>("Invitation to intervene received"),
  SECURED_INACTIVE: flowEvent<FlowMessage<"CSS023701.0">>("Registration secured inactive"),
  SWITCH_CANCELLED: flowEvent<FlowMessage<"CSS-STATUS1.0">>("Switch cancelled, objection upheld"),
  SWITCH_WITHDRAWN: flowEvent<FlowMessage<"CSS-STATUS1.0">>("Switch withdrawn by new supplier"),
  SWITCH_ANNULLED: flowEvent<FlowMessage<"CSS-STATUS1.0">>("Switch annulled at our request"),
  REGISTRATION_INACTIVE: flowEvent<FlowMessage<"CSS-STATUS1.0">>("Registration inactive"),
  REGISTRATION_OURS: flowEvent<object>("Point secured or active for us again"),
  REQUEST_REFUSED: flowEvent<FlowMessage<"CSS-REFUSAL1.0">>("Objection or annulment refused"),
  LOSS_NOTIFIED: flowEvent<FlowMessage<"D0058001">>("Loss notified by registration service"),
  SERVICE_ENDED: flowEvent<FlowMessage<"IF-037011">>("Service de-appointed"),

  SWITCH_READING_RECEIVED: flowEvent<object>("Reading on change of supplier received"),
  AGREED_READING_RECEIVED: flowEvent<object>("Agreed reading received"),
  ESTIMATED_READING_RECEIVED: flowEvent<object>("Estimated reading received"),
  READING_RECEIVED: flowEvent<object>("Reading received"),
  READING_DISPUTED: flowEvent<FlowMessage<"D0300001">>("Message on disputed reading received"),
  TRANSFER_DISPUTED: flowEvent<FlowMessage<"D0301002">>("Erroneous transfer message received"),

  OBJECTION_DUE: ownEvent("Objection due", about.extend({ ground: words })),
  OBJECTION_MADE: ownEvent("Objection made", about.extend({ ground: words, reference: words })),
  OBJECTION_TOO_LATE: ownEvent("Ground to object found too late", about.extend({ ground: words })),
  NO_OBJECTION_DUE: ownEvent("Nothing to object", about),
  NO_OBJECTION_SAID: ownEvent("Said that we do not object", about.extend({ reference: words })),
  OBJECTION_WITHDRAWAL_DUE: ownEvent("Objection to be withdrawn", about.extend({ reason: words })),
  OBJECTION_WITHDRAWN: ownEvent(
    "Objection withdrawn",
    about.extend({ reason: words, reference: words }),
  ),
  ANNULMENT_DUE: ownEvent("Annulment wanted by customer", about.extend({ reason: words })),
  ANNULMENT_ASKED: ownEvent(
    "Annulment asked for",
    about.extend({ reason: words, reference: words }),
  ),
  "CSS-OBJECT_SENT": sentEvent("Answer to invitation sent"),
  "CSS-ANNUL_SENT": sentEvent("Request to annul sent"),

  TERMINATION_DUE: ownEvent("Agents to be notified of the end", about),
  AGENTS_TOLD: ownEvent(
    "Agents notified of the end",
    about.extend({ agents: z.array(z.string()).min(1) }),
  ),
  D0151_SENT: sentEvent("Termination sent to an agent"),
  INFORMATION_DUE: ownEvent("Old supplier information due", about),
  INFORMATION_GIVEN: ownEvent("Old supplier information given", about.extend({ to: words })),
  D0311_SENT: sentEvent("Old supplier information sent"),
  BILL_DUE: ownEvent("Final bill due, or its correction", about),
  BILL_ASKED: ownEvent(
    "Final bill asked for, or its correction",
    about.extend({ number: z.int().min(1), readings: z.string(), because: words }),
  ),
  FINALBILL_SENT: sentEvent("Final bill row sent"),

  READING_ANSWER_DUE: ownEvent(
    "Message on disputed reading decided",
    about.extend({ status: words, readings: z.array(reading), note: z.string().nullable() }),
  ),
  READING_ANSWERED: ownEvent(
    "Message on disputed reading written",
    about.extend({
      status: words,
      readings: z.array(reading),
      note: z.string().nullable(),
      to: words,
    }),
  ),
  D0300_SENT: sentEvent("Message on disputed reading sent"),
  TRANSFER_MESSAGE_DUE: ownEvent(
    "Erroneous transfer message decided",
    about.extend({
      status: words,
      reason: z.string().nullable(),
      note: z.string().nullable(),
      to: z.string().nullable(),
      customerName: words.meta({ personal: true }),
      contactDate: z.iso.date(),
    }),
  ),
  TRANSFER_MESSAGE_WRITTEN: ownEvent(
    "Erroneous transfer message written",
    about.extend({
      status: words,
      reason: z.string().nullable(),
      note: z.string().nullable(),
      to: words,
      initiatingSupplier: words,
      associatedSupplier: words,
    }),
  ),
  D0301_SENT: sentEvent("Erroneous transfer message sent"),

  OUTCOME_SETTLED: ownEvent(
    "Person settled which notice is right",
    about.extend({ outcome: z.enum(["lost", "kept"]), reason: words }),
  ),
  NEW_SUPPLIER_NAMED: ownEvent("New supplier named by a person", about.extend({ supplier: words })),
  AGENTS_NAMED: ownEvent(
    "Agents named by a person",
    z.object({
      agents: z.array(z.object({ role: words, participant: words })).min(1),
      suppliedFrom: z.iso.date().optional(),
    }),
  ),

  OBJECTION_WINDOW_SHUT: deadlineEvent("Objection window shut"),
  OBJECTION_ANSWER_OVERDUE: deadlineEvent("Answer to our objection overdue"),
  ANNULMENT_ANSWER_OVERDUE: deadlineEvent("Answer to our annulment overdue"),
  SECURED_NOTICE_OVERDUE: deadlineEvent("Secured notice overdue"),
  SUPPLY_ENDED: deadlineEvent("Supply ended"),
  TERMINATION_OVERDUE: deadlineEvent("Agents not notified in time"),
  CLOSING_READING_OVERDUE: deadlineEvent("Closing reading overdue"),
  INFORMATION_OVERDUE: deadlineEvent("Old supplier information overdue"),
  READING_ANSWER_OVERDUE: deadlineEvent("Answer on disputed reading overdue"),
  AGREED_READING_OVERDUE: deadlineEvent("Collector's reading after agreement overdue"),
  TRANSFER_ANSWER_OVERDUE: deadlineEvent("Answer on erroneous transfer overdue"),
  TRANSFER_RETURN_OVERDUE: deadlineEvent("Return of erroneous transfer overdue"),
};

/** The event types of a loss. */
export type LossEvents = typeof lossEvents;

/** An event of a loss, of one of the types named. */
export type LossEvent<Name extends keyof LossEvents = keyof LossEvents> = EventOf<LossEvents, Name>;
