import type { FieldDefinition } from "../../../catalogue/definition.ts";

/** Where the lines of a group say of which register and moment a meter reading is; -1 where they do not. */
export interface ReadingFields {
  readonly meter: number;
  readonly register: number;
  readonly value: number;
  readonly moment: number;
  readonly type: number;
  /** Fields that mark a reading as failed or suspect by an `F`. */
  readonly marks: readonly number[];
}

const marks: ReadonlySet<string> = new Set([
  "bscValidationStatus",
  "meterReadingFlag",
  "meterReadingStatus",
]);

/** Which of a group's fields tell of a meter reading; null where none does. */
export function readingFieldsOf(fields: readonly FieldDefinition[]): ReadingFields | null {
  const at = (key: string) => fields.findIndex((field) => field.key === key);
  const found = {
    meter: at("meterId"),
    register: at("meterRegisterId"),
    value: at("registerReading"),
    moment: at("readingDateTime"),
    type: at("readingType"),
    marks: fields.flatMap(({ key }, index) => (marks.has(key) ? [index] : [])),
  };
  const { meter, register, value, moment, type } = found;
  const isSome = [meter, register, value, moment, type].some((index) => index >= 0);
  return isSome || found.marks.length > 0 ? found : null;
}
