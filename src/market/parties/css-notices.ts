import type { GroupData } from "../../core/file/document.ts";
import { switchingService, us } from "../plan/participants.ts";
import type { MarketLetter } from "../post/letter.ts";
import type { PartyContext, Registration } from "./party.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** A notice of the switching service: its flow, its type, and what it says beside what all say. */
export interface CssNotice {
  readonly flow: string;
  readonly eventType: string;
  readonly says: string;
  readonly context: "GainingSupplier" | "LosingSupplier";
  readonly data: Readonly<Record<string, string | boolean>>;
  /** Our reference of what it answers, as far as it is one of ours. */
  readonly reference?: string;
}

/** The notices about a registration, by what they say; the flow's status member tells, not its number. */
export const notices = {
  validated: (): CssNotice => validation("Validated", {}),
  rejected: (reason: string): CssNotice => validation("Rejected", { reason }),
  pending: ({ start, plan }: Registration): CssNotice => ({
    flow: "CSS02300",
    eventType: "RegistrationPendingNotification",
    says: "Pending",
    context: "GainingSupplier",
    data: {
      registrationStatus: "Pending",
      supplyStartDate: midnightWithOffset(start),
      domesticPremisesInd: plan.domestic,
    },
  }),
  confirmed: (registration: Registration): CssNotice => secured(registration, "Confirmed"),
  securedActive: (registration: Registration, date: string): CssNotice => ({
    ...secured(registration, "SecuredActive"),
    data: { ...secured(registration, "SecuredActive").data, registrationActiveDate: date },
  }),
  invitation: ({ id, start, plan }: Registration, submittedAt: number): CssNotice => ({
    flow: "CSS02700",
    eventType: "InvitationToIntervene",
    says: "Invitation",
    context: "LosingSupplier",
    data: {
      interventionId: `INT${id}`,
      currentRegistrationId: `OURS-${plan.mpan}`,
      pendingRegistrationId: id,
      submissionDate: new Date(submittedAt).toISOString(),
      supplyStartDate: midnightWithOffset(start),
      domesticPremisesInd: plan.domestic,
      changeOfOccupancyInd: plan.leaving?.changeOfOccupier ?? false,
      supplierMpid: plan.otherSupplier,
    },
  }),
  securedInactive: (registration: Registration, date: string): CssNotice => ({
    ...secured(registration, "SecuredInactive"),
    context: "LosingSupplier",
    data: { ...secured(registration, "SecuredInactive").data, registrationStatusFromDate: date },
  }),
  status: (status: string, from: string, side: "gaining" | "losing"): CssNotice => ({
    flow: "CSS-STATUS",
    eventType: "RegistrationStatusNotification",
    says: status,
    context: side === "gaining" ? "GainingSupplier" : "LosingSupplier",
    data: { registrationStatus: status, registrationStatusFromDate: from },
  }),
  refused: (
    request: string,
    reason: string,
    side: "gaining" | "losing",
    reference?: string,
  ): CssNotice => ({
    flow: "CSS-REFUSAL",
    eventType: "RequestRefusedNotification",
    says: `${request} refused`,
    context: side === "gaining" ? "GainingSupplier" : "LosingSupplier",
    data: { refusedRequest: request, reason },
    ...(reference !== undefined && { reference }),
  }),
} as const;

function validation(
  status: "Validated" | "Rejected",
  more: Readonly<Record<string, string>>,
): CssNotice {
  return {
    flow: "CSS02380",
    eventType: "RegistrationValidationNotification",
    says: status,
    context: "GainingSupplier",
    data: { registrationRequestStatus: status, ...more },
  };
}

function secured({ start }: Registration, status: string): CssNotice {
  return {
    flow: "CSS02370",
    eventType: `Registration${status}Notification`,
    says: status,
    context: "GainingSupplier",
    data: {
      registrationStatus: status,
      registrationStatusFromDate: midnightWithOffset(start),
    },
  };
}

/** The notice about a registration as a message. `again`: which time it is sent, from 0. */
export function noticeLetter(
  { chance, now }: PartyContext,
  { id, plan }: Registration,
  notice: CssNotice,
  again = 0,
): MarketLetter {
  const { flow, eventType, says, context, data, reference } = notice;
  const eventId = `${chance.hex(8, id, flow, says)}-${chance.hex(4, id, says)}-4${chance.hex(3, id, flow)}-8${chance.hex(3, says, id)}-${chance.hex(12, id, flow, says, again, now())}`;
  const isLoss = context === "LosingSupplier";
  const event = {
    eventId,
    updatedProperties: [],
    data: {
      ...data,
      mpxn: plan.mpan,
      ...(flow === "CSS02380" ? {} : { fuelType: plan.fuel }),
      ...(flow === "CSS02380" || flow === "CSS02700" ? {} : { registrationId: id }),
      ...(flow === "CSS02380" ? { registrationRequestId: `RQ${id}` } : {}),
      ...(isLoss ? {} : { supplierGeneratedReference: plan.reference }),
      ...(reference === undefined ? {} : { supplierGeneratedReference: reference }),
    },
    eventStatus: "Ok",
    contextType: context,
    correlationId: `C-${id}`,
    eventType,
    version: "1.0",
    eventDate: new Date(now()).toISOString(),
  };
  return {
    from: switchingService,
    to: { role: us.role, participant: us.participant },
    flow,
    about: plan.mpan,
    says,
    registration: id,
    data: event as unknown as GroupData,
  };
}
