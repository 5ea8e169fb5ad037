import type { GroupData } from "../../../core/file/document.ts";
import { fieldIn, fieldOf, groupsBelow, groupsIn, isoDate } from "../../message-data.ts";
import { statusOfReadings } from "../../switch/reading-status.ts";
import type { LossEvent } from "../events.ts";
import type { LetterFact, StatedReading, TransferFact } from "./facts.ts";

/** What the other supplier, or the collector, says of a disputed reading. */
export function letterIn({ data, sender, occurredAt }: LossEvent<"READING_DISPUTED">): LetterFact {
  const note = fieldIn(data, "additionalInformation");
  const status = statusOfReadings(data) ?? "";
  return {
    what: "letter",
    by: "them",
    status: status === "Y" && /^TY\b/.test(note ?? "") ? "TY" : status,
    readings: statedIn(data, { meterId: "" }),
    note,
    supplier: supplierOf(sender),
    registrationId: null,
    endDate: isoDate(data.effectiveFromSettlementDateRegiForNewSupplier),
    at: occurredAt,
  };
}

/** What the other supplier says of an erroneous transfer. */
export function transferIn({
  data,
  sender,
  occurredAt,
}: LossEvent<"TRANSFER_DISPUTED">): TransferFact {
  return {
    what: "transfer",
    by: "them",
    status: fieldIn(data, "statusOfErroneousTransfer") ?? "",
    reason: fieldIn(data, "reasonForReturn"),
    note: fieldIn(data, "additionalInformation"),
    supplier: supplierOf(sender),
    initiatingSupplier: data.initiatingSupplierId,
    associatedSupplier: data.associatedSupplierId,
    registrationId: null,
    endDate: isoDate(data.effectiveFromSettlementDateRegiForNewSupplier),
    at: occurredAt,
  };
}

/** The reading proposed for each register, or the one in question where none is proposed. */
function statedIn(data: unknown, { meterId }: { readonly meterId: string }): StatedReading[] {
  const [top] = groupsIn(data);
  return top === undefined ? [] : statedBelow(top, meterId);
}

function statedBelow(group: GroupData, above: string): StatedReading[] {
  const meterId = fieldOf(group, "meterId") ?? above;
  const registerId = fieldOf(group, "meterRegisterId") ?? "";
  const value = fieldOf(group, "proposedRegisterReading") ?? fieldOf(group, "registerReading");
  const own = value === null ? [] : [{ meterId, registerId, value }];
  return [...own, ...groupsBelow(group).flatMap((below) => statedBelow(below, meterId))];
}

/** The participant of a sender such as `X:SUPP` who is a supplier. */
function supplierOf(sender: string | null): string | null {
  return /^X:(.+)$/.exec(sender ?? "")?.[1] ?? null;
}
