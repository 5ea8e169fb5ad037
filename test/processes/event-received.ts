import type { EventRecord } from "../../src/core/event/event.ts";

/** The event that a message of a flow became: what a test says about it, and the rest filled in. */
export function received(flow: string, data: object, said: Partial<EventRecord> = {}): EventRecord {
  return {
    seq: 1,
    type: `${flow}_RECEIVED`,
    processType: "metering-point",
    key: "1200000000003",
    occurredAt: Date.UTC(2026, 2, 2, 15, 31, 51),
    recordedAt: Date.UTC(2026, 2, 2, 15, 40),
    schemaVersion: 1,
    data: JSON.stringify(data),
    file: 1,
    message: 1,
    sender: "D:UDMS",
    recipient: "X:MRCY",
    flow,
    fileIdentifier: "0000000001",
    line: 2,
    ...said,
  };
}
