import { mpan } from "./json-text.ts";

/** What a test wants of a message of half-hourly settlement. */
export interface MessageWish {
  readonly reference: string;
  readonly interfaceID?: string;
  readonly eventCode?: string;
  readonly environment?: string;
  readonly replay?: boolean;
  readonly sender?: string;
  readonly transactionID?: string;
  readonly mpan?: string;
  readonly reading?: string;
  /** A block that it is to lack. */
  readonly without?: "CommonBlock" | "CustomBlock";
}

/** A message as the platform publishes it: readings of a change of supplier unless the wish says otherwise. */
export function platformMessage(wish: MessageWish): object {
  const {
    interfaceID = "IF-041",
    eventCode = interfaceID === "IF-021" ? "[ActivePower]" : "[ReadingCOS]",
    sender = "7700000001",
    transactionID = `T-${interfaceID}-${sender}-REGS-20260610-${wish.reference}`,
  } = wish;
  const CommonBlock = {
    S0: { interfaceID, schemaVersion: "011", eventCode },
    S1: {
      environmentTag: wish.environment ?? "PRD",
      subText: null,
      senderUniqueReference: wish.reference,
      senderTimestamp: "2026-06-10T11:15:30+01:00",
      senderDIPID: sender,
      senderRoleID: "REGS",
      senderCorrelationID: null,
      DIPConnectionProviderID: null,
    },
    A0: { primaryRecipients: ["8800000001"], secondaryRecipients: [], always: [] },
    D0: {
      transactionID,
      transactionTimestamp: "2026-06-10T11:15:31+01:00",
      publicationID: interfaceID.replace("IF", "PUB"),
      initialCorrelationID: null,
      replayIndicator: wish.replay ?? false,
      serviceTicketURL: null,
    },
    M0: { MPANCore: wish.mpan ?? mpan, distributorDIPID: "9900000001", GSPGroupID: "_N" },
  };
  const reading = {
    meterID: "M77",
    cumulativeRegisterReading: wish.reading ?? "1000",
    cumulativeRegisterReadingDateTime: "2026-06-10T00:00:00+00:00",
    readingMethod: "A",
    siteVisitCheckCode: null,
  };
  const CustomBlock = { B064List: [reading] };
  const payload = { CommonBlock, CustomBlock };
  if (wish.without === "CommonBlock") return { payload: { CustomBlock } };
  return { payload: wish.without === "CustomBlock" ? { CommonBlock } : payload };
}
