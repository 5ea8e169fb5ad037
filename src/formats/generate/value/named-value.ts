import type { FieldDefinition } from "../../../catalogue/definition.ts";
import type { SubjectKind } from "../../../core/file/document.ts";
import { inLayout } from "../layout-text.ts";
import type { Spot, SpotSurroundings } from "../spot.ts";
import { dayText, timeText } from "./calendar.ts";
import { dateTimeValue, dateValue, timeValue } from "./date-value.ts";
import { numberValue } from "./number-value.ts";
import { spokenName } from "./spoken-name.ts";
import { tradeValue } from "./trade-value.ts";
import { fits, makeValue } from "./value.ts";

/** The place of a value in a table or an event: known by its name, where records know data items. */
export interface NamedSpot {
  readonly field: FieldDefinition;
  /** How a date, time or yes-or-no is written; null for other formats. */
  readonly layout: string | null;
  /** What a message is about, where the value says so. */
  readonly subject: SubjectKind | null;
  /** Called for each line of a message. */
  readonly line: boolean;
  readonly surroundings: SpotSurroundings;
}

/** Most decimals that anybody writes by hand, though formats have nine. */
const mostDecimals = 3;

/** A value of the place's format, from its list, as its name suggests; empty where nothing suits it. */
export function namedValue({ field, layout, subject, line, surroundings }: NamedSpot): string {
  const named = { ...field, name: spokenName(field.name) };
  const spot: Spot = { field: named, subject, surroundings };
  const { kind } = field.format;
  if (kind === "boolean") return surroundings.scene.random.pick((layout ?? "").split("/"));
  if (kind === "date" || kind === "datetime" || kind === "time")
    return inLayout(momentOf(spot, kind, line), layout ?? "");
  if (field.codes !== null) return makeValue(spot);
  const known = tradeValue(spot);
  if (known !== null && fits(named, known)) return known;
  return known === "" && !field.required ? "" : plainValue(spot);
}

function plainValue(spot: Spot): string {
  const { format, item } = spot.field;
  if (format.kind !== "number" || item !== null) return makeValue(spot);
  // What is sold, stored or measured is seldom less than nothing.
  const decimals = Math.min(format.decimals, mostDecimals);
  return numberValue(spot, { ...format, decimals, signed: false });
}

/** ccyymmddhhmmss. Lines of a message follow each other by the half hour. */
function momentOf(spot: Spot, kind: "date" | "datetime" | "time", line: boolean): string {
  const { index, settlementDay } = spot.surroundings;
  if (kind === "time") return dayText(settlementDay) + timeValue(spot);
  if (kind === "date") return dateValue(spot) + timeText(0);
  if (!line) return dateTimeValue(spot);
  return dayText(settlementDay + Math.floor(index / 48)) + timeText((index % 48) * 1800);
}
