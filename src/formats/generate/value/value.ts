import type { FieldDefinition, FieldFormat } from "../../../catalogue/definition.ts";
import { valuePattern } from "../../../catalogue/describe/value-pattern.ts";
import type { Spot } from "../spot.ts";
import { dateTimeValue, dateValue, timeValue } from "./date-value.ts";
import { itemValue } from "./item-value.ts";
import { numberValue } from "./number-value.ts";
import { plainText, textValue } from "./text-value.ts";

/** A group with more occurrences than this has the same code nearly everywhere. */
const fewOccurrences = 10;

/** What is nearly always said where an item has several codes. */
const usualCodes: Readonly<Record<string, string>> = {
  J0020: "A",
  J0022: "V",
  J0080: "E",
  J0103: "AI",
  J0171: "R",
  J0474: "C",
  J1099: "E",
  J1888: "N",
};
const usualShare = 0.85;

/** A value for a field that is to have one, of its format, from its list; empty where nothing suits it. */
export function makeValue(spot: Spot): string {
  const { field } = spot;
  for (const make of [codeValue, itemValue, formatValue]) {
    const value = make(spot);
    if (value !== null && fits(field, value)) return value;
    if (value === "" && !field.required) return "";
    const cut = value === null ? null : cutToFit(field.format, value);
    if (cut !== null && fits(field, cut)) return cut;
  }
  return cutToFit(field.format, plainText(spot.surroundings.scene)) ?? "";
}

/** One of the listed codes; occurrences in a row have different ones while there are any. */
function codeValue({ field, surroundings }: Spot): string | null {
  const { codes, format } = field;
  if (codes === null || codes.length === 0 || format.kind === "boolean") return null;
  const { scene, index, count } = surroundings;
  const usual = field.item === null ? undefined : usualCodes[field.item];
  if (usual !== undefined && scene.random.chance(usualShare)) return usual;
  const start = scene.codeStart(field.key);
  const step = count > fewOccurrences ? 0 : index;
  return codes[(start + step) % codes.length] ?? null;
}

function formatValue(spot: Spot): string | null {
  const { format } = spot.field;
  switch (format.kind) {
    case "date":
      return dateValue(spot);
    case "datetime":
      return dateTimeValue(spot);
    case "time":
      return timeValue(spot);
    case "boolean":
      return spot.surroundings.scene.random.chance(usualShare) ? "T" : "F";
    case "number":
      return numberValue(spot, format);
    default:
      return textValue(spot);
  }
}

const patterns = new Map<string, RegExp>();

/** Whether a value is of the field's format and on its list. */
export function fits({ format, codes }: FieldDefinition, value: string): boolean {
  if (value === "") return false;
  if (codes !== null && format.kind !== "boolean" && !codes.includes(value)) return false;
  if (format.kind === "text" && value.length > format.length) return false;
  const text = valuePattern(format);
  const known = patterns.get(text);
  const pattern = known ?? new RegExp(text);
  if (known === undefined) patterns.set(text, pattern);
  return pattern.test(value);
}

/** The beginning of a text that is too long; null where there is nothing to cut. */
function cutToFit(format: FieldFormat, value: string): string | null {
  return format.kind === "text" ? value.slice(0, format.length).trim() : null;
}
