import { fieldOf, groupsIn } from "../message-data.ts";

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
