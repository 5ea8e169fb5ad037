import type { GroupData } from "../../core/file/document.ts";
import { fieldOf, groupsBelow, groupsIn } from "../message-data.ts";

/** Statuses of proposed readings (J1660), what needs a person most first. */
const statuses = ["R", "U", "D", "M", "P", "A", "Y"];

/**
 * What a D0300 says of the proposed readings as a whole; null when it says nothing. Each register has a status of
 * its own: the reading is agreed (`Y`) only where all of them are, so that one refused among many is seen.
 */
export function statusOfReadings(data: unknown): string | null {
  const found = groupsIn(data).flatMap((group) => fieldOf(group, "statusOfProposedReadings") ?? []);
  return statuses.find((status) => found.includes(status)) ?? found[0] ?? null;
}

/** A reading that a D0300 proposes for a register, or has in question where it proposes none. */
export interface StatedRegister {
  readonly meter: string;
  readonly register: string;
  readonly value: string;
}

/** What a D0300 says of each register, with the meter above it; an empty id where it has none. */
export function statedReadings(data: unknown): StatedRegister[] {
  const [top] = groupsIn(data);
  return top === undefined ? [] : statedBelow(top, "");
}

function statedBelow(group: GroupData, above: string): StatedRegister[] {
  const meter = fieldOf(group, "meterId") ?? above;
  const register = fieldOf(group, "meterRegisterId") ?? "";
  const value = fieldOf(group, "proposedRegisterReading") ?? fieldOf(group, "registerReading");
  const own = value === null ? [] : [{ meter, register, value }];
  return [...own, ...groupsBelow(group).flatMap((below) => statedBelow(below, meter))];
}
