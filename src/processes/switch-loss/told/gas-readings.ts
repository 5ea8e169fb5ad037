import type { FoldedEvent } from "../../../core/event/event.ts";
import { type GroupData, isGroup } from "../../../core/file/document.ts";
import { fieldOf, groupsBelow, isoDate } from "../../message-data.ts";
import type { ReadingFact } from "./facts.ts";

/** Flows about a gas meter that come to a supplier and may have readings: jobs done, and details updated. */
export const gasReadingFlows = [
  "G0200",
  "G0201",
  "G0203",
  "G0205",
  "G0207",
  "G0600",
  "G0605",
  "G0607",
] as const;

/**
 * The readings in a message about a gas meter. None of its flows is about a change of supplier, so that one
 * closes a supply only where it was taken on the very day.
 */
export function gasReadingsIn(event: FoldedEvent): ReadingFact[] {
  return isGroup(event.data) ? collect(event.data, "", event) : [];
}

function collect(group: GroupData, above: string, event: FoldedEvent): ReadingFact[] {
  const meterId = fieldOf(group, "serialNumber") ?? above;
  const index = fieldOf(group, "readingIndex");
  const date = isoDate(fieldOf(group, "readingDate"));
  const below = groupsBelow(group).flatMap((one) => collect(one, meterId, event));
  if (index === null || date === null || meterId === "" || !/^\d+$/.test(index)) return below;
  const reading: ReadingFact = {
    what: "reading",
    meterId,
    registerId: "",
    value: String(Number(index)),
    readAt: `${date}T00:00:00`,
    type: null,
    rank: "routine",
    standing: "stands",
    source: event.flow ?? "",
    from: event.sender,
    isHalfHourly: false,
    registrationId: null,
    endDate: date,
    at: event.occurredAt,
  };
  return [reading, ...below];
}
