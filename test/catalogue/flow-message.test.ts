import { describe, expectTypeOf, test } from "vitest";
import type { FlowMessage, FlowReference } from "../../src/catalogue/flow-message.ts";
import type { GroupData } from "../../src/core/file/document.ts";

/** What is said here is checked by the compiler: `npm run types` fails where one does not hold. */
describe("the type of a flow's message", () => {
  const reading: FlowMessage<"D0010002"> = {
    mpanCore: "1299000000014",
    bscValidationStatus: "V",
    meterReadingTypes: [
      {
        meterId: "X00A 00001",
        readingType: "R",
        registerReadings: [
          {
            meterRegisterId: "S",
            readingDateTime: "20260301000000",
            registerReading: "100.0",
            readingMethod: "N",
          },
        ],
      },
    ],
  };

  test("is data as a reader gives it", () => {
    expectTypeOf(reading).toExtend<GroupData>();
    expectTypeOf<FlowMessage<"D0150002" | "ORDERS001">>().toExtend<GroupData>();
  });

  test("knows the flow versions", () => {
    expectTypeOf<"D0269002">().toExtend<FlowReference>();
    expectTypeOf<"D0269003">().not.toExtend<FlowReference>();
    // @ts-expect-error: there is no such flow
    type Unknown = FlowMessage<"D9999001">;
    expectTypeOf<Unknown>().not.toBeNever();
  });

  test("has its fields as text, required and optional", () => {
    type Register = NonNullable<
      (typeof reading.meterReadingTypes)[number]["registerReadings"]
    >[number];
    expectTypeOf<Register["registerReading"]>().toEqualTypeOf<string>();
    expectTypeOf<Register["meterReadingFlag"]>().toEqualTypeOf<"T" | "F" | undefined>();
    // @ts-expect-error: the meter readings are missing
    const incomplete: FlowMessage<"D0010002"> = { mpanCore: "1", bscValidationStatus: "V" };
    // @ts-expect-error: an optional field is absent, never undefined
    const unfilled: Register = { ...incomplete, meterReadingFlag: undefined };
    expectTypeOf(unfilled).not.toBeAny();
  });

  test("knows no other names", () => {
    // @ts-expect-error: the field is called mpanCore
    expectTypeOf(reading.mpan).toBeAny();
    // @ts-expect-error: a group that repeats is an array
    expectTypeOf(reading.meterReadingTypes.meterId).toBeAny();
    const other: FlowMessage<"D0150002">["sscs"] = {
      standardSettlementConfigurationSscId: "0393",
      effectiveFromSettlementDateScon: "20260301",
      // @ts-expect-error: D0150 has no such field in its SSC group
      registerReading: "1",
    };
    expectTypeOf(other).not.toBeArray();
  });

  test("takes codes beyond the list, since lists are advisory", () => {
    expectTypeOf<"V">().toExtend<FlowMessage<"D0010002">["bscValidationStatus"]>();
    expectTypeOf<string>().toExtend<FlowMessage<"D0010002">["bscValidationStatus"]>();
  });

  test("has groups above and beside the message under their own names", () => {
    type Confirmation = FlowMessage<"D0217002">;
    expectTypeOf<Confirmation["fileSequenceNumber"]>().toEqualTypeOf<{
      readonly fileSequenceNumber: string;
    }>();
    expectTypeOf<Confirmation>().not.toHaveProperty("registrationTransactionNumber");
  });

  test("is any of several kinds where a flow has several", () => {
    type Instruction = FlowMessage<"D0209001">;
    expectTypeOf<Extract<Instruction, { instructionHeader: unknown }>>().not.toBeNever();
    expectTypeOf<Extract<Instruction, { instructionNumber: string }>>().not.toBeNever();
  });

  test("of a table has the columns, and its rows where it has several", () => {
    expectTypeOf<FlowMessage<"PAYMENTS001">["amount"]>().toEqualTypeOf<string>();
    type Order = FlowMessage<"ORDERS001">;
    expectTypeOf<Order["lines"][number]["sku"]>().toEqualTypeOf<string>();
    expectTypeOf<Order>().not.toHaveProperty("sku");
  });

  test("of a JSON event has the event's own names and types", () => {
    type Pending = FlowMessage<"CSS023001.0">;
    expectTypeOf<Pending["data"]["mpxn"]>().toEqualTypeOf<string>();
    expectTypeOf<Pending["eventType"]>().toEqualTypeOf<"RegistrationPendingNotification">();
    expectTypeOf<Pending["data"]["changeOfOccupancyInd"]>().toEqualTypeOf<
      boolean | null | undefined
    >();
    type Readings = NonNullable<FlowMessage<"IF-041011">["CustomBlock"]>["B064List"];
    expectTypeOf<NonNullable<Readings>>().toExtend<readonly object[]>();
  });

  test("of a JSON event takes what its definition does not know, and knows it as anything", () => {
    const pending: FlowMessage<"CSS023001.0"> = {
      eventId: "5b0e4d1c-0000-4000-8000-0000000000a1",
      eventType: "RegistrationPendingNotification",
      eventDate: "2026-06-10T09:03:00Z",
      correlationId: "c0ffee00-0000-4000-8000-000000000001",
      data: {
        registrationStatus: "Pending",
        mpxn: "9900012045006",
        supplyStartDate: "2026-06-15T00:00:00Z",
        registrationId: "REG-77",
        meterPoints: [1],
      },
      traceId: "T-1",
    };
    expectTypeOf(pending["traceId"]).toBeUnknown();
    expectTypeOf(pending.data["meterPoints"]).toBeUnknown();
  });

  test("is the file where the whole file is one message", () => {
    expectTypeOf<FlowMessage<"D0269004">>().toHaveProperty("marketDomainDataVersion");
  });
});
