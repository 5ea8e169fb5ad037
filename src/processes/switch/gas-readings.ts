import { type GroupData, isGroup } from "../../core/file/document.ts";
import { fieldOf, groupsBelow, isoDate } from "../message-data.ts";

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

/** A reading of a gas meter. */
export interface GasReading {
  /** Serial number of the meter. */
  readonly meter: string;
  readonly value: string;
  readonly date: string;
}

/** The readings in a message about a gas meter. None of its flows is about a change of supplier: the day tells. */
export function readingsOfGasMeter(data: unknown): GasReading[] {
  return isGroup(data) ? collect(data, "") : [];
}

function collect(group: GroupData, above: string): GasReading[] {
  const meter = fieldOf(group, "serialNumber") ?? above;
  const index = fieldOf(group, "readingIndex");
  const date = isoDate(fieldOf(group, "readingDate"));
  const below = groupsBelow(group).flatMap((one) => collect(one, meter));
  if (index === null || date === null || meter === "" || !/^\d+$/.test(index)) return below;
  return [{ meter, value: String(Number(index)), date }, ...below];
}
