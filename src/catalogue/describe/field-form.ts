import type { JsonFieldDefinition, JsonLimits } from "../json-event-definition.ts";

/** The form that a member's values are to have, in words: lengths, limits, a pattern; null when any will do. */
export function formOf({ length, range, count, pattern }: JsonFieldDefinition): string | null {
  const said = [
    ...(length === null ? [] : [`${limitsText(length)} characters`]),
    ...(range === null ? [] : [limitsText(range)]),
    ...(count === null ? [] : [`${limitsText(count)} elements`]),
    ...(pattern === null ? [] : [pattern]),
  ];
  return said.length === 0 ? null : said.join(", ");
}

/** `10`, `1 to 60`, `at most 48`, `at least 1`. */
function limitsText([least, most]: JsonLimits): string {
  if (most === null) return `at least ${least}`;
  if (least === null || least === 0) return `at most ${most}`;
  return least === most ? `${most}` : `${least} to ${most}`;
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
