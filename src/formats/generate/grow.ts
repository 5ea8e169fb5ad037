import type { FieldDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import { inside, type SpotSurroundings } from "./spot.ts";
import { halfHoursIn } from "./value/calendar.ts";
import { spokenName } from "./value/spoken-name.ts";
import { makeValue } from "./value/value.ts";

/** One made-up line: an occurrence of a group with its fields' texts, and the occurrences below it. */
export interface MadeUpOccurrence {
  readonly group: GroupDefinition;
  /** One text for each field of the group; empty where there is no value. */
  readonly values: readonly string[];
  readonly below: MadeUpOccurrence[];
}

/** How often what may be missing is there. */
const shares = { field: 0.6, group: 0.5, registers: 0.9, conditional: 0.8 } as const;
/** Most occurrences of a group that has no limit of its own, where nothing asks for more. */
const fewOccurrences = 3;

/** Everything below an occurrence, in the catalogue's order. `often` is how often the outermost groups without a limit occur; null: as it comes. */
export function growBelow(
  groups: readonly GroupDefinition[],
  outer: SpotSurroundings,
  often: number | null = null,
): MadeUpOccurrence[] {
  return groups.flatMap((group) => {
    const repeats = group.max === null;
    const count = often !== null && repeats ? often : countFor(group, outer);
    return Array.from({ length: count }, (_, index) =>
      grow(group, inside(outer, group, index, count), repeats ? null : often),
    );
  });
}

/** One occurrence with everything below it. */
export function grow(
  group: GroupDefinition,
  surroundings: SpotSurroundings,
  often: number | null = null,
): MadeUpOccurrence {
  return {
    group,
    values: valuesOf(group, surroundings),
    below: growBelow(group.groups, surroundings, often),
  };
}

/** The texts of a group's fields. */
export function valuesOf(group: GroupDefinition, surroundings: SpotSurroundings): string[] {
  return group.fields.map((field, index) => {
    const subject = group.subject?.field === index ? group.subject.kind : null;
    if (!isFilled(field, subject !== null, surroundings)) return "";
    return makeValue({ field: inWords(field), subject, surroundings });
  });
}

/** Definitions of one's own may write names as `SERIAL_NUMBER`; what a name means is taken from its words. */
function inWords(field: FieldDefinition): FieldDefinition {
  const isOwn = field.item === null && (field.name.includes("_") || !/[a-z]/.test(field.name));
  return isOwn ? { ...field, name: spokenName(field.name) } : field;
}

function isFilled(
  field: FieldDefinition,
  isSubject: boolean,
  surroundings: SpotSurroundings,
): boolean {
  if (field.unused) return false;
  if (field.required || isSubject) return true;
  if (/Address Line|Postcode/i.test(field.name)) return surroundings.scene.addressGiven;
  const [, period = "0"] = /Period (\d\d)\)$/.exec(field.name) ?? [];
  if (period !== "0") return Number(period) <= halfHoursIn(surroundings.settlementDay);
  return surroundings.scene.random.chance(shares.field);
}

function countFor(group: GroupDefinition, outer: SpotSurroundings): number {
  const { min, max, counts } = group;
  const { random } = outer.scene;
  if (counts !== null) {
    const halfHours = halfHoursIn(outer.settlementDay);
    return counts.includes(halfHours) ? halfHours : random.pick(counts);
  }
  if (!random.chance(shareOf(group))) return 0;
  if (isPerRegister(group) && max === null) return outer.scene.configuration.registers.length;
  const most = Math.max(min, Math.min(max ?? fewOccurrences, fewOccurrences));
  return random.whole(Math.max(min, 1), most);
}

/** How often the group is there at all. */
function shareOf(group: GroupDefinition): number {
  if (group.min > 0) return group.conditional ? shares.conditional : 1;
  return isPerRegister(group) ? shares.registers : shares.group;
}

/** Has a line for each register of a meter, or for each of its time pattern regimes. */
function isPerRegister(group: GroupDefinition): boolean {
  return group.fields.some(({ item }) => item === "J0010" || item === "J0078");
}
