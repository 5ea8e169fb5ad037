import type { EventRecord } from "../../core/event/event.ts";
import { isoTime } from "../print/local-time.ts";
import { storedJson } from "../print/stored-json.ts";

/** An event as programs get it: its data as JSON, times in UTC. */
export function eventJson(event: EventRecord): object {
  const { seq, type, processType, key, schemaVersion, file, message } = event;
  return {
    seq,
    type,
    processType,
    key,
    occurredAt: isoTime(event.occurredAt),
    recordedAt: isoTime(event.recordedAt),
    schemaVersion,
    data: storedJson(event.data),
    file,
    message,
    sender: event.sender,
    recipient: event.recipient,
    flow: event.flow,
    fileIdentifier: event.fileIdentifier,
    line: event.line,
    void: event.void ?? false,
    amended: event.amended ?? false,
    history: event.history ?? false,
  };
}
