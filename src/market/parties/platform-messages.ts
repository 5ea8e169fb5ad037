import type { GroupData } from "../../core/file/document.ts";
import { dipIdOf, us } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import type { MarketLetter } from "../post/letter.ts";
import type { PartyContext } from "./party.ts";
import { flowDate, midnightWithOffset, timeWithOffset } from "./text-forms.ts";

/** Who sends a message of half-hourly settlement: the id at the platform, and the role there. */
export interface PlatformSender {
  readonly participant: string;
  readonly dipId: string;
  readonly role: string;
}

/** What a message of half-hourly settlement says. */
export interface PlatformWords {
  /** e.g. `IF-032`. */
  readonly interface: string;
  /** With its brackets, e.g. `[MSAppInitialResp]`. */
  readonly event: string;
  readonly registration: string | null;
  /** `A`, `R`, with the codes behind it; absent where the event has no such block. */
  readonly response?: { readonly code: string; readonly messages: readonly string[] };
  readonly custom: Readonly<Record<string, unknown>>;
}

/** A message of half-hourly settlement to the installation. */
export function platformLetter(
  context: PartyContext,
  plan: PlannedSwitch,
  sender: PlatformSender,
  words: PlatformWords,
): MarketLetter {
  const { chance, now, days } = context;
  const at = now();
  const { event, registration, response } = words;
  const code = words.interface.slice("IF-".length);
  const hex = chance.hex(10, plan.mpan, registration ?? "", event, at, sender.dipId);
  const day = flowDate(days.dateOf(at));
  const data = {
    CommonBlock: {
      S0: { interfaceID: words.interface, schemaVersion: "011", eventCode: event },
      S1: {
        environmentTag: "PRD",
        subText: null,
        senderUniqueReference: `S-IF-${code}-${hex}-${sender.role}-${day}-${chance.hex(8, hex, plan.number)}`,
        senderTimestamp: timeWithOffset(at),
        senderDIPID: sender.dipId,
        senderRoleID: sender.role,
        senderCorrelationID: `CI-${day}-${chance.hex(12, registration ?? plan.mpan)}`,
        DIPConnectionProviderID: null,
      },
      A0: { primaryRecipients: [us.dipId] },
      D0: {
        transactionID: `T-IF-${code}-${sender.dipId}-${sender.role}-${day}-${hex}`,
        publicationID: `PUB-${code}`,
        replayIndicator: false,
      },
      M0: {
        MPANCore: plan.mpan,
        distributorDIPID: plan.distributor.dipId,
        GSPGroupID: plan.distributor.gspGroup,
      },
      ...(response !== undefined && {
        R0: { responseCode: response.code, responseMessages: response.messages },
      }),
    },
    CustomBlock: {
      ...(registration !== null && { B013: { CSSRegistrationID: registration } }),
      ...words.custom,
    },
  };
  return {
    from: { role: sender.role, participant: sender.participant },
    to: { role: null, participant: us.dipId },
    flow: words.interface,
    about: plan.mpan,
    says: response === undefined ? event : `${event} ${response.code}`,
    registration,
    data: data as unknown as GroupData,
  };
}

/** What registration services say of a metering point in several messages. */
export function pointBlocks(plan: PlannedSwitch): Readonly<Record<string, unknown>> {
  const since = midnightWithOffset("2024-06-03");
  return {
    B022: { meteringPointPostcode: "ZZ1 1ZZ", addressLine5: "1 Fuse Street" },
    B023: {
      connectionTypeIndicator: "W",
      connectionTypeEffectiveFromDate: since,
      energyDirection: "I",
      meteredIndicator: true,
    },
    B024: { DUOSTariffID: "100", DUOSTariffIDEffectiveFromDate: since },
    B025: { energisationStatus: "E", energisationStatusEffectiveFromDate: since },
    B026: {
      marketSegmentIndicator: plan.domestic ? "S" : "A",
      marketSegmentIndicatorEffectiveFromDate: since,
    },
  };
}

/** The supplier that takes a point over from us. */
export function leavingBlocks({ otherSupplier, start }: PlannedSwitch) {
  return {
    B002: {
      incomingSupplierDIPID: dipIdOf(otherSupplier),
      incomingSupplierMPID: otherSupplier,
      supplierEffectiveFromDate: midnightWithOffset(start),
    },
  };
}

/** The supplier that comes, and the one that goes. */
export function supplierBlocks(plan: PlannedSwitch) {
  return {
    B002: {
      incomingSupplierDIPID: us.dipId,
      incomingSupplierMPID: us.participant,
      supplierEffectiveFromDate: midnightWithOffset(plan.start),
    },
    B003: {
      outgoingSupplierDIPID: dipIdOf(plan.otherSupplier),
      outgoingSupplierMPID: plan.otherSupplier,
      supplierEffectiveToDate: midnightWithOffset(plan.start),
    },
    B004: {
      domesticPremiseIndicator: plan.domestic,
      domesticPremiseIndicatorEffectiveFromDate: midnightWithOffset(plan.start),
    },
  };
}
