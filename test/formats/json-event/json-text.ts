import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Document } from "../../../src/core/file/document.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { jsonEvent } from "../../../src/formats/json-event/family.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import type { Written } from "../../../src/formats/writer.ts";

export const shipped = loadCatalogue();

/** An MPAN core with the right check digit, made up. */
export const mpan = "9900012045006";

type Json = Readonly<Record<string, unknown>>;

/** A registration that became pending, with what a test wants otherwise. */
export function pending(more: Json = {}, data: Json = {}): Json {
  return {
    eventId: "5b0e4d1c-0000-4000-8000-0000000000a1",
    updatedProperties: [],
    data: {
      registrationStatus: "Pending",
      registrationStatusFromDate: "2026-06-10T09:03:00.000Z",
      supplierGeneratedReference: "SGR-77",
      mpxn: mpan,
      supplyStartDate: "2026-06-15T00:00:00.000Z",
      domesticPremisesInd: true,
      fuelType: "E",
      registrationId: "REG-77",
      ...data,
    },
    eventStatus: "Ok",
    correlationId: "c0ffee00-0000-4000-8000-000000000001",
    eventType: "RegistrationPendingNotification",
    version: "1.0",
    eventDate: "2026-06-10T09:03:00.000Z",
    ...more,
  };
}

/** A validation, whose `data` is a list. */
export function validation(...items: readonly Json[]): Json {
  const { data: _, ...event } = pending({ eventType: "RegistrationValidationNotification" });
  return { ...event, data: items };
}

/** A half-hourly settlement message with readings. */
export function readings(
  blocks: { readonly S0?: Json; readonly S1?: Json; readonly M0?: Json } = {},
): Json {
  return {
    CommonBlock: {
      S0: { interfaceID: "IF-041", schemaVersion: "011", eventCode: "[ReadingCOS]", ...blocks.S0 },
      S1: {
        environmentTag: "PRD",
        subText: null,
        senderUniqueReference: "S-IF-041-7700000001-REGS-20250811-A1",
        senderTimestamp: "2025-08-11T11:15:30+01:00",
        senderDIPID: "7700000001",
        senderRoleID: "REGS",
        senderCorrelationID: "CI-20250811-A1",
        DIPConnectionProviderID: null,
        ...blocks.S1,
      },
      M0: { MPANCore: mpan, distributorDIPID: "9900000001", GSPGroupID: "_N", ...blocks.M0 },
      A0: { primaryRecipients: ["8800000001"], secondaryRecipients: [] },
      D0: { replayIndicator: false, initialCorrelationID: "CI-20250811-A0" },
    },
    CustomBlock: {
      B064List: [
        {
          meterID: "M77",
          cumulativeRegisterReading: "1000.000",
          cumulativeRegisterReadingDateTime: "2025-08-11T00:00:00+00:00",
          readingMethod: "A",
          siteVisitCheckCode: null,
        },
      ],
    },
  };
}

export function read(value: unknown): Document {
  return readText(typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

export function readText(text: string, catalogue: Catalogue = shipped): Document {
  return readDocument(Buffer.from(text), catalogue);
}

/** `CODE@line`, those of the file first. */
export function codes({ problems, items }: Document): string[] {
  return [...problems, ...items.flatMap((item) => item.problems)].map(
    ({ code, line }) => `${code}@${line ?? "-"}`,
  );
}

/** A message's data. */
export function dataOf({ items }: Document, index = 0): ReturnType<typeof JSON.parse> {
  return JSON.parse(items[index]?.json() ?? "null");
}

export function write(
  document: Document,
  data?: readonly object[],
  catalogue: Catalogue = shipped,
): Written {
  const { envelope, layout, items } = document;
  if (envelope === null || jsonEvent.write === null) throw new Error("nothing to write");
  const messages = items.map(({ group, json }, index) => ({
    group,
    data: data?.[index] ?? JSON.parse(json.call(items[index])),
  }));
  return jsonEvent.write({ envelope, layout, messages }, catalogue);
}
