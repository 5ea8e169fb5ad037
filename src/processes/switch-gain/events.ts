import { z } from "zod";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { deadlineEvent, type EventOf, flowEvent, ownEvent } from "../../core/define/event-type.ts";
import type { HalfHourlyMessage } from "./mhhs/message.ts";
import { agentRoles } from "./state.ts";

const reason = z.string().trim().min(1);

/**
 * What the process reads of a message of the switching service: values that a definition gives under these
 * names, wherever they are in the message.
 */
export interface SwitchingNotice {
  readonly contextType?: string | null;
  readonly $known?: {
    readonly registrationStatus?: string;
    readonly registrationId?: string;
    /** The metering point. */
    readonly mpxn?: string | number;
    readonly supplierGeneratedReference?: string;
    readonly supplyStartDate?: string;
    readonly effectiveDate?: string;
    readonly reason?: string;
    readonly refused?: string;
  };
}

const registers = z.array(z.object({ meter: z.string(), register: z.string(), value: z.string() }));

const way = z.enum(["made", "kept"]);

const notice = (about: string) => flowEvent<SwitchingNotice>(about);
const halfHourly = (about: string) => flowEvent<HalfHourlyMessage>(about);

/** What may happen to a switch to us. */
export const gainEvents = {
  SWITCH_REQUESTED: flowEvent<FlowMessage<"SWITCHREQ001">>("Switch requested by our own systems"),
  FLOW_PREPARED: ownEvent(
    "Message prepared for sending",
    z.object({ purpose: z.string(), flow: z.string(), to: z.string() }),
  ),

  OTHER_REQUESTED: ownEvent(
    "A person asked for another switch of the point",
    z.object({
      key: z.string(),
      reference: z.string(),
      at: z.number(),
      startDate: z.string(),
      byHand: z.boolean(),
    }),
  ),
  WAY_TOLD: ownEvent(
    "Another switch of the point makes way, or does not",
    z.object({ key: z.string(), reference: z.string(), to: z.string(), way, status: z.string() }),
  ),
  WAY_SAID: ownEvent("Another switch of the point reported", z.object({ id: z.string(), way })),

  REQUEST_VALIDATED: notice("Switch request validated"),
  REQUEST_REJECTED: notice("Switch request rejected"),
  SWITCH_PENDING: notice("Registration pending"),
  SWITCH_CONFIRMED: notice("Objection window shut without an objection"),
  SWITCH_CANCELLED: notice("Switch cancelled after an objection"),
  SWITCH_WITHDRAWN: notice("Switch withdrawn"),
  SWITCH_ANNULLED: notice("Switch annulled by the losing supplier"),
  SECURED_ACTIVE: notice("Registration secured active"),
  SWITCH_ACTIVE: notice("Registration active"),
  WITHDRAWAL_REFUSED: notice("Withdrawal refused"),
  SWITCH_REPORTED: notice("Notice of a status that is not known here"),

  REGISTRATION_CONFIRMED: flowEvent<FlowMessage<"D0217002">>("Registration confirmed"),
  OLD_REGISTRATION_TOLD: flowEvent<FlowMessage<"D0260002">>("Old registration details received"),
  AGENT_AGREED: flowEvent<FlowMessage<"D0011001">>("Agent agreed"),
  AGENT_REFUSED: flowEvent<FlowMessage<"D0261001">>("Agent refused"),
  METER_DETAILS_TOLD: flowEvent<object>("Meter technical details received"),
  MAPPING_TOLD: flowEvent<object>("Mapping details received"),
  READINGS_TOLD: flowEvent<object>("Readings received"),
  OPENING_READING_TOLD: flowEvent<object>("Change of supplier reading received"),
  SETTLEMENT_DETAILS_REFUSED: flowEvent<FlowMessage<"D0310001">>("Settlement details not loaded"),
  REGISTRATION_UPDATE_REFUSED: flowEvent<FlowMessage<"D0203001">>("Agents not registered"),
  OLD_SUPPLIER_TOLD: flowEvent<FlowMessage<"D0311002">>("Old supplier's information"),
  DISPUTE_ANSWERED: flowEvent<FlowMessage<"D0300001">>("Word on a disputed reading"),
  TRANSFER_TOLD: flowEvent<FlowMessage<"D0301002">>("Word on an erroneous transfer"),
  HALF_HOURLY_DATA_TOLD: flowEvent<FlowMessage<"D0036001">>("Half-hourly data of the first days"),
  FLOW_NOTED: flowEvent<object>("A flow that completes the switch"),

  POINT_INFORMED: halfHourly("Gained point's information (IF-002)"),
  REGIME_REVERSED: halfHourly("Point leaves half-hourly settlement (IF-003)"),
  APPOINTMENT_JUDGED: halfHourly("Appointment request judged (IF-032)"),
  SERVICE_ANSWERED: halfHourly("Service accepted, rejected or lapsed (IF-035)"),
  SUPPLY_REGISTERED: halfHourly("Registration in force (IF-001)"),
  SERVICE_ACTIVE: halfHourly("Service appointed (IF-036)"),
  HALF_HOURLY_READING: halfHourly("Reading of the switch (IF-041)"),
  HALF_HOURLY_NOTED: halfHourly("A message that completes the switch"),
  NOBODY_APPOINTED: halfHourly("Nobody is appointed (IF-045)"),
  MESSAGE_REFUSED: flowEvent<FlowMessage<"DIP-ANSWER1.0">>(
    "Message of ours refused by the platform",
  ),

  GAS_METER_TOLD: flowEvent<object>("Job on a gas meter, or its details"),
  OPENING_READING_GIVEN: flowEvent<FlowMessage<"OPENREADING001">>(
    "Opening reading given by our own systems",
  ),

  REQUESTED_BY_HAND: ownEvent(
    "Switch requested by a person",
    z.object({
      reference: z.string(),
      fuel: z.enum(["E", "G"]),
      domestic: z.boolean(),
      changeOfOccupier: z.boolean(),
      agents: z.partialRecord(z.enum(agentRoles), z.array(z.string())),
    }),
  ),
  WITHDRAWAL_ASKED: ownEvent("Withdrawal asked for", z.object({ reason })),
  AGENT_PROPOSED: ownEvent(
    "Another agent proposed",
    z.object({
      role: z.enum(agentRoles),
      participant: z.string(),
      contract: z.string().optional(),
      reason: reason.optional(),
    }),
  ),
  READING_DISPUTED: ownEvent("Opening reading disputed", z.object({ registers, reason })),
  READING_ANSWERED: ownEvent(
    "Disputed opening reading answered",
    z.object({ status: z.enum(["Y", "A", "D", "R"]), registers, note: z.string().nullable() }),
  ),
  TRANSFER_PROPOSED: ownEvent(
    "Erroneous transfer proposed",
    z.object({
      supplier: z.string(),
      reason: z.string(),
      customer: z.string().meta({ personal: true }),
      contactDate: z.iso.date(),
    }),
  ),
  SENT_AGAIN: ownEvent(
    "Refused messages sent again",
    z.object({ purposes: z.array(z.string()).min(1), reason }),
  ),
  TRANSFER_ANSWERED: ownEvent(
    "Erroneous transfer answered or cancelled",
    z.object({
      supplier: z.string(),
      status: z.enum(["B", "C", "G"]),
      customer: z.string(),
      contactDate: z.iso.date(),
      reason,
    }),
  ),
  SUPPLY_ENDED: notice("Supply goes to another supplier"),
  NOTICE_ASKED_AGAIN: ownEvent("A notice asked for again", z.object({ notice: z.string() })),

  VALIDATION_OVERDUE: deadlineEvent("Answer to the switch request overdue"),
  OBJECTION_WINDOW_CLOSED: deadlineEvent("Objection window closed"),
  SECURED_OVERDUE: deadlineEvent("Secured Active overdue"),
  AGENT_OVERDUE: deadlineEvent("Agent's answer overdue"),
  DETAILS_LATE: deadlineEvent("Meter details late"),
  DETAILS_OVERDUE: deadlineEvent("Meter details overdue after the chase"),
  READING_OVERDUE: deadlineEvent("Opening reading overdue"),
  DISPUTE_OVERDUE: deadlineEvent("Answer to a disputed reading overdue"),
  TRANSFER_OVERDUE: deadlineEvent("Answer to an erroneous transfer overdue"),
  RE_REGISTRATION_OVERDUE: deadlineEvent("Registration by the other supplier overdue"),
  DUTY_MISSED: deadlineEvent("Not switched within the working days that are due"),
};

/** The event types of a switch to us. */
export type GainEvents = typeof gainEvents;

/** An event of a switch to us, of one of the types named. */
export type GainEvent<Name extends keyof GainEvents> = EventOf<GainEvents, Name>;
