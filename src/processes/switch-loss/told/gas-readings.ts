import type { FoldedEvent } from "../../../core/event/event.ts";
import { readingsOfGasMeter } from "../../switch/gas-readings.ts";
import type { ReadingFact } from "./facts.ts";

/** The readings in a message about a gas meter: one closes a supply only where it was taken on the very day. */
export function gasReadingsIn(event: FoldedEvent): ReadingFact[] {
  return readingsOfGasMeter(event.data).map(({ meter, value, date }) => ({
    what: "reading",
    meterId: meter,
    registerId: "",
    value,
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
  }));
}
