import type { FoldedEvent } from "../../core/event/event.ts";
import { type GroupData, isGroup } from "../../core/file/document.ts";
import { fieldOf, groupsBelow, isoDateTime } from "../message-data.ts";
import { halfHourlyReading } from "./half-hourly-readings.ts";

/** What a register of a meter showed at a moment. */
export interface MeterReading {
  readonly meterId: string;
  readonly registerId: string;
  /** The reading as sent, e.g. `56311.0`. */
  readonly value: string;
  /** When it was read, local UK time without a zone, e.g. `2016-02-22T00:00:00`. */
  readonly readAt: string;
  /** Reading type (J0171), e.g. `R` for routine; null when the flow does not say. */
  readonly type: string | null;
  /** The flow that reported it, and who sent that. */
  readonly flow: string | null;
  readonly from: string | null;
  /** Other values reported for the same register and moment, the first reported first; absent where there are none. */
  readonly alsoTold?: readonly OtherValue[];
}

/** Another value that was reported for a reading's register and moment. */
export type OtherValue = Pick<MeterReading, "value" | "type" | "flow" | "from">;

/** A reading as an event tells it. */
export interface ToldReading {
  readonly reading: MeterReading;
  /**
   * `withdrawn`: the reading of that register and moment is taken back (reading type W, J0171). `failed`:
   * it did not pass validation (BSC validation status F, J0022), or is marked as suspect itself (J0045, J0047).
   */
  readonly standing: "stands" | "failed" | "withdrawn";
}

/** What a register reading takes from the groups above it. */
interface Above {
  readonly meterId: string | null;
  readonly readAt: string | null;
  readonly type: string | null;
  readonly failed: boolean;
}

/**
 * The register readings that an event tells. They are known by their shape, so every flow that has
 * them counts (D0010, D0086, D0071, D0192, D0311 …): a group with a register id (J0010) and a register
 * reading (J0040), with the meter id (J0004), date and time (J0016) and type (J0171) in it or in a
 * group above. A reading without a date and time in local UK time is left out: it cannot be said which
 * of two is the later (the estimates of D0311, the disputed readings of D0300). Messages of half-hourly
 * settlement have theirs in lists, by names of their own.
 */
export function readingsIn(event: FoldedEvent): ToldReading[] {
  if (!isGroup(event.data)) return [];
  return collect(event.data, { meterId: null, readAt: null, type: null, failed: false }, event);
}

function collect(group: GroupData, above: Above, event: FoldedEvent): ToldReading[] {
  const here: Above = {
    meterId: fieldOf(group, "meterId") ?? above.meterId,
    readAt: isoDateTime(fieldOf(group, "readingDateTime")) ?? above.readAt,
    type: fieldOf(group, "readingType") ?? above.type,
    failed: above.failed || isMarkedFailed(group),
  };
  const below = groupsBelow(group).flatMap((child) => collect(child, here, event));
  const halfHourly = halfHourlyReading(group);
  if (halfHourly !== null) {
    const { flow, sender: from } = event;
    const reading = { ...halfHourly, type: null, flow, from };
    return [{ reading, standing: "stands" }, ...below];
  }
  const registerId = fieldOf(group, "meterRegisterId");
  const value = fieldOf(group, "registerReading");
  const { meterId, readAt, type } = here;
  if (registerId === null || value === null || meterId === null || readAt === null) return below;
  const { flow, sender: from } = event;
  const reading = { meterId, registerId, value, readAt, type, flow, from };
  // The result of validation is in a group of its own below the reading (group 032 of D0010).
  const failed = here.failed || groupsBelow(group).some(isMarkedFailed);
  const standing = type === withdrawnType ? "withdrawn" : failed ? "failed" : "stands";
  return [{ reading, standing }, ...below];
}

/** Reading type (J0171): Withdrawn. */
const withdrawnType = "W";

/** BSC validation status (J0022), meter reading flag (J0045) and status (J0047): `F` is failed or suspect. */
function isMarkedFailed(group: GroupData): boolean {
  return marks.some((mark) => fieldOf(group, mark) === "F");
}

const marks = ["bscValidationStatus", "meterReadingFlag", "meterReadingStatus"] as const;
