import type { FoldedEvent } from "../../../core/event/event.ts";
import { readingsIn } from "../../metering-point/readings.ts";
import { dayFrom } from "../../switch/days.ts";
import { type ReadingFact, type ReadingRank, readingRanks, type StatedReading } from "./facts.ts";

/** Reading types (J0171): agreed by the suppliers, deemed or estimated, actual on change of supplier, final. */
const agreedType = "X";
const deemedType = "D";
const switchTypes = new Set(["A", "F"]);

/** The register readings that a message tells, as a closing reading may be. */
export function readingFactsIn(event: FoldedEvent): ReadingFact[] {
  const isHalfHourly = event.flow?.startsWith("IF-") === true;
  return readingsIn(event).map(({ reading, standing }) => ({
    what: "reading",
    meterId: reading.meterId,
    registerId: reading.registerId,
    value: reading.value,
    readAt: reading.readAt,
    type: reading.type,
    rank: rankOf(event.type, reading.type),
    standing,
    source: event.flow ?? "",
    from: event.sender,
    isHalfHourly,
    registrationId: null,
    endDate: boundaryOf(reading.readAt),
    at: event.occurredAt,
  }));
}

/** Whether a reading is of those that a supplier is notified because of the change; others only fill gaps. */
function rankOf(eventType: string, type: string | null): ReadingRank {
  if (eventType === "AGREED_READING_RECEIVED" || type === agreedType) return "agreed";
  if (eventType === "ESTIMATED_READING_RECEIVED" || type === deemedType) return "estimated";
  if (eventType === "SWITCH_READING_RECEIVED") return "actual";
  return switchTypes.has(type ?? "") ? "actual" : "routine";
}

/** The day that begins at a reading: one stamped at the last second of a day closes that day. */
function boundaryOf(readAt: string): string {
  const date = readAt.slice(0, 10);
  return readAt.slice(11) === "23:59:59" ? dayFrom(date, 1) : date;
}

/** When supply ends: by the source that counts most, and by every source. */
export interface EndsOfSupply {
  readonly endDate: string | null;
  readonly dates: readonly { readonly date: string }[];
}

/** The closing reading of each register, and the readings that are not. */
export function chooseClosing(
  readings: readonly ReadingFact[],
  ends: EndsOfSupply,
  withinDays: number,
): { readonly closing: readonly ReadingFact[]; readonly others: readonly ReadingFact[] } {
  const usable = readings.filter((reading) => isUsable(reading, readings, ends, withinDays));
  const registers = new Map<string, ReadingFact>();
  for (const reading of usable) {
    const register = `${reading.meterId} ${reading.registerId}`;
    const known = registers.get(register);
    if (known === undefined || isBetter(reading, known)) registers.set(register, reading);
  }
  const chosen = new Set(registers.values());
  const closing = [...registers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, reading]) => reading);
  return { closing, others: readings.filter((reading) => !chosen.has(reading)) };
}

function isUsable(
  reading: ReadingFact,
  all: readonly ReadingFact[],
  { endDate, dates }: EndsOfSupply,
  withinDays: number,
): boolean {
  if (reading.standing !== "stands" || endDate === null) return false;
  const { endDate: boundary } = reading;
  if (boundary === null) return false;
  // A routine reading closes the supply only when it was taken at the very end of it, by any source where they differ.
  const near =
    reading.rank === "routine"
      ? dates.some(({ date }) => date === boundary)
      : boundary >= dayFrom(endDate, -withinDays) && boundary <= dayFrom(endDate, withinDays);
  return near && !all.some((other) => takesBack(other, reading));
}

/** Whether a later word takes back what this one says of the register at that moment. */
function takesBack(other: ReadingFact, reading: ReadingFact): boolean {
  return (
    other.standing === "withdrawn" &&
    other.meterId === reading.meterId &&
    other.registerId === reading.registerId &&
    other.readAt === reading.readAt &&
    other.at >= reading.at
  );
}

function isBetter(one: ReadingFact, other: ReadingFact): boolean {
  const rank = readingRanks.indexOf(one.rank) - readingRanks.indexOf(other.rank);
  return (rank || one.at - other.at || (one.value > other.value ? 1 : -1)) > 0;
}

/** The readings as text: the same for the same readings. */
export function readingsText(readings: readonly ReadingFact[]): string {
  return readings
    .map(({ meterId, registerId, value, readAt, type, rank }) =>
      [meterId, registerId, value, readAt.slice(0, 10), type ?? rank].join(" "),
    )
    .join("; ");
}

/** Whether two sets of readings are of the same registers and differ by at most so much in each. */
export function areWithin(
  ours: readonly StatedReading[],
  theirs: readonly StatedReading[],
  units: number,
): boolean {
  if (theirs.length === 0 || theirs.length !== ours.length) return false;
  return theirs.every(({ meterId, registerId, value }) => {
    const own = ours.find((one) => one.meterId === meterId && one.registerId === registerId);
    return own !== undefined && Math.abs(Number(own.value) - Number(value)) <= units;
  });
}
