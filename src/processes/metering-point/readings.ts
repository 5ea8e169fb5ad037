import type { GroupData } from "../../core/document.ts";
import type { FoldedEvent } from "../../core/event.ts";
import { fieldOf, groupsBelow, isGroup, isoDateTime } from "../message-data.ts";

/** What a register of a meter last showed. */
export interface Reading {
  readonly meterId: string;
  readonly registerId: string;
  /** The reading as sent, e.g. `56311.0`. */
  readonly value: string;
  /** When it was read, local UK time without a zone, e.g. `2016-02-22T00:00:00`. */
  readonly readAt: string;
  /** Reading type (J0171), e.g. `R` for routine; null when the flow does not say. */
  readonly type: string | null;
  /** The flow that told it, and who sent that. */
  readonly flow: string | null;
  readonly from: string | null;
}

/** What a register reading takes from the groups above it. */
interface Above {
  readonly meterId: string | null;
  readonly readAt: string | null;
  readonly type: string | null;
}

/**
 * The register readings that an event tells. They are known by their shape, so every flow that has
 * them counts (D0010, D0086, D0071, D0192, D0311 …): a group with a register id (J0010) and a register
 * reading (J0040), with the meter id (J0004), date and time (J0016) and type (J0171) in it or in a
 * group above. A reading without a date and time in local UK time is left out: it cannot be said which
 * of two is the later (the estimates of D0311, the disputed readings of D0300).
 */
export function readingsIn(event: FoldedEvent): Reading[] {
  if (!isGroup(event.data)) return [];
  return collect(event.data, { meterId: null, readAt: null, type: null }, event);
}

function collect(group: GroupData, above: Above, event: FoldedEvent): Reading[] {
  const here: Above = {
    meterId: fieldOf(group, "meterId") ?? above.meterId,
    readAt: isoDateTime(fieldOf(group, "readingDateTime")) ?? above.readAt,
    type: fieldOf(group, "readingType") ?? above.type,
  };
  const below = groupsBelow(group).flatMap((child) => collect(child, here, event));
  const registerId = fieldOf(group, "meterRegisterId");
  const value = fieldOf(group, "registerReading");
  const { meterId, readAt, type } = here;
  if (registerId === null || value === null || meterId === null || readAt === null) return below;
  const { flow, sender: from } = event;
  return [{ meterId, registerId, value, readAt, type, flow, from }, ...below];
}

/**
 * The latest reading per meter and register, ordered by them, with the new ones taken in. The later
 * date and time wins, not the later file; of two for the same moment, the one folded last, which is
 * how a reading is corrected.
 */
export function takeReadings(known: readonly Reading[], told: readonly Reading[]): Reading[] {
  const latest = new Map(known.map((reading) => [registerOf(reading), reading]));
  for (const reading of told) {
    const before = latest.get(registerOf(reading));
    if (before === undefined || reading.readAt >= before.readAt) {
      latest.set(registerOf(reading), reading);
    }
  }
  return [...latest.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, last]) => last);
}

function registerOf({ meterId, registerId }: Reading): string {
  return JSON.stringify([meterId, registerId]);
}
