import type { Message } from "../../core/file/document.ts";
import { differences, type FieldDifference } from "../../core/replay/difference.ts";
import type { StandingEvent, StandingMessage } from "../../store/port/events/restatement-store.ts";

/** Whether an event counts: it is not void. */
export function isInForce({ voidedBy }: StandingEvent): boolean {
  return voidedBy === null;
}

/** Whether a message without an event reads as it is. */
export function isSameUnrouted(
  standing: StandingMessage | null,
  message: Message,
  data: string,
  isInvalid: boolean,
): boolean {
  if (standing === null || standing.invalid !== isInvalid) return false;
  return standing.subjectKey === (message.subject?.key ?? null) && isEqual(standing.data, data);
}

/** Whether the message reads as it did when it was recorded, or restated last. */
export function standsAsRead({ data, events }: StandingMessage, now: string): boolean {
  return isEqual(data, now) || events.some((event) => isEqual(event.data, now));
}

function isEqual(one: string, other: string): boolean {
  return one === other || fieldsThatDiffer(one, other).length === 0;
}

/** The fields that differ between two texts of data. */
export function fieldsThatDiffer(before: string, after: string): FieldDifference[] {
  return before === after ? [] : differences(parsed(before), JSON.parse(after));
}

/** Data as it is stored; undefined, which is unlike all data, when its text is damaged. */
function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
