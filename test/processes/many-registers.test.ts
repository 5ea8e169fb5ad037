import { expect, test } from "vitest";
import { asFolded } from "../../src/core/process/build.ts";
import { type MeteringPoint, meteringPoint } from "../../src/processes/metering-point/build.ts";
import type { MeterReading } from "../../src/processes/metering-point/readings.ts";
import { fc } from "../property.ts";
import { received } from "./event-received.ts";

const registers = 2_000;
const mpan = "1200000000003";

function meterId(register: number): string {
  return `M${String(register).padStart(5, "0")}`;
}

/** The readings of as many registers as there are, every other one free to come. */
function known(): MeterReading[] {
  return Array.from({ length: registers }, (_, at) => ({
    meterId: meterId(at * 2),
    registerId: "S",
    value: "1.0",
    readAt: "2026-01-01T00:00:00",
    type: "R",
    flow: "D0010",
    from: "D:UDMS",
  }));
}

/** A reading that counts how often anybody looks which register it is of. */
function counting(reading: MeterReading, count: () => void): MeterReading {
  return Object.defineProperty({ ...reading }, "meterId", {
    enumerable: true,
    get() {
      count();
      return reading.meterId;
    },
  });
}

const told = fc.record({
  register: fc.integer({ min: 0, max: registers * 2 }),
  readingType: fc.constantFrom("R", "W"),
  status: fc.constantFrom("V", "F"),
});

test("an event looks at few of the readings that are known, whichever register it tells of", () => {
  fc.assert(
    fc.property(told, ({ register, readingType, status }) => {
      let looks = 0;
      const list = () => known().map((one) => counting(one, () => (looks += 1)));
      const state: MeteringPoint = {
        ...meteringPoint.begin(mpan),
        readings: list(),
        earlierReadings: list(),
        failedReadings: list(),
      };
      const event = received("D0010", {
        mpanCore: mpan,
        bscValidationStatus: status,
        meterReadingTypes: [
          {
            meterId: meterId(register),
            readingType,
            registerReadings: [
              {
                meterRegisterId: "S",
                readingDateTime: "20260201000000",
                registerReading: "2.0",
              },
            ],
          },
        ],
      });
      const { readings } = meteringPoint.fold(state, asFolded(meteringPoint, event));
      expect(looks).toBeLessThan(200);
      const ids = readings.map((reading) => reading.meterId);
      expect(ids).toEqual(ids.toSorted());
    }),
    { numRuns: 10 },
  );
});
