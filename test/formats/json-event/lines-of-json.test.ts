import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { catalogue, codes } from "../flow-text.ts";

function event(number: number): string {
  return JSON.stringify({
    eventId: `5b0e4d1c-0000-4000-8000-00000000010${number}`,
    updatedProperties: [],
    data: {
      registrationStatus: "Pending",
      registrationStatusFromDate: "2026-06-10T09:03:00.000Z",
      supplierGeneratedReference: "SGR-77",
      mpxn: "9900012045006",
      supplyStartDate: "2026-06-15T00:00:00",
      erroneousSwitchResolutionInd: false,
      changeOfOccupancyInd: false,
      domesticPremisesInd: true,
      fuelType: "E",
      registrationInitiator: "GainingSupplier",
      supplierRole: "X",
      registrationId: "REG-77",
      supplierMpid: "BSUP",
    },
    eventStatus: "Ok",
    contextType: "GainingSupplier",
    eventDescription: "Registration status changed",
    correlationId: "c0ffee00-0000-4000-8000-000000000001",
    eventType: "RegistrationPendingNotification",
    version: "1.0",
    eventDate: "2026-06-10T10:03:00+01",
  });
}

function read(text: string) {
  return readDocument(Buffer.from(text), catalogue, { whole: true });
}

describe("lines of JSON", () => {
  const alone = codes(read(event(1)));

  test.each(["\n", "\r\n", "\n\n"])(
    "are a message each, ended by %j, written back as they were",
    (end) => {
      const text = [event(1), event(2), event(3), ""].join(end);
      const document = read(text);
      expect(codes(document).filter((code) => !alone.includes(code))).toEqual([]);
      expect(document.messages).toBe(3);
      const step = end === "\n\n" ? 2 : 1;
      expect(document.items.map(({ line }) => line)).toEqual([1, 1 + step, 1 + 2 * step]);
      const layout = { text };
      const messages = document.items.map((item) => ({
        group: item.group,
        data: JSON.parse(item.json()),
      }));
      const envelope = document.envelope;
      if (envelope === null) throw new Error("no envelope");
      const written = writeDocument({ envelope, layout, messages }, catalogue);
      expect(written.ok && Buffer.from(written.bytes).toString()).toBe(text);
    },
  );

  test("on one line are no JSON", () => {
    expect(codes(read(`${event(1)} ${event(2)}`))).toEqual(["BAD_JSON"]);
  });
});

test.each([
  [`// made\n${event(1)}`, /./],
  [event(1).replace("{", "{ /* made */"), /a comment/],
  [event(1).replace('"1.0"', "NaN"), /neither NaN/],
  [event(1).replace('"1.0"', "None"), /another language/],
  [event(1).replace(/}$/, ",}"), /behind a comma/],
])("what JSON does not have is named: %#", (text, said) => {
  expect(read(text).problems[0]?.message).toMatch(said);
});
