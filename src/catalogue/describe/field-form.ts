import { counted } from "../../runtime/counted.ts";
import type { JsonFieldDefinition, JsonLimits } from "../json-event-definition.ts";

/** The form that a member's values are to have, in words: lengths, limits, a pattern; null when any will do. */
export function formOf({ length, range, count, pattern }: JsonFieldDefinition): string | null {
  const said = [
    ...(length === null ? [] : [limitsText(length, "character")]),
    ...(range === null ? [] : [limitsText(range)]),
    ...(count === null ? [] : [limitsText(count, "element")]),
    ...(pattern === null ? [] : [pattern]),
  ];
  return said.length === 0 ? null : said.join(", ");
}

/** `10 characters`, `1 to 60 characters`, `at most 48`, `at least 1 element`. */
function limitsText([least, most]: JsonLimits, what?: string): string {
  const of = (count: number) => (what === undefined ? `${count}` : counted(count, what));
  if (most === null) return `at least ${of(least ?? 0)}`;
  if (least === null || least === 0) return `at most ${of(most)}`;
  return least === most ? of(most) : `${least} to ${of(most)}`;
}

/** How sure a member is to be there: `yes`, `may be missing`, `may be null`, `ought to be`. */
export function presenceOf({ required, nullable, advice }: JsonFieldDefinition): string {
  if (!required) return "may be missing";
  const there = advice ? "ought to be" : "yes";
  return nullable ? `${there}, may be null` : there;
}

/** The values of another member that it is there for; null when it is in every event. */
export function eventsOf({ when }: JsonFieldDefinition): string | null {
  return when === null ? null : when.values.join(", ");
}
