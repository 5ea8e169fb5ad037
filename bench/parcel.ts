import { action } from "../src/core/define/action.ts";
import { condition } from "../src/core/define/condition.ts";
import { deadline } from "../src/core/define/deadline.ts";
import { defineProcess } from "../src/core/define/define-process.ts";
import { deadlineEvent, flowEvent } from "../src/core/define/event-type.ts";
import { handle, opens } from "../src/core/define/take.ts";

/** What a message about a parcel says. */
export interface ParcelNews {
  readonly parcel: string;
  readonly what: "sent" | "scanned" | "delivered";
  readonly depot: string;
  readonly weight: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: string }[];
  readonly note: string;
}

interface Parcel {
  readonly key: string;
  readonly depot: string | null;
  readonly scans: number;
  readonly pieces: number;
  readonly sentAt: number | null;
  readonly delivered: boolean;
}

const isUnderWay = condition(
  "the parcel is under way",
  ({ sentAt, delivered }: Parcel) => ({ sentAt, delivered }),
  ({ sentAt, delivered }) => sentAt !== null && !delivered,
);
const isHeavy = condition(
  "the parcel is heavy",
  (_: Parcel, { data }: { readonly data: ParcelNews }) => ({ weight: data.weight }),
  ({ weight }) => Number(weight) > 20,
);
const wasDelivered = condition(
  "it was scanned on the way",
  ({ scans }: Parcel) => ({ scans }),
  ({ scans }) => scans > 0,
);

/** A process with handlers, conditions and a deadline, to measure by. */
export const parcel = defineProcess({
  type: "parcel",
  version: 1,
  events: {
    PARCEL_SENT: flowEvent<ParcelNews>("Parcel sent"),
    PARCEL_SCANNED: flowEvent<ParcelNews>("Parcel scanned"),
    PARCEL_DELIVERED: flowEvent<ParcelNews>("Parcel delivered"),
    PARCEL_LATE: deadlineEvent("Parcel late"),
  },
  takes: { "*": handle(({ subjectKey }) => opens(subjectKey ?? "", "PARCEL_SCANNED")) },
  begin: (key): Parcel => ({
    key,
    depot: null,
    scans: 0,
    pieces: 0,
    sentAt: null,
    delivered: false,
  }),
  status: ({ delivered, scans }) => (delivered ? "delivered" : scans > 0 ? "under way" : "sent"),
  deadlines: ({ sentAt, delivered }) =>
    sentAt === null || delivered ? [] : [deadline("PARCEL_LATE", sentAt + 7 * 86_400_000)],
})
  .on("PARCEL_SENT", (state, { data, occurredAt }) => ({
    ...state,
    depot: data.depot,
    sentAt: occurredAt,
    pieces: data.lines.reduce((sum, line) => sum + Number(line.quantity), 0),
  }))
  .on("PARCEL_SCANNED", (state, { data }) => ({
    ...state,
    depot: data.depot,
    scans: state.scans + 1,
  }))
  .on("PARCEL_DELIVERED", (state) => ({ ...state, delivered: true }))
  .act(
    "PARCEL_SCANNED",
    action("warn of a heavy parcel", () => []),
    isUnderWay,
    isHeavy,
  )
  .act(
    "PARCEL_DELIVERED",
    action("thank the sender", () => []),
    wasDelivered,
  );
