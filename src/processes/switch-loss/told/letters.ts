import { fieldIn, isoDate } from "../../message-data.ts";
import { statedReadings, statusOfReadings } from "../../switch/reading-status.ts";
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
    readings: statedIn(data),
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

/** The reading of each register, by the names that losses have for them. */
function statedIn(data: unknown): StatedReading[] {
  return statedReadings(data).map(({ meter, register, value }) => ({
    meterId: meter,
    registerId: register,
    value,
  }));
}

/** The participant of a sender such as `X:SUPP` who is a supplier. */
function supplierOf(sender: string | null): string | null {
  return /^X:(.+)$/.exec(sender ?? "")?.[1] ?? null;
}
