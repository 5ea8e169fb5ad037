import type { FieldDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import type { SubjectKind } from "../../core/file/document.ts";
import { isDayField } from "../tree/day-field.ts";
import type { Scene } from "./scene.ts";

/** The place of one value that is to be made up. */
export interface Spot {
  readonly field: FieldDefinition;
  /** What the message is about, where the field says so: the kind of its identifier. */
  readonly subject: SubjectKind | null;
  readonly surroundings: SpotSurroundings;
}

/** What the groups around a value tell of: which meter, which register, which day. */
export interface SpotSurroundings {
  readonly scene: Scene;
  /** Which occurrence of its group this is, from 0, and of how many. */
  readonly index: number;
  readonly count: number;
  readonly meter: number;
  readonly register: number;
  /** Day a reading was taken. */
  readonly readingDay: number;
  /** Day that settlement data is about. */
  readonly settlementDay: number;
}

/** A meter that was taken away is none of those that are there. */
const removedMeters = 20;

/** What surrounds the file's groups. */
export function atTop(scene: Scene): SpotSurroundings {
  return {
    scene,
    index: 0,
    count: 1,
    meter: 0,
    register: 0,
    readingDay: scene.day,
    settlementDay: scene.occasion.settlementDay,
  };
}

/** What surrounds the values of one occurrence of a group and the groups below it. */
export function inside(
  outer: SpotSurroundings,
  group: GroupDefinition,
  index: number,
  count: number,
): SpotSurroundings {
  const { scene } = outer;
  const has = (item: string) => group.fields.some((field) => field.item === item);
  const registers = scene.configuration.registers.length;
  const isRegister = has("J0010");
  // Registers come round for each date: day and night of one date, then of the next.
  const date = isRegister ? Math.floor(index / registers) : index;
  const dates = isRegister ? Math.ceil(count / registers) : count;
  return {
    scene,
    index,
    count,
    meter: has("J0004") ? index + (has("J1269") ? removedMeters : 0) : outer.meter,
    register: isRegister ? index % registers : outer.register,
    readingDay: has("J0016") ? scene.readingDay(date, dates) : outer.readingDay,
    settlementDay:
      outer.settlementDay + (has("J0018") || group.fields.some(isDayField) ? index : 0),
  };
}
