import type { FieldDefinition, GroupDefinition } from "../../catalogue/definition.ts";

/** What the catalogues call the day that half hours are of (J0073, in settlement files without a number). */
const dayName = "Settlement Date";

/** Whether a field says which settlement day something is about. */
export function isDayField({ name, format }: FieldDefinition): boolean {
  return name === dayName && format.kind === "date";
}

/** Index of the field that says which settlement day a group and those below it are about; -1 when none does. */
export function dayFieldOf(fields: readonly FieldDefinition[]): number {
  return fields.findIndex(isDayField);
}

/** Whether a group stands for the half hours of a day: its right number of occurrences follows from the day. */
export function countsHalfHours({ counts }: GroupDefinition): boolean {
  return counts?.includes(46) === true && counts.includes(48) && counts.includes(50);
}
