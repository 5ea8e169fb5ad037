import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../src/core/event/event.ts";
import { buildProcess } from "../../src/core/process/build.ts";
import { meteringPoint } from "../../src/processes/metering-point/build.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { received } from "../processes/event-received.ts";
import { fc } from "../property.ts";

const mpan = "1200000000003";

/** Few values each, so that the same instants, registers, agents and days meet often. */
const date = fc.constantFrom("20260101", "20260102", "20260301");
const reading = fc.record({
  meterRegisterId: fc.constantFrom("S", "01"),
  readingDateTime: date.map((day) => `${day}000000`),
  registerReading: fc.integer({ min: 0, max: 99 }).map((value) => `${value}.0`),
});
const readings = fc
  .array(reading, { maxLength: 3 })
  .map((registerReadings) => ({ meterReadingTypes: [{ meterId: "A1", registerReadings }] }));
const appointment = date.map((day) => ({ effectiveDate: { effectiveFromDateMoa: day } }));
const agents = fc
  .tuple(fc.constantFrom("UDMS", "LBSL"), fc.constantFrom("N", "O", "E"), date)
  .map(([meterOperatorId, agentStatus, day]) => ({
    meterOperators: [
      {
        meterOperatorId,
        agentStatus,
        ...(agentStatus === "N" && { start: { effectiveFromDateMoa: day } }),
        ...(agentStatus === "O" && { end: { effectiveToDateMoa: day } }),
      },
    ],
  }));
const flowAndData = fc.oneof(
  readings.map((data) => ["D0010", data] as const),
  appointment.map((data) => ["D0155", data] as const),
  agents.map((data) => ["D0148", data] as const),
);

/** Events of a process, no two with the same sender, flow, file and line, numbered as they arrived. */
const events = fc
  .array(fc.tuple(flowAndData, fc.integer({ min: 0, max: 3 })), { maxLength: 12 })
  .map((told) =>
    told.map(
      ([[flow, data], at], index): EventRecord =>
        received(flow, data, { occurredAt: at, line: index + 1, recipient: "M:UDMS" }),
    ),
  );

const arrivals = events.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
);

describe("a process", () => {
  it("is the same whatever the order its events arrived in", () => {
    fc.assert(
      fc.property(arrivals, ([sent, arrived]) => {
        const numbered = arrived.map((event, index) => ({ ...event, seq: index + 1 }));
        for (const definition of processDefinitions) {
          expect(buildProcess(definition, mpan, numbered)).toEqual(
            buildProcess(definition, mpan, sent),
          );
        }
      }),
    );
  });

  it("is the same when built again, and its events are as they were", () => {
    fc.assert(
      fc.property(events, (sent) => {
        const before = structuredClone(sent);
        const first = buildProcess(meteringPoint, mpan, sent);
        const copy = structuredClone(first);
        expect(buildProcess(meteringPoint, mpan, sent)).toEqual(copy);
        expect(first).toEqual(copy);
        expect(sent).toEqual(before);
      }),
    );
  });

  it("survives JSON", () => {
    fc.assert(
      fc.property(events, (sent) => {
        const built = buildProcess(meteringPoint, mpan, sent);
        expect(JSON.parse(JSON.stringify(built))).toEqual(built);
      }),
    );
  });

  it("without events is as it begins", () => {
    expect(buildProcess(meteringPoint, mpan, [])).toEqual({
      state: meteringPoint.begin(mpan),
      status: "not heard of",
      deadlines: [],
    });
  });
});
